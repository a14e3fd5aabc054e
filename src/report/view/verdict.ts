/** The answer first: whether a deal is possible, who would sign, how many there are, and how sure that is. */
import type { Answer, BoundedCount } from '../../engine/answer.ts';
import type { Glance } from '../../engine/glance.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Case, Named, UnvaluedAnswer } from '../case.ts';
import { lessAsked, mayAsk } from '../digits.ts';
import {
  bigCount,
  combinations,
  countBounds,
  counted,
  estimatedCount,
  mostOf,
  noneOf,
  percentOf,
} from '../text/number.ts';
import type { CoalitionsView } from './coalitions.ts';
import { coalitionsListed, signersAndOthers } from './coalitions.ts';
import type { Focus } from './focus.ts';
import { dayOf } from './header.ts';
import { knotSentences } from './knot.ts';
import { UNVALUED_HEADLINES, unvaluedSentences } from './unvalued.ts';
import { hasRedLines, noEstimate, listed } from './words.ts';

export interface VerdictView extends CoalitionsView {
  /** True when there is a deal; null when that was not decided. */
  readonly possible: boolean | null;
  /** "No deal.", "A deal is possible." or "Not decided." */
  readonly headline: string;
  /** What is asked, of which day; null where a deal shows it. */
  readonly asked: string | null;
  readonly sentences: readonly string[];
}

/** The verdict of a whole answer. */
export function verdictView(of: Case, focus: Pick<Focus, 'all'>): VerdictView {
  const { answer, scenario } = of;
  const { empty } = answer.zone;
  const possible = empty === null ? null : !empty;
  const { unvalued } = of;
  return {
    ...(unvalued === undefined ? headlineOf(empty) : unvaluedHeadline(unvalued)),
    asked: answer.knot === null ? null : askedSentence(scenario),
    sentences: [
      ...(unvalued === undefined ? [] : unvaluedSentences(scenario, unvalued)),
      ...(answer.knot === null ? [] : knotSentences(of, answer.knot)),
      ...(possible === null
        ? [undecidedSentence(of), countSentence(of)]
        : possible
          ? [countSentence(of), ...signersSentences(of)]
          : [emptySentence(of)]),
      ...slackSentences(of, { ...answer, empty }),
    ],
    ...(possible === false || answer.coalitions.length < 2
      ? { coalitions: [], coalitionsNote: null }
      : coalitionsListed(of, focus)),
  };
}

/** The verdict of a glance, which counts nothing. */
export function glanceVerdict(of: Named, glance: Glance): VerdictView {
  const { knot } = glance;
  return {
    ...headlineOf(glance.empty),
    asked: knot === null ? null : askedSentence(of.scenario),
    sentences: [...(knot === null ? [] : knotSentences(of, knot)), ...slackSentences(of, glance)],
    coalitions: [],
    coalitionsNote: null,
  };
}

function headlineOf(empty: boolean | null): Pick<VerdictView, 'possible' | 'headline'> {
  if (empty === null) return { possible: null, headline: 'Not decided.' };
  return empty ? { possible: false, headline: 'No deal.' } : { possible: true, headline: 'A deal is possible.' };
}

function unvaluedHeadline({ verdict }: UnvaluedAnswer): Pick<VerdictView, 'possible' | 'headline'> {
  const possible = verdict === 'always' ? true : verdict === 'never' ? false : null;
  return { possible, headline: UNVALUED_HEADLINES[verdict] };
}

/** What the verdict answers, and by whose positions of which day. */
export function askedSentence(scenario: Scenario): string {
  const day = dayOf(scenario);
  return (
    `Asked: is there a combination of the options listed that ${signersWords(scenario)} would sign` +
    `${day === null ? '' : `, by their positions of ${day}`}? The answer follows from the numbers and red lines of the file: a model, not a forecast.`
  );
}

function emptySentence({ answer, scenario }: Case): string {
  return (
    `${noneOf(answer.space)} of the options listed would be signed by ${signersWords(scenario)}. ` +
    `Proven; the search of this answer took ${counted(answer.nodes, 'node')}.`
  );
}

function undecidedSentence({ answer }: Case): string {
  return (
    'Whether there is a deal was not decided within the search budget: the search found none in ' +
    `${counted(answer.nodes, 'node')}, and did not rule one out. A longer search: --nodes.`
  );
}

function countSentence({ answer, scenario }: Case): string {
  const { count } = answer.zone;
  const space = combinations(answer.space);
  const signers = signersWords(scenario);
  if (count.kind === 'exact') {
    const share = percentOf(count.count, answer.space);
    const { lawful } = answer;
    if (lawful?.kind === 'exact' && lawful.count < answer.space && lawful.count > 0n) {
      return (
        `${bigCount(count.count)} of the ${combinations(lawful.count)} that keep the rules (${percentOf(count.count, lawful.count)}) ` +
        `would be signed by ${signers}; of all ${space} that is ${share}. Counted exactly.`
      );
    }
    return `${bigCount(count.count)} of ${space} (${share}) would be signed by ${signers}. Counted exactly.`;
  }
  const [from, to] = count.interval;
  const bounds = boundsSentence(count, answer.space, signers);
  const lacking = noEstimate(count);
  if (lacking !== null) return `${bounds} No estimate: ${lacking}.`;
  return (
    `${bounds} Estimate: ${estimatedCount(count.estimate)}, 95 % interval ` +
    `${estimatedCount(from)} to ${estimatedCount(to)}.`
  );
}

function boundsSentence({ low, high }: Pick<BoundedCount, 'low' | 'high'>, all: bigint, signers: string): string {
  const space = combinations(all);
  if (low > 1n) {
    return `Between ${countBounds(low, high, 'and', all)} of ${space} would be signed by ${signers}; both bounds are proven.`;
  }
  return high >= all
    ? `How many of ${space} would be signed by ${signers} is not bounded within the memory given; more: --memory.`
    : `Up to ${mostOf(high, all)} of ${space} would be signed by ${signers}; the bound is proven.`;
}

/** Said only where the signers are not simply everybody. */
function signersSentences({ answer, scenario }: Case): string[] {
  if (answer.solutions === null && !answer.coalitionProven) {
    return [
      'Whether these signers have a deal that they can make by themselves was not decided within the search budget.',
    ];
  }
  if (answer.solutions === null) return ['The signers asked for have no deal that they can make by themselves.'];
  if (answer.coalition === null || answer.coalition.length === scenario.parties.length) return [];
  const larger = answer.coalitionProven ? '' : ' Whether more parties can sign together was not decided.';
  return [`The deals below are signed by ${signersAndOthers(scenario, answer.coalition)}.${larger}`];
}

/** How much tougher the signers could all get, or how much softer all would have to get, red lines kept. */
export function slackSentences(
  of: Named,
  {
    uniformSlack: slack,
    uniformSlackProven: proven,
    uniformSlackExact: exact,
    empty,
  }: Pick<Answer, 'uniformSlack' | 'uniformSlackProven' | 'uniformSlackExact'> & Pick<Answer['zone'], 'empty'>,
): string[] {
  if (slack === null || exact === null) return [];
  const asking = [...of.scenario.parties.keys()];
  const atLeast = proven ? '' : ' That is what was found; the search budget left open whether there is more.';
  if (empty === false && slack >= 0) {
    if (slack === 0 && proven && exact.attained) {
      return ['The parties cannot all ask for more at the same time: no deal would remain, however little it is.'];
    }
    if (slack === 0 && !proven) {
      return ['Whether all parties could ask for more at the same time was not settled within the search budget.'];
    }
    return [
      `Uniform slack: every party could ask for ${mayAsk(of, asking, exact)} at the same time, and a deal would remain.${atLeast}`,
    ];
  }
  if (empty === false) return [];
  const less = proven ? '' : ' Less may do: the search budget ran out.';
  return [
    `${hasRedLines(of) ? 'Red lines kept, a' : 'A'} zone opens when every party asks for ${lessAsked(of, asking, exact)}.${less}`,
  ];
}

/** "all four parties", "both parties", or the consent rule in words. */
function signersWords({ parties, consent }: Scenario): string {
  if (consent.needs === 'all' && consent.conditional.length === 0) return everybody(parties.length);
  if (consent.needs === 'all') return 'every party whose signature it needs';
  const veto = consent.needs.veto.map((id) => parties.find((party) => party.id === id)?.name ?? id);
  const among = veto.length === 0 ? '' : `, ${listed(veto)} among them`;
  return `enough parties (${consent.needs.quorum} of ${parties.length}${among})`;
}

const SMALL_NUMBERS = [
  'no',
  'the one',
  'both',
  'all three',
  'all four',
  'all five',
  'all six',
  'all seven',
  'all eight',
];

function everybody(count: number): string {
  return `${SMALL_NUMBERS[count] ?? `all ${count}`} ${count === 1 ? 'party' : 'parties'}`;
}
