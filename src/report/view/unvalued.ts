/** What is not yet valued, in words: whose numbers they are, and what the verdict is whatever they turn out to be. */
import type { UnvaluedAnswer } from '../case.ts';
import { oneLine } from '../text/width.ts';
import { NOT_YET_VALUED } from '../../scenario/format/not-yet-valued.ts';
import { labelOf, optionAt } from '../../scenario/format/options.ts';
import { worthAt } from '../../scenario/format/worth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { hasUnvalued, unvaluedIn } from '../../scenario/unvalued.ts';
import type { Turn, Unvalued } from '../../scenario/unvalued.ts';
import { issueTitle, partyName } from './words.ts';

/** Before a figure in which something stands in for a number that nobody has given. */
const SIGN = '?';

/** What the sign means. */
export const STAND_IN_NOTE = `${SIGN} ${NOT_YET_VALUED}: the middle stands in`;

/** Before what follows from single numbers where some are not yet valued. */
export const WITH_MIDDLE = `With the middle of what is ${NOT_YET_VALUED}:`;

/** "?50", "50" */
export function standInFigure(text: string, standsIn: boolean): string {
  return standsIn ? `${SIGN}${text}` : text;
}

/** Whether what the option adds to the party's points hangs on a number not yet valued. */
export function optionStandsIn({ issues, parties }: Scenario, party: number, issue: number, option: number): boolean {
  const { preferences } = parties[party]!;
  const isWeightOpen = preferences.form === 'weights' && preferences.issues.some(({ weight }) => weight.unknown);
  return isWeightOpen || worthAt(issues[issue]!, preferences.issues[issue]!, option).unknown !== undefined;
}

/** Whether what the deal is worth to the party does. */
export function dealStandsIn(scenario: Scenario, party: number, deal: readonly number[]): boolean {
  return deal.some((option, issue) => optionStandsIn(scenario, party, issue, option));
}

/** The same of a draft, which may leave issues open. */
export function draftStandsIn(scenario: Scenario, party: number, draft: number): boolean {
  const { clauses } = scenario.drafts[draft]!;
  return scenario.issues.some((issue, k) => {
    const clause = clauses.find((own) => own.issue === issue.id);
    if (clause !== undefined) return optionStandsIn(scenario, party, k, optionAt(issue, clause.option));
    return unvaluedIn(scenario).some((own) => own.party === party && 'issue' in own && own.issue === k);
  });
}

/** "The baker: no deal, Rent; the town: Market days (Saturday)". */
export function unvaluedWords(scenario: Scenario, numbers: readonly Unvalued[]): string {
  const parties = [...new Set(numbers.map(({ party }) => party))];
  return parties
    .map((party) => {
      const own = numbers.filter((each) => each.party === party).map((each) => numberWords(scenario, each));
      return `${partyName(scenario, party)}: ${own.join(', ')}`;
    })
    .join('; ');
}

function numberWords(scenario: Scenario, number: Unvalued): string {
  if (number.what === 'disagreement') return 'what no deal is worth';
  const title = issueTitle(scenario, number.issue);
  switch (number.what) {
    case 'issue':
      return title;
    case 'weight':
      return `the weight of ${title}`;
    case 'values':
      return `the values of ${title}`;
    case 'options': {
      const issue = scenario.issues[number.issue]!;
      const labels = number.options.map((id) => {
        const option = optionAt(issue, id);
        return oneLine(option === -1 ? id : labelOf(issue, option));
      });
      return `${title} (${labels.join(', ')})`;
    }
  }
}

export const UNVALUED_HEADLINES: Readonly<Record<UnvaluedAnswer['verdict'], string>> = {
  always: 'A deal is possible, whatever the numbers not yet valued are.',
  depends: 'It depends on numbers that are not yet valued.',
  never: 'No deal, whatever the numbers not yet valued are.',
  undecided: 'Not decided.',
};

const SENTENCES: Readonly<Record<UnvaluedAnswer['verdict'], (worst: string, best: string) => string>> = {
  always: (worst) =>
    `There is a deal even with all of them at their worst: ${worst}. What follows takes them so, and holds whatever they are.`,
  depends: (worst, best) =>
    `With all of them at their worst (${worst}) nobody could sign; with all at their best (${best}) there may be a deal. What follows takes them at their best, to show what is still open.`,
  never: (_, best) =>
    `There is none even with all of them at their best: ${best}. What follows takes them so, and what stands in the way stands there whatever they are.`,
  undecided: (_, best) => `What follows takes them at their best: ${best}.`,
};

/** The numbers that an end is made of: "values 0, no deal worth 100". Scores have no ends: they outweigh all others. */
function endWords(scenario: Scenario, { numbers, beyond }: UnvaluedAnswer, turn: Turn): string {
  const open = numbers.map(({ party }) => scenario.parties[party]!);
  const [value, least] = turn === 'worst' ? [0, 100] : [100, 0];
  const score = turn === 'worst' ? -(beyond ?? 0) : (beyond ?? 0);
  return [
    ...(open.some(({ preferences }) => preferences.form === 'weights')
      ? [`values ${value}, no deal worth ${least}`]
      : []),
    ...(open.some(({ preferences }) => preferences.form === 'scores')
      ? [`scores ${score}, no deal worth ${-score} on a score sheet`]
      : []),
  ].join('; ');
}

const WHATEVER: Readonly<Record<UnvaluedAnswer['verdict'], string>> = {
  always: 'Whatever they are, a deal is possible.',
  never: 'Whatever they are, there is no deal.',
  depends: 'Whether there is a deal depends on them.',
  undecided: 'Whether there is a deal whatever they are was not decided.',
};

/** A verdict of single numbers, where some of the scenario are not yet valued. */
export function ofTheMiddle(scenario: Scenario, verdict: string): string {
  return hasUnvalued(scenario) ? `${WITH_MIDDLE} ${verdict}` : verdict;
}

/** What draws make of them: only numbers from 0 to 100 have ends to be drawn between. */
function drawnWords({ parties }: Scenario, numbers: readonly Unvalued[]): string {
  const forms = new Set(numbers.map(({ party }) => parties[party]!.preferences.form));
  const drawn = 'draws take values and what no deal is worth from 0 to 100';
  if (!forms.has('scores')) return drawn;
  return forms.has('weights') ? `${drawn}, and leave score sheets at the middle` : 'draws leave them there';
}

/** At the top of an answer that takes the middle in their place. */
export function middleSentences(scenario: Scenario, { numbers, verdict }: UnvaluedAnswer): readonly string[] {
  return [
    `Not yet valued: ${unvaluedWords(scenario, numbers)}. ${WHATEVER[verdict]} What follows takes the middle in their ` +
      `place and is no proof for other numbers; ${drawnWords(scenario, numbers)}. ` +
      '`winset solve` answers for whatever they are.',
  ];
}

/** A verdict that holds for the middle alone. */
export function middleHeadline({ middle }: { readonly middle?: UnvaluedAnswer }, headline: string): string {
  return middle === undefined ? headline : `${WITH_MIDDLE} ${headline}`;
}

/** "Not yet valued: ..." and what the answer makes of it. */
export function unvaluedSentences(scenario: Scenario, unvalued: UnvaluedAnswer): readonly string[] {
  const { numbers, verdict } = unvalued;
  const ends = (['worst', 'best'] as const).map((turn) => endWords(scenario, unvalued, turn));
  return [`Not yet valued: ${unvaluedWords(scenario, numbers)}.`, SENTENCES[verdict](ends[0]!, ends[1]!)];
}
