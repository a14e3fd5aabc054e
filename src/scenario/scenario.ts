/**
 * A scenario after reading: plain readonly data, checked, with every default filled in and every id a text.
 *
 * Parties, issues and options stand in the order of the file. Utilities, weights and thresholds are as written;
 * `src/compile` turns them into exact integers.
 */

/** Where a judgement comes from. */
export interface Provenance {
  readonly confidence?: 'stated' | 'reported' | 'inferred';
  /** YYYY-MM-DD, as every date here. */
  readonly date?: string;
  readonly why?: string;
  /** Ids of entries in `Scenario.sources`. */
  readonly sources?: readonly string[];
}

/** A party's number with its uncertainty, when given, and its reason. low <= value <= high. */
export interface StatedNumber extends Provenance {
  /** The nearest double of what is written: to show, to turn by hand. `exactOf` in fraction.ts is what is computed with. */
  readonly value: number;
  /** As written, only where the shortest decimal of `value` is not that: "1/3", "0.12345678901234567890". */
  readonly exact?: string;
  readonly low?: number;
  readonly high?: number;
  /** The code it was given by, of `Scenario.stances`. Its value may be another where the file says so. */
  readonly stance?: string;
  /** Not yet valued: the file says `unknown`. `value` only stands in for it where one number is needed (`unvalued.ts`). */
  readonly unknown?: true;
}

/** By confidence; of values in points, of weights as a part of the weight. */
export interface Margins {
  readonly values?: Margin;
  readonly weights?: Margin;
}

export type Margin = {
  readonly [K in NonNullable<Provenance['confidence']>]?: Pick<StatedNumber, 'value' | 'exact'>;
};

/** Holds when every named issue has one of the named options. At least one clause, at least one option in each. */
export type Pattern = readonly Clause[];

export interface Clause {
  readonly issue: string;
  readonly options: readonly Choice[];
}

/** An option by its id, or all numbers of the issue's range between bounds (`choice.ts`). */
export type Choice = string | Interval;

/** One bound at least: `from` and `to` are among the numbers, `above` and `below` are not. */
export interface Interval {
  readonly from?: ExactNumber;
  readonly above?: ExactNumber;
  readonly to?: ExactNumber;
  readonly below?: ExactNumber;
}

/** How close a source stands to what it tells, the closest first. */
export const SOURCE_TIERS = ['primary', 'wire', 'copy', 'aggregator'] as const;
export type SourceTier = (typeof SOURCE_TIERS)[number];

export interface Source {
  readonly id: string;
  readonly tier?: SourceTier;
  readonly outlet?: string;
  readonly title?: string;
  readonly date?: string;
  readonly url?: string;
  readonly note?: string;
}

export interface Option {
  readonly id: string;
  /** The id where the file gives none. */
  readonly label: string;
  readonly text?: string;
  readonly sources?: readonly string[];
}

/** The numbers (first + k * step) / 10^places for k from 0 below count, which may be a million: never a list. */
export interface NumberRange {
  readonly first: bigint;
  readonly step: bigint;
  readonly places: number;
  readonly count: number;
}

/** Its options are the numbers of the range in order, then the named ones. `options.ts` counts and names them all. */
export interface Issue {
  readonly id: string;
  readonly point?: string;
  readonly group?: string;
  readonly title: string;
  readonly summary?: string;
  /** The issue arises only where this holds; its last option is then the implicit one (`conditional.ts`). */
  readonly only?: Pattern;
  /** Of the numbers. */
  readonly unit?: string;
  /** Null for an issue that lists all its options. */
  readonly range: NumberRange | null;
  readonly named: readonly Option[];
}

export interface RedLine {
  readonly id: string;
  readonly when: Pattern;
  /** Probability that it is a line at all, 0..1; absent where it is certain. A single answer takes it as a line. */
  readonly holds?: StatedNumber;
  /** The instructor alone knows: a bargaining position that the party would give up. Answers take it as a line. */
  readonly bluff?: true;
  readonly why?: string;
  readonly sources?: readonly string[];
}

export interface Adjustment {
  readonly when: Pattern;
  /** Points, negative for a cost; the nearest double. */
  readonly add: number;
  /** As written, only where the shortest decimal of `add` is not that. */
  readonly exact?: string;
  readonly why?: string;
  readonly sources?: readonly string[];
}

/** What the numbers of a range are worth where they are not listed one by one. */
export type Curve = {
  /** Held between 0 and 100, as the file allows with `clip: true`. */
  readonly clip: boolean;
} & (
  | { /** An expression of x, the number. */ readonly formula: string }
  | {
      /** Ascending, two at least, from the first number of the range to its last. */ readonly points: readonly CurvePoint[];
    }
);

/** Between two points the curve is a straight line. */
export interface CurvePoint {
  /** A decimal, not always one of the range's numbers. */
  readonly at: string;
  readonly worth: StatedNumber;
}

/** What the options of an issue are worth to a party: values on a weighted issue, points on a score sheet. */
export interface Worths extends Provenance {
  readonly issue: string;
  /** False for an issue that the party's file leaves out: everything 0, `listed` empty. */
  readonly mentioned: boolean;
  readonly curve: Curve | null;
  /** By option, of all of them; beside a curve, of the named options only. `worth.ts` reads both alike. */
  readonly listed: readonly StatedNumber[];
}

/** Values from 0 worst to 100 best. */
export interface WeightedIssue extends Worths {
  /** Swing weight on the party's own scale. */
  readonly weight: StatedNumber;
  /** Of the weight of its theme, which is its group; the weight may be another where the file says so. */
  readonly share?: StatedNumber;
}

export type ScoredIssue = Worths;

/** One entry per issue of the scenario, in its order. */
export type Preferences =
  | { readonly form: 'weights'; readonly issues: readonly WeightedIssue[] }
  | { readonly form: 'scores'; readonly issues: readonly ScoredIssue[] };

export interface Party {
  readonly id: string;
  readonly name: string;
  /** The id where the file gives none. */
  readonly short: string;
  readonly color?: string;
  readonly brief?: string;
  /** For whoever leads an exercise alone. */
  readonly instructor?: string;
  readonly disagreement: StatedNumber;
  /** At least the disagreement value. */
  readonly reservation: StatedNumber;
  /** True when the file gives no reservation value, so that it is the disagreement value. */
  readonly reservationIsDisagreement: boolean;
  /** It signs only for more than its reservation value, not for the value itself. */
  readonly strict: boolean;
  /** At least the reservation value. */
  readonly aspiration?: StatedNumber;
  /** Points added to the reservation value: one factor for how firm the party is. Absent: 0. */
  readonly firmness?: StatedNumber;
  /** Exponent in the Nash product, 1..10. */
  readonly power: number;
  /** Weight of each group of issues that is shared among them. */
  readonly themes?: Readonly<Record<string, StatedNumber>>;
  readonly preferences: Preferences;
  readonly redLines: readonly RedLine[];
  readonly adjustments: readonly Adjustment[];
}

export type Rule = PatternRule | SumRule;

/** A rule on what may stand together. */
export type PatternRule =
  | {
      readonly kind: 'forbid';
      readonly id: string;
      readonly forbid: Pattern;
      readonly why: string;
      readonly sources?: readonly string[];
    }
  | {
      readonly kind: 'implies';
      readonly id: string;
      readonly if: Pattern;
      /** All of its clauses must hold. */
      readonly then: Pattern;
      readonly why: string;
      readonly sources?: readonly string[];
    };

/** What the options of a deal add up to lies between two bounds, one at least; both are the same where it is exact. */
export interface SumRule {
  readonly kind: 'sum';
  readonly id: string;
  /** An issue that does not arise adds nothing. */
  readonly sum: readonly SumTerm[];
  readonly atLeast?: ExactNumber;
  readonly atMost?: ExactNumber;
  readonly why: string;
  readonly sources?: readonly string[];
}

/** What one issue adds: so many times the number picked (a named option nothing), or an amount by option, 0 where none is listed. */
export type SumTerm = { readonly issue: string } & (
  | { readonly times: ExactNumber }
  | { readonly amounts: readonly { readonly option: string; readonly amount: ExactNumber }[] }
);

/** A number as written; see `StatedNumber`. */
export type ExactNumber = Pick<StatedNumber, 'value' | 'exact'>;

export interface Consent {
  readonly needs: 'all' | { readonly quorum: number; readonly veto: readonly string[] };
  readonly conditional: readonly ConditionalSignature[];
}

/** A party whose signature is needed only when the deal matches the pattern. */
export interface ConditionalSignature {
  readonly party: string;
  readonly when: Pattern;
  readonly why?: string;
  readonly sources?: readonly string[];
}

export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  /** Put together from statements: no text that anybody published. */
  readonly composed?: boolean;
  /** Issues left out are open. */
  readonly clauses: readonly { readonly issue: string; readonly option: string }[];
  readonly sources?: readonly string[];
  readonly note?: string;
}

/** No deal as a draft: what every party has without one, on its date where it has one. Nobody has to sign it. */
export type StatusQuo = Pick<Draft, 'id' | 'title' | 'date' | 'sources' | 'note'>;

/** `value` and `score` replace the curve; `values` and `scores` change the options they name. */
export interface IssueChange extends Provenance {
  readonly issue: string;
  readonly weight?: StatedNumber;
  readonly value?: Curve;
  readonly values?: Readonly<Record<string, StatedNumber>>;
  readonly score?: Curve;
  readonly scores?: Readonly<Record<string, StatedNumber>>;
}

export interface PartyChange {
  readonly party: string;
  readonly disagreement?: StatedNumber;
  readonly reservation?: StatedNumber;
  readonly aspiration?: StatedNumber;
  readonly firmness?: StatedNumber;
  readonly issues: readonly IssueChange[];
  /** Added, or put in place of those with the same id. */
  readonly redLines: readonly RedLine[];
  readonly dropRedLines: readonly string[];
  readonly adjustments: readonly Adjustment[];
}

export const PROTOCOLS = ['alternating', 'single-text', 'simultaneous', 'random-proposer'] as const;
/** Who may do what when. */
export type Protocol = (typeof PROTOCOLS)[number];

export const STRATEGY_KINDS = [
  'boulware',
  'linear',
  'conceder',
  'hardliner',
  'relative-tit-for-tat',
  'absolute-tit-for-tat',
  'averaged-tit-for-tat',
  'micro',
  'learning',
] as const;
export type StrategyKind = (typeof STRATEGY_KINDS)[number];

/** What a party does while it bargains. */
export interface Strategy extends Provenance {
  readonly kind: StrategyKind;
  /** Its exponent or window, as `format/strategy.ts` has it for the kind; absent: the usual one. */
  readonly number?: StatedNumber;
  /** Which deal worth its target it offers; absent: the one most like the offers of the others. */
  readonly offers?: OfferRule;
  /** What it accepts; absent: what is worth its target. */
  readonly accepts?: AcceptanceKind;
  /** With `time` and `either`: the share of the rounds from which on anything it could sign will do. */
  readonly from?: StatedNumber;
  /** Rounds in which nobody offers it anything it could sign, after which it leaves; absent: it stays. */
  readonly walkOut?: StatedNumber;
}

export const OFFER_RULES = ['thrifty', 'similar', 'learned', 'random'] as const;
export type OfferRule = (typeof OFFER_RULES)[number];

export const ACCEPTANCES = ['target', 'next', 'time', 'either'] as const;
export type AcceptanceKind = (typeof ACCEPTANCES)[number];

export const MEDIATORS = ['blind', 'informed'] as const;

export const LINES = ['private', 'public'] as const;

/** How one text is changed, under the protocol `single-text`. */
export interface Mediation extends Provenance {
  readonly kind?: (typeof MEDIATORS)[number];
  /** Id of the draft to begin with; absent: any lawful text. */
  readonly text?: string;
  /** Parties put up with small losses, ever smaller ones. */
  readonly annealed?: boolean;
}

/** Groups of issues that are settled one after the other. Issues in none of them come last, as one group. */
export interface Agenda {
  readonly groups: readonly (readonly string[])[];
  /** True where a later group may open an earlier one again. */
  readonly revisable: boolean;
}

/** How the parties bargain. What is absent is left to whoever asks; the same shape says what a stage changes. */
export interface Bargaining extends Provenance {
  readonly protocol?: Protocol;
  /** Full rounds until the deadline. */
  readonly rounds?: StatedNumber;
  /** Who speaks first, next, ...; parties left out follow in the order of the file. */
  readonly order?: readonly string[];
  /** By party id: what a gain of the next round is worth in this one, 0..1. */
  readonly patience?: Readonly<Record<string, StatedNumber>>;
  /** By party id. */
  readonly strategies?: Readonly<Record<string, Strategy>>;
  readonly agenda?: Agenda;
  readonly mediator?: Mediation;
  /** Whether parties know each other's red lines, and then offer nothing that crosses one; absent: `private`. */
  readonly redLines?: (typeof LINES)[number];
  /** By party id: how likely it is to be drawn as proposer, in proportion; of those left out 1. */
  readonly chances?: Readonly<Record<string, StatedNumber>>;
}

export interface Stage {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  /** The stage it builds on; null for the positions of the file itself. */
  readonly after: string | null;
  readonly change: readonly PartyChange[];
  /** What of the bargaining is another from this stage on. */
  readonly bargaining?: Bargaining;
  readonly why?: string;
  readonly sources?: readonly string[];
}

/** Somebody's view of a negotiation, where another is defensible. */
export interface Reading {
  readonly name: string;
  readonly by: string;
  readonly why: string;
}

export interface Scenario {
  readonly title: string;
  /** The reading that the overlay is by which it was changed last. */
  readonly reading?: Reading;
  readonly summary?: string;
  /** For whoever leads an exercise alone. */
  readonly instructor?: string;
  readonly asOf?: string;
  /** First 12 hexadecimal digits of the SHA-256 of all files, in order. */
  readonly hash: string;
  /** The stage whose positions these are; null for the positions of the file itself. */
  readonly stage: string | null;
  readonly sources: readonly Source[];
  /** What a stance is worth, by its code. */
  readonly stances?: Readonly<Record<string, Pick<StatedNumber, 'value' | 'exact'>>>;
  /** How far a number given by a stance or a share may lie from it. */
  readonly margins?: Margins;
  readonly parties: readonly Party[];
  readonly issues: readonly Issue[];
  readonly rules: readonly Rule[];
  readonly consent: Consent;
  readonly drafts: readonly Draft[];
  /** Absent: the file gives no deal no name. */
  readonly statusQuo?: StatusQuo;
  readonly stages: readonly Stage[];
  readonly bargaining?: Bargaining;
}
