/** The words of an interview: what a party is asked of its values, weights, red lines and of no deal. */
import { dealOf } from '../../making/answer.ts';
import { placesOf } from '../../making/valued.ts';
import type { Check } from '../../interview/checks.ts';
import type { Next } from '../../interview/next.ts';
import type { Party, Scenario, StatedNumber } from '../../scenario/scenario.ts';
import { LARGEST } from '../../scenario/format/limits.ts';
import { optionAt } from '../../scenario/format/options.ts';
import { worthAt } from '../../scenario/format/worth.ts';
import type { Entry, Form, Item } from './form.ts';
import { withUnit } from './structure-forms.ts';

export const NO_DIFFERENCE = 'it makes no difference';

const MOST_SWING = 1000;

export function askForm(scenario: Scenario, party: number, next: Next): Form {
  const who = scenario.parties[party]!;
  return { heading: who.name, sofar: [], ...asked(scenario, who, next) };
}

function asked(scenario: Scenario, who: Party, next: Next): Omit<Form, 'heading' | 'sofar'> {
  switch (next.kind) {
    case 'best':
    case 'worst':
      return endAsked(scenario, who, next);
    case 'swing':
      return {
        question:
          next.after.length === 0
            ? `Suppose every point stands at its worst for ${who.name}. Which one would be lifted to its best first?`
            : 'And which one next?',
        help: [
          ...next.after.map((issue, k) => `${k + 1}. ${swing(scenario, who, issue)}`),
          'What counts is the way from the worst to the best option, not how important the point is in general.',
        ],
        entry: { kind: 'choice', items: next.among.map((issue) => item(swing(scenario, who, issue))) },
      };
    case 'ratio':
      return {
        question: `If the first is worth 100, what is the other worth?`,
        help: [
          `100: ${swing(scenario, who, next.first)}`,
          `  ?: ${swing(scenario, who, next.issue)}`,
          '50 says that lifting two points like it would be worth as much as the first.',
        ],
        entry: { kind: 'number', label: 'It is worth', least: 0, most: MOST_SWING },
      };
    case 'rate':
      return rateAsked(scenario, who, next);
    case 'score':
      return scoreAsked(scenario, who, next);
    case 'check':
      return checkAsked(scenario, next);
    case 'redLines':
      return {
        question: `Is there anything that ${who.name} would never sign, whatever else it got?`,
        help: ['Mark only what no price could buy. What is merely bad has a low value already.'],
        entry: { kind: 'marks', items: redLineItems(scenario) },
      };
    case 'least':
      return {
        question: `Would ${who.name} sign this, or rather have no deal?`,
        help: [
          ...dealOf(scenario, next.options).map((option, issue) => clause(scenario, issue, option)),
          '',
          `No deal means whatever ${who.name} would do then.`,
        ],
        entry: choice('Sign it', 'Rather no deal', 'It comes to the same'),
      };
    case 'alternative':
      if (who.preferences.form === 'scores') return sheetAlternative(scenario, who);
      return {
        question: `What is no deal worth to ${who.name}?`,
        help: ['0: everything at its worst. 100: everything at its best. What it would do without a deal lies where?'],
        entry: { kind: 'number', label: 'No deal is worth', least: 0, most: 100 },
      };
  }
}

function endAsked(
  scenario: Scenario,
  who: Party,
  { kind, issue }: Extract<Next, { readonly kind: 'best' | 'worst' }>,
): Omit<Form, 'heading' | 'sofar'> {
  const own = scenario.issues[issue]!;
  const isSheet = who.preferences.form === 'scores';
  return {
    question: `Which option of "${own.title}" is ${kind} for ${who.name}?`,
    help:
      kind === 'best'
        ? ['On this point alone, whatever becomes of the others.']
        : isSheet
          ? ['It has 0 points on the sheet, and the others have points above it, in whatever unit the sheet counts.']
          : [`Best: ${endLabel(scenario, who, issue, 100)}`],
    entry: {
      kind: 'choice',
      items: [...placeLabels(scenario, issue).map(item), ...(kind === 'best' || isSheet ? [item(NO_DIFFERENCE)] : [])],
    },
  };
}

function scoreAsked(
  scenario: Scenario,
  who: Party,
  { issue, option }: Extract<Next, { readonly kind: 'score' }>,
): Omit<Form, 'heading' | 'sofar'> {
  const labels = placeLabels(scenario, issue);
  const swings = scenario.issues.flatMap((own, k) => {
    const points = pointsSaid(scenario, who, k);
    const known = points.flatMap((each) => each ?? []);
    if (k === issue || known.length < points.length || Math.max(...known) === Math.min(...known)) return [];
    const at = (wanted: number): string => placeLabels(scenario, k)[points.indexOf(wanted)]!;
    const [least, most] = [Math.min(...known), Math.max(...known)];
    return [`${own.title}: ${at(least)} ${least}, ${at(most)} ${most}`];
  });
  const here = pointsSaid(scenario, who, issue).flatMap((each, k) => (each === null ? [] : [`${labels[k]!}: ${each}`]));
  return {
    question: `On "${scenario.issues[issue]!.title}": how many points is "${labels[option]!}" worth to ${who.name}?`,
    help: [
      ...here,
      ...swings,
      'Points of all issues are added up: as many points on one issue are worth as much as on another.',
    ],
    entry: { kind: 'number', label: 'Points', least: -LARGEST, most: LARGEST },
  };
}

/** By place; null for what is not said. */
function pointsSaid({ issues }: Scenario, { preferences }: Party, issue: number): readonly (number | null)[] {
  const own = issues[issue]!;
  return placesOf(own).map((id) => {
    const { value, unknown } = worthAt(own, preferences.issues[issue]!, optionAt(own, id));
    return unknown === undefined ? value : null;
  });
}

function sheetAlternative(scenario: Scenario, who: Party): Omit<Form, 'heading' | 'sofar'> {
  const ends = scenario.issues.map((_, issue) => pointsSaid(scenario, who, issue).flatMap((each) => each ?? []));
  const sum = (end: (...points: number[]) => number): number => ends.reduce((all, own) => all + end(...own), 0);
  return {
    question: `What is no deal worth to ${who.name}, in points of its sheet?`,
    help: [
      `${sum(Math.min)}: everything at its worst. ${sum(Math.max)}: everything at its best. It signs for no less than what you say.`,
    ],
    entry: { kind: 'number', label: 'No deal is worth', least: -LARGEST, most: LARGEST },
  };
}

function rateAsked(
  scenario: Scenario,
  who: Party,
  { issue, option }: Extract<Next, { readonly kind: 'rate' }>,
): Omit<Form, 'heading' | 'sofar'> {
  return {
    question: `On "${scenario.issues[issue]!.title}": how good is "${placeLabels(scenario, issue)[option]!}" for ${who.name}?`,
    help: [
      `100: ${endLabel(scenario, who, issue, 100)}`,
      `  0: ${endLabel(scenario, who, issue, 0)}`,
      '50 says that going there from the worst is worth as much as going on from there to the best.',
    ],
    entry: { kind: 'number', label: 'It is worth', least: 0, most: 100 },
  };
}

function checkAsked(
  scenario: Scenario,
  { check, number, of }: Extract<Next, { readonly kind: 'check' }>,
): Omit<Form, 'heading' | 'sofar'> {
  return {
    question: `To check (${number} of ${of}): which of these two packages is better?`,
    help: [
      `A: ${packageWords(scenario, check, 'a')}`,
      `B: ${packageWords(scenario, check, 'b')}`,
      'Everything else is the same in both.',
    ],
    entry: choice('A is better', 'B is better', 'Both are as good'),
  };
}

/** The clauses in which the two differ. */
function packageWords(scenario: Scenario, check: Check, side: 'a' | 'b'): string {
  return dealOf(scenario, check[side])
    .flatMap((option, issue) => (check.a[issue] === check.b[issue] ? [] : [clause(scenario, issue, option)]))
    .join('; ');
}

function clause({ issues }: Scenario, issue: number, option: number): string {
  return `${issues[issue]!.title}: ${withUnit(issues[issue]!, option)}`;
}

/** "Rent: from 1200 euros to 800 euros". */
function swing(scenario: Scenario, who: Party, issue: number): string {
  const [worst, best] = [0, 100].map((points) => endLabel(scenario, who, issue, points));
  return `${scenario.issues[issue]!.title}: from ${worst} to ${best}`;
}

/** The option that is worth so many points to the party. */
function endLabel(scenario: Scenario, who: Party, issue: number, points: number): string {
  const own = scenario.issues[issue]!;
  const options = placesOf(own).map((id) => optionAt(own, id));
  const worth = (option: number): StatedNumber => worthAt(own, who.preferences.issues[issue]!, option);
  const found = options.find((option) => worth(option).value === points && worth(option).unknown === undefined);
  return found === undefined ? '?' : withUnit(own, found);
}

export function placeLabels({ issues }: Scenario, issue: number): readonly string[] {
  const own = issues[issue]!;
  return placesOf(own).map((id) => withUnit(own, optionAt(own, id)));
}

/** Every place of every issue, in order. */
export function redLinePlaces({ issues }: Scenario): readonly { readonly issue: number; readonly place: number }[] {
  return issues.flatMap((own, issue) => placesOf(own).map((_, place) => ({ issue, place })));
}

function redLineItems(scenario: Scenario): readonly Item[] {
  return redLinePlaces(scenario).map(({ issue, place }) =>
    item(`${scenario.issues[issue]!.title}: ${placeLabels(scenario, issue)[place]!}`),
  );
}

function choice(...texts: readonly string[]): Entry {
  return { kind: 'choice', items: texts.map(item) };
}

function item(text: string): Item {
  return { text, note: '' };
}
