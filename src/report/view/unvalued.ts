/** What is not yet valued, in words: whose numbers they are, and what the verdict is whatever they turn out to be. */
import type { UnvaluedAnswer } from '../case.ts';
import { oneLine } from '../text/width.ts';
import { labelOf, optionAt } from '../../scenario/format/options.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Unvalued } from '../../scenario/unvalued.ts';
import { issueTitle, partyName } from './words.ts';

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

const SENTENCES: Readonly<Record<UnvaluedAnswer['verdict'], string>> = {
  always:
    'There is a deal even with all of them at their worst: values 0, and no deal worth 100. What follows takes them so, and holds whatever they are.',
  depends:
    'With all of them at their worst (values 0, no deal worth 100) nobody could sign; with all at their best (values 100, no deal worth 0) there may be a deal. What follows takes them at their best, to show what is still open.',
  never:
    'There is none even with all of them at their best: values 100, and no deal worth 0. What follows takes them so, and what stands in the way stands there whatever they are.',
  undecided: 'What follows takes them at their best: values 100, and no deal worth 0.',
};

/** "Not yet valued: ..." and what the answer makes of it. */
export function unvaluedSentences(scenario: Scenario, { numbers, verdict }: UnvaluedAnswer): readonly string[] {
  return [`Not yet valued: ${unvaluedWords(scenario, numbers)}.`, SENTENCES[verdict]];
}
