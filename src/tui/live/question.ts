/**
 * What screens ask to be computed, and what is known of each answer: found, being computed, or of numbers that have
 * changed since.
 */
import type { Effects } from '../../questions/sensitivity/ask-numbers.ts';
import type { AlongDates } from '../../questions/sensitivity/ask-stages.ts';
import type { Compiled } from '../../compile/compile.ts';
import type { VariedNumber } from '../../compile/vary.ts';
import type { RunsSummary, Session } from '../../engine/bargain/answer.ts';
import type { Setup } from '../../questions/bargain/case.ts';
import type { CompareCase } from '../../questions/compare/case.ts';
import type { TournamentCase } from '../../questions/tournament/case.ts';
import type { Followed } from '../../questions/price/case.ts';
import type { Named, UnvaluedAnswer } from '../../report/case.ts';
import type { SolutionName, Zone } from '../../engine/answer.ts';
import type { DraftExplanation, Explanation } from '../../engine/explain/answer.ts';
import type { FrontierAnswer } from '../../engine/frontier/question.ts';
import type { DraftGlance } from '../../engine/draft/glance-draft.ts';
import type { ZoneGlance } from '../../engine/glance.ts';
import type { Deal } from '../../engine/problem.ts';
import type { Recommendation } from '../../engine/sensitivity/breakpoints.ts';
import type { SmaaAnswer } from '../../engine/sensitivity/smaa-answer.ts';
import type { BreakpointRow } from '../../questions/sensitivity/case.ts';
import type { ScenarioEdit } from '../../scenario/edit/edit.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** What an answer is about: a scenario and how it came about. The same scenario is the same object, also after undo. */
export interface Subject {
  /** As edited, at its stage. */
  readonly scenario: Scenario;
  readonly compiled: Compiled;
  /** As the file has it, with what the scenario is made of now. */
  readonly file: Scenario;
  /** The changes that lead from there to here, stages and what the scenario is made of left out. */
  readonly edits: readonly ScenarioEdit[];
  /** Where it is the scenario as if a way out were taken: what is supposed, its red lines by name, the scenario itself. */
  readonly asIf?: { readonly words: string; readonly lines: readonly string[]; readonly of: Subject };
}

/** A question by its kind, with what it needs beyond the scenario. */
export type Question =
  /** Verdict, six solutions, slack, conflict and ways out: answered at each keypress. */
  | { readonly kind: 'glance' }
  /** Size of the zone, shares and status of options, sole blockers. */
  | { readonly kind: 'zone' }
  /** `zone`: only deals of the zone. */
  | { readonly kind: 'frontier'; readonly zone: boolean }
  | { readonly kind: 'explain' }
  | { readonly kind: 'tornado'; readonly solution: SolutionName }
  /** The breakpoints of one number, for the verdict and for the deal that is recommended. */
  | { readonly kind: 'line'; readonly number: VariedNumber; readonly recommended: Recommendation | null }
  | { readonly kind: 'smaa'; readonly draws: number; readonly solution: SolutionName }
  /** Along the dates of the file, each with the person's own edits made after it. */
  | { readonly kind: 'stages'; readonly solution: SolutionName }
  /** One session under what the scenario says of bargaining, or along another agenda, as a person types it. */
  | { readonly kind: 'session'; readonly agenda?: string }
  /** So many of them, with numbers drawn where the file has ranges. */
  | { readonly kind: 'runs'; readonly runs: number; readonly agenda?: string }
  /** Every party with every strategy of a menu, as a person types it. */
  | {
      readonly kind: 'tournament';
      readonly menu: string;
      readonly protocol: 'alternating' | 'random-proposer';
      readonly agenda?: string;
    }
  /** One deal: who refuses, what beats it, exchanges, fewest changes into the zone. */
  | { readonly kind: 'deal'; readonly deal: Deal }
  /** One clause of a deal: what a party was paid with for it, and what is left if it refuses it. */
  | { readonly kind: 'price'; readonly deal: Deal; readonly party: number; readonly issue: number }
  /** The scenario as it stands beside others: readings by their file, dates as @stage. */
  | { readonly kind: 'compare'; readonly others: readonly string[] };

/** A session, how it was run, and whose numbers its utilities are of. */
export interface TableTalk {
  readonly about: Named;
  readonly setup: Setup;
  readonly session: Session;
}

export interface TimelyGlance extends ZoneGlance {
  /** Null: held against the positions of another date, and not yet known. */
  readonly drafts: readonly (DraftGlance | null)[];
  /** The verdict for whatever they turn out to be, where numbers are not yet valued. */
  readonly unvalued?: UnvaluedAnswer;
}

/** Many sessions: what they have in common. */
export interface ManyTalks {
  readonly about: Named;
  readonly summary: RunsSummary;
  /** Numbers were drawn from their ranges. */
  readonly draws: boolean;
}

/** What is said of a first glance under way once it is known whether there is a deal. */
export const EARLY = { none: 'no deal', some: 'a deal is possible' } as const;

export type QuestionKind = Question['kind'];
export type QuestionOf<K extends QuestionKind> = Extract<Question, { readonly kind: K }>;

export interface Answers {
  readonly glance: TimelyGlance;
  readonly zone: Zone;
  readonly frontier: FrontierAnswer;
  readonly explain: Explanation;
  readonly tornado: Effects;
  /** Null where the number has no line: a party's only weight. */
  readonly line: BreakpointRow | null;
  readonly smaa: SmaaAnswer;
  readonly stages: AlongDates;
  readonly session: TableTalk;
  readonly runs: ManyTalks;
  readonly tournament: TournamentCase;
  readonly deal: DraftExplanation;
  readonly price: Followed;
  readonly compare: CompareCase;
}

/** An answer with the question and the scenario it is about. */
export interface Answered<K extends QuestionKind> {
  readonly question: QuestionOf<K>;
  readonly about: Subject;
  readonly answer: Answers[K];
}

/** What is known of one kind of question. */
export interface Finding<K extends QuestionKind> {
  /** The last answer, if there has been one. */
  readonly last: Answered<K> | null;
  /** True when `last` answers the present question about the scenario as it is now; details may follow while it runs. */
  readonly current: boolean;
  /** True once the present answer has been awaited for so long that the last one should look old. */
  readonly late: boolean;
  /** What is being done for the present question, such as "4,300 of 10,000 draws"; null when nothing runs. */
  readonly running: string | null;
  /** Why the present question has no answer, for the person; null when nothing failed. */
  readonly failed: string | null;
}

export type Findings = { readonly [K in QuestionKind]: Finding<K> };
