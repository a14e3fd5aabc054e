/** The words of the first steps: what it is about, who is there, which points, which options. */
import { namedCount, namedOf } from '../../making/sketch.ts';
import { openThings } from '../../making/step.ts';
import { counted } from '../../report/text/number.ts';
import { isNumberLine, labelOf, listedOptions, optionId } from '../../scenario/format/options.ts';
import type { Issue, Scenario } from '../../scenario/scenario.ts';
import { evenly } from './range-text.ts';
import type { Form } from './form.ts';

export function titleForm(): Form {
  return {
    heading: 'A new negotiation',
    question: 'What is it about?',
    help: [
      'One line that everybody at the table would accept: "Lease of the shop on Mill Street".',
      '',
      'Next come the parties, the points, the options of each point, and what each party wants. Every answer is written down at once: leave whenever you like, and start again with the same command to go on.',
    ],
    sofar: [],
    entry: { kind: 'text', label: 'It is about', empty: null },
  };
}

/** The title of a table is often the name of its file. */
export function retitleForm({ title }: Scenario): Form {
  return {
    heading: 'Begun with a table',
    question: 'What is it about?',
    help: [
      'Points and options are those of the table. Next come the names of the parties, and then for each of them what the table does not say: what it would never sign, and what no deal is worth to it.',
    ],
    sofar: [],
    entry: { kind: 'text', label: 'It is about', empty: `keep "${title}"` },
  };
}

export function nameForm({ parties }: Scenario, party: number): Form {
  const { name } = parties[party]!;
  return {
    heading: 'Who is at the table',
    question: `The table has a party "${name}". What is it called?`,
    help: ['As a sentence would name it: "The landlord".'],
    sofar: parties.slice(0, party).map((own) => own.name),
    entry: { kind: 'text', label: 'Name', empty: `keep "${name}"` },
  };
}

export const LEAST_PARTIES = 2;

export function partyForm({ parties }: Scenario): Form {
  const named = namedOf(parties).map(({ name }) => name);
  return {
    heading: 'Who is at the table',
    question: named.length === 0 ? 'Who is at the table?' : 'Who else is at the table?',
    help: ['Everybody who has to sign. One name at a time: "The landlord".'],
    sofar: named,
    entry: {
      kind: 'text',
      label: 'Party',
      empty: named.length < LEAST_PARTIES ? null : 'that is everybody',
    },
  };
}

export function issueForm({ issues }: Scenario): Form {
  const named = namedOf(issues).map(({ title }) => title);
  return {
    heading: 'Which points',
    question: named.length === 0 ? 'What has to be settled?' : 'What else has to be settled?',
    help: ['Each point of the agreement by itself: "Rent", "Length of the lease". Its options come next.'],
    sofar: named,
    entry: { kind: 'text', label: 'Point', empty: named.length === 0 ? null : 'these are all points' },
  };
}

export function optionForm(scenario: Scenario, issue: number): Form {
  const own = scenario.issues[issue]!;
  const count = namedCount(own);
  return {
    heading: placeOf(scenario, issue),
    question: count === 0 ? `What could be agreed on "${own.title}"?` : `What else could be agreed on "${own.title}"?`,
    help: [
      'One option at a time: "Two years". Leaving the point out of the agreement is an option, too.',
      ...(own.range === null
        ? ['Numbers are said as a range: "800 to 1200 step 50 euros".']
        : ['Beside the numbers there may be other options: "a share of the sales".']),
    ],
    sofar: optionLines(own),
    entry: { kind: 'text', label: 'Option', empty: count < 2 ? null : 'these are all options' },
  };
}

export const NOT_ONE_OF_THEM = 'none of these';

export function statusQuoForm(scenario: Scenario, issue: number): Form {
  const own = scenario.issues[issue]!;
  return {
    heading: placeOf(scenario, issue),
    question: `How do things stand on "${own.title}" today, without an agreement?`,
    help: [],
    sofar: [],
    entry: {
      kind: 'choice',
      items: [
        ...standingOptions(own).map((option) => ({ text: withUnit(own, option), note: '' })),
        { text: NOT_ONE_OF_THEM, note: '' },
      ],
    },
  };
}

/** The options that a list of them shows: of many numbers only some. */
export function standingOptions(issue: Issue): readonly number[] {
  const named = namedCount(issue);
  const listed = listedOptions(issue).filter((option) => option < named);
  return isNumberLine(issue) ? [...evenly(issue), ...listed] : listed;
}

export function whoseForm(scenario: Scenario): Form {
  const open = openThings(scenario);
  const left = open.filter((count) => count > 0).length;
  return {
    heading: 'What each party wants',
    question: left === 0 ? 'Everybody has been asked. Is that all?' : 'Who is asked next?',
    help:
      left === 0
        ? []
        : [
            'Answer for the party as it would answer itself. What is not said stays "not yet valued": nothing is made up in its place, and the answer says what follows whatever it is.',
          ],
    sofar: [],
    entry: {
      kind: 'choice',
      items: [
        ...scenario.parties.map(({ name }, party) => ({
          text: name,
          note: open[party] === 0 ? 'all is said' : openNote(scenario, party),
        })),
        { text: left === 0 ? 'That is all' : 'Leave the rest for later', note: '' },
      ],
    },
  };
}

function openNote(scenario: Scenario, party: number): string {
  const open = openThings(scenario)[party]!;
  return open > scenario.issues.length ? 'not asked yet' : `${counted(open, 'thing')} left`;
}

function placeOf({ issues }: Scenario, issue: number): string {
  return `Point ${issue + 1} of ${issues.length}: ${issues[issue]!.title}`;
}

function optionLines(issue: Issue): readonly string[] {
  const { range } = issue;
  const numbers =
    range === null
      ? []
      : [`${optionId(issue, 0)} to ${withUnit(issue, range.count - 1)}: ${counted(range.count, 'number')}`];
  return [...numbers, ...namedOf(issue.named).map(({ label }) => label)];
}

export function withUnit(issue: Issue, option: number): string {
  const label = labelOf(issue, option);
  return issue.range !== null && option < issue.range.count && issue.unit !== undefined
    ? `${label} ${issue.unit}`
    : label;
}
