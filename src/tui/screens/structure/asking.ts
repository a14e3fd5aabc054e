/** What is asked for a new party, issue or option, for what an issue is worth, and for an issue's numbers. */
import { isAskedForOptions } from '../../../scenario/edit/structure/issues.ts';
import { askedFor, withRange } from '../../../scenario/edit/structure/ranges.ts';
import type { SingleEdit } from '../../../scenario/edit/edit.ts';
import { rangeText } from '../../../scenario/edit/wording.ts';
import { isNumberLine, numberCount, optionId } from '../../../scenario/format/options.ts';
import type { Issue, Party, Scenario, StatedNumber } from '../../../scenario/scenario.ts';
import { readRangeText } from '../../wizard/range-text.ts';
import type { Answer, Question } from './form.ts';
import { ask, idsOf, made, orNothing, someText } from './form.ts';
import type { Typed } from '../../parts/typed-choice.ts';
import { sentence } from '../../parts/typed-choice.ts';
import {
  issueChoices,
  newId,
  optionWords,
  typedCurve,
  typedIssue,
  typedNames,
  typedNumbers,
  typedValue,
  typedValues,
} from './typed.ts';

const NOTHING = 'Enter alone leaves it not yet valued: nothing is made up in its place.';

export function newParty(scenario: Scenario): Question {
  const { parties, issues } = scenario;
  const name: Omit<Question, 'answer'> = {
    label: 'Name',
    help: ['What the new party is called. What it wants is asked next, and may be left for later.'],
  };
  return ask(name, someText('its name'), (called) => {
    const worth = {
      label: 'No deal is worth',
      help: [`What having no deal is worth to ${called}, in points from 0 to 100.`, NOTHING],
    };
    return ask(worth, orNothing(typedValue), (disagreement) => {
      const party = {
        id: newId(called, idsOf(parties)),
        name: called,
        ...(disagreement !== null && { disagreement }),
      };
      const first = {
        label: 'First issue',
        help: [`The issue that ${called} cares about first.`, 'Enter alone leaves it open.'],
        choices: (typed: string) => issueChoices(typed, issues),
      };
      return ask(
        first,
        orNothing((text) => listedIssue(text, issues)),
        (issue) => {
          if (issue === null) return made(scenario, { kind: 'addParty', party });
          return ask(
            valuesOf(issue, called, 'from 0 worst to 100 best'),
            (text) => typedValues(text, issue),
            (values) => made(scenario, { kind: 'addParty', party, first: { issue: issue.id, values: [...values] } }),
          );
        },
      );
    });
  });
}

function valuesOf(issue: Issue, party: string, scale: string): Omit<Question, 'answer'> {
  return {
    label: 'Values',
    help: [
      `What each option of ${issue.title} is worth to ${party}, ${scale}, with spaces between, in this order: ${optionWords(issue)}.`,
    ],
  };
}

/** Numbers are asked for option by option, so a long range has to get a formula elsewhere. */
function listedIssue(text: string, issues: readonly Issue[]): Typed<Issue> {
  const typed = typedIssue(text, issues);
  if (!typed.ok || !isNumberLine(typed.value)) return typed;
  return { ok: false, message: 'Its options are a long line of numbers; begin with an issue that lists them.' };
}

const RANGE_HELP = 'Numbers are said as a range with its step: 800 to 1200 step 50 euros.';

export function newIssue(scenario: Scenario, at: number | undefined): Question {
  const place = at === undefined ? {} : { at };
  const id = (title: string): string => newId(title, idsOf(scenario.issues));
  return ask(
    { label: 'Title', help: ['What the new issue is called, such as Rent.'] },
    someText('its title'),
    (title) => {
      const options = {
        label: 'Options',
        help: [`What could be agreed on ${title}, with commas between: one year, two years.`, RANGE_HELP],
      };
      return ask(options, someText('its options'), (text) => {
        const numbers = text.includes(',') ? null : readRangeText(text);
        if (numbers !== null) {
          const { range, unit } = numbers;
          const issue = { id: id(title), title, range, options: [], ...(unit !== '' && { unit }) };
          return made(scenario, { kind: 'addIssue', issue, ...place });
        }
        const named = typedNames(text);
        if (!named.ok) return { message: named.message };
        const ids: string[] = [];
        for (const label of named.value) ids.push(newId(label, ids));
        const listed = named.value.map((label, k) => ({ id: ids[k]!, label }));
        return made(scenario, { kind: 'addIssue', issue: { id: id(title), title, options: listed }, ...place });
      });
    },
  );
}

/** The numbers of an issue given anew; each party says what those are worth that it values one by one. */
export function otherNumbers(scenario: Scenario, issue: Issue): Question {
  const numbers = {
    label: 'Numbers',
    text: rangeText(issue),
    help: [
      `The numbers of ${issue.title}, from the first to the last with the step between.`,
      'Numbers that stay keep what they are worth to each party. Formulas hold for all of them.',
    ],
  };
  return ask(numbers, someText('the first and the last number'), (text) => {
    const said = readRangeText(text);
    if (said === null) return { message: 'Type the numbers as a range, such as 800 to 1200 step 50 euros.' };
    const unit = said.unit === '' ? undefined : said.unit;
    const now = withRange(issue, said.range, unit);
    if (typeof now === 'string') return { message: sentence(now) };
    const edit: RangeEdit = {
      kind: 'range',
      issue: issue.id,
      range: said.range,
      ...(unit !== undefined && { unit }),
      worths: [],
    };
    return numbersTo(scenario, edit, issue, now, scenario.parties);
  });
}

type RangeEdit = Extract<SingleEdit, { readonly kind: 'range' }>;

function numbersTo(
  scenario: Scenario,
  edit: RangeEdit,
  issue: Issue,
  now: Issue,
  [party, ...others]: readonly Party[],
): Answer {
  if (party === undefined) return made(scenario, edit);
  const options = askedFor(party, scenario.issues.indexOf(issue), issue, now);
  if (options.length === 0) return numbersTo(scenario, edit, issue, now, others);
  const worth = {
    label: `Worth to ${party.short}`,
    help: [
      `What the new numbers are worth to ${party.name}, ${scaleOf(party)}, with spaces between: ${options.join(', ')}.`,
      NOTHING,
    ],
  };
  return ask(
    worth,
    orNothing((text) => typedNumbers(text, options)),
    (numbers) => {
      const worths = (numbers ?? []).map((number, k) => ({ party: party.id, option: options[k]!, ...number }));
      return numbersTo(scenario, { ...edit, worths: [...edit.worths, ...worths] }, issue, now, others);
    },
  );
}

function scaleOf({ preferences }: Party): string {
  return preferences.form === 'weights' ? 'from 0 worst to 100 best' : 'in points';
}

/** Every party with values on the issue says what the option is worth to it. */
export function newOption(scenario: Scenario, issue: Issue): Question {
  const asked = scenario.parties.filter((party) => isAskedForOptions(scenario, party, scenario.issues.indexOf(issue)));
  const name = {
    label: 'Option',
    help: [
      `What else could be agreed on ${issue.title}.`,
      'Each party that has values on it then says what it is worth.',
    ],
  };
  return ask(name, someText('its label'), (label) => {
    const option = {
      id: newId(
        label,
        issue.named.map(({ id }) => id),
      ),
      label,
    };
    return worthTo(scenario, issue, option, asked, []);
  });
}

type OptionWorth = Extract<SingleEdit, { readonly kind: 'addOption' }>['worths'][number];

function worthTo(
  scenario: Scenario,
  issue: Issue,
  option: { readonly id: string; readonly label: string },
  [party, ...others]: readonly Party[],
  worths: readonly OptionWorth[],
): Answer {
  if (party === undefined) return made(scenario, { kind: 'addOption', issue: issue.id, option, worths: [...worths] });
  const worth = {
    label: `Worth to ${party.short}`,
    help: [`What ${option.label} is worth to ${party.name}, ${scaleOf(party)}.`],
  };
  return ask(worth, typedValue, (number) =>
    worthTo(scenario, issue, option, others, [...worths, { party: party.id, ...number }]),
  );
}

/** A whole position on an issue: its weight where the party has weights, and a number for each option, or a curve. */
export function newPosition(scenario: Scenario, issue: Issue): Question {
  const whose = partyQuestion(scenario, `Whose values on ${issue.title} they are.`);
  const read = (text: string): Typed<Party> => partyNamed(text, scenario);
  return ask(whose, read, (party) => {
    const worths = (weight: Weight | null): Question =>
      isNumberLine(issue) ? curveOf(scenario, issue, party, weight) : valuesTo(scenario, issue, party, weight);
    if (party.preferences.form === 'scores') return worths(null);
    const weight = {
      label: 'Weight',
      help: [`How much ${issue.title} counts for ${party.name}, on the scale of its other weights.`],
    };
    return ask(weight, typedValue, worths);
  });
}

type Weight = Pick<StatedNumber, 'value' | 'exact'>;

function valuesTo(scenario: Scenario, issue: Issue, party: Party, weight: Weight | null): Question {
  const read = (text: string) => typedValues(text, issue);
  return ask(valuesOf(issue, party.name, scaleOf(party)), read, (numbers) => {
    const own = weight === null ? {} : { weight };
    return made(scenario, { kind: 'worths', party: party.id, issue: issue.id, ...own, values: [...numbers] });
  });
}

/** A long range has no number for each, so what they are worth is a formula, or points with straight lines between. */
function curveOf(scenario: Scenario, issue: Issue, party: Party, weight: Weight | null): Question {
  const [first, last] = [0, numberCount(issue) - 1].map((k) => optionId(issue, k));
  const curve = {
    label: 'Worth',
    help: [
      `What the numbers of ${issue.title} are worth to ${party.name}, ${scaleOf(party)}: a formula of x, such as x / 10,`,
      `or points with straight lines between: ${first}: 0, ${last}: 100.`,
    ],
  };
  return ask(curve, typedCurve, (said) => {
    const place = { party: party.id, issue: issue.id };
    const weighed = weight === null ? [] : [{ kind: 'weight' as const, ...place, ...weight }];
    return made(scenario, { kind: 'several', edits: [{ kind: 'curve', ...place, ...said }, ...weighed] });
  });
}

export function partyQuestion({ parties }: Scenario, help: string): Omit<Question, 'answer'> {
  return {
    label: 'Party',
    help: [help],
    choices: () => parties.map(({ id, name }) => (id === name ? id : `${id}: ${name}`)),
  };
}

export function partyNamed(text: string, { parties }: Scenario): Typed<Party> {
  const name = text.trim().toLowerCase();
  const party = parties.find(({ id, short, name: full }) =>
    [id, short, full].some((each) => each.toLowerCase() === name),
  );
  return party === undefined
    ? { ok: false, message: `Type one of ${idsOf(parties).join(', ')}.` }
    : { ok: true, value: party };
}
