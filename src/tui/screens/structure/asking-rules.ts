/** What is asked for rules, red lines, conditions and drafts, new ones and those that are to say something else. */
import { withoutImplied } from '../../../scenario/format/conditional.ts';
import type { Draft, Issue, Party, RedLine, Rule, Scenario } from '../../../scenario/scenario.ts';
import type { Answer, Question } from './form.ts';
import { ask, idsOf, made, orNothing, someText } from './form.ts';
import { partyNamed, partyQuestion } from './asking.ts';
import type { Typed } from '../../parts/typed-choice.ts';
import { newId } from './typed.ts';
import { clauseChoices, exampleOf } from './choices.ts';
import type { RuleSaid } from './typed-rule.ts';
import { nameSaid } from '../../parts/typed-choice.ts';
import { patternSaid, ruleSaid, typedClauses, typedPattern, typedRule } from './typed-rule.ts';

const SEVERAL =
  'Several options of one issue stand with | between, numbers as 100..250, names with signs in double quotes.';

function ruleQuestion(scenario: Scenario, text: string): Omit<Question, 'answer'> {
  const { one, other, sum } = exampleOf(scenario.issues);
  return {
    label: 'Rule',
    text,
    help: [
      `What can never stand together: ${one}, ${other}.`,
      `What follows from what: if ${one} then ${other}.`,
      `A sum: ${sum} at most 100; also at least, exactly. A sum adds the number picked, so many times it, or an amount for each option named.`,
      SEVERAL,
    ],
    choices: (typed) => clauseChoices(typed, scenario.issues),
  };
}

export function newRule(scenario: Scenario): Question {
  const id = newId('rule', idsOf(scenario.rules));
  return ask(
    ruleQuestion(scenario, ''),
    (text) => typedRule(text, scenario.issues),
    (said) => {
      const edit = (why: string): Answer => {
        if ('sum' in said) return made(scenario, { kind: 'sum', rule: { id, ...said, why } });
        if ('forbid' in said) return made(scenario, { kind: 'forbid', rule: { id, ...said, why } });
        return made(scenario, { kind: 'imply', rule: { id, ...said, why } });
      };
      return because('', edit);
    },
  );
}

export function otherRule(scenario: Scenario, rule: Rule): Question {
  const read = (text: string): Typed<RuleSaid> => typedRule(text, scenario.issues);
  return ask(ruleQuestion(scenario, ruleSaid(rule)), read, (said) =>
    because(rule.why, (why) => made(scenario, { kind: 'changeRule', rule: rule.id, to: { ...said, why } })),
  );
}

function because(text: string, then: (why: string) => Answer): Question {
  return ask(
    { label: 'Why', text, help: ['The reason, for whoever reads the scenario.'] },
    someText('the reason'),
    then,
  );
}

export function newRedLine(scenario: Scenario): Question {
  return ask(
    partyQuestion(scenario, 'Whose red line it is.'),
    (text) => partyNamed(text, scenario),
    (party) => lineQuestion(scenario, party, null),
  );
}

/** What a line refuses and why; the likelihood that it holds stays. */
export function lineQuestion(scenario: Scenario, party: Party, line: RedLine | null): Question {
  const { one, other } = exampleOf(scenario.issues);
  const never = {
    label: 'Never',
    text: line === null ? '' : patternSaid(line.when),
    help: [
      `What ${party.name} never signs, whatever else it gets: ${one}. With a comma, only both together: ${one}, ${other}.`,
      SEVERAL,
    ],
    choices: (typed: string) => clauseChoices(typed, scenario.issues),
  };
  return ask(
    never,
    (text) => typedPattern(text, scenario.issues),
    (when) => {
      const why = {
        label: 'Why',
        text: line?.why ?? '',
        help: ['The reason, for whoever reads the scenario. Enter alone gives none.'],
      };
      return ask(why, orNothing(someText('the reason')), (reason) => {
        const id = line?.id ?? newId(`no-${when[0]!.issue}`, idsOf(party.redLines));
        const redLine = {
          id,
          when,
          ...(reason !== null && { why: reason }),
          ...(line?.sources !== undefined && { sources: line.sources }),
        };
        return made(scenario, { kind: 'redLine', party: party.id, redLine });
      });
    },
  );
}

/** When an issue arises at all. */
export function conditionOf(scenario: Scenario, issue: Issue): Question {
  const others = scenario.issues.filter(({ id }) => id !== issue.id);
  const only = {
    label: 'Arises only where',
    text: issue.only === undefined ? '' : patternSaid(issue.only),
    help: [
      `Beside what ${issue.title} has to be settled at all: ${exampleOf(others).one}. Elsewhere it does not arise and is worth nothing to anybody.`,
      'Enter alone: it always arises.',
      SEVERAL,
    ],
    choices: (typed: string) => clauseChoices(typed, others),
  };
  return ask(
    only,
    orNothing((text) => typedPattern(text, scenario.issues)),
    (pattern) => made(scenario, { kind: 'only', issue: issue.id, ...(pattern !== null && { only: pattern }) }),
  );
}

export function newDraft(scenario: Scenario): Question {
  return ask(
    { label: 'Title', help: ['What the new draft is called, such as Second offer.'] },
    someText('its title'),
    (title) => clausesQuestion(scenario, { id: newId(title, draftIds(scenario)), title, clauses: [] }),
  );
}

/** No deal may stand among the drafts as well. */
function draftIds({ drafts, statusQuo }: Scenario): readonly string[] {
  return [...idsOf(drafts), ...(statusQuo === undefined ? [] : [statusQuo.id])];
}

/** Its clauses, and its day where days count. Those that are not typed stay as they are. */
export function clausesQuestion(scenario: Scenario, draft: Draft): Question {
  const { one } = exampleOf(scenario.issues);
  const before = withoutImplied(draft.clauses, scenario.issues);
  const clauses = {
    label: 'Clauses',
    help: [
      before.length === 0
        ? `What it says, with commas between: ${one}. Issues left out are open.`
        : `Clauses that are to be others: ${one}. Nothing behind the = leaves the issue open.`,
      ...(before.length === 0
        ? []
        : [`Now: ${before.map(({ issue, option }) => `${nameSaid(issue)} = ${nameSaid(option)}`).join(', ')}.`]),
    ],
    choices: (typed: string) => clauseChoices(typed, scenario.issues),
  };
  return ask(
    clauses,
    (text) => typedClauses(text, scenario.issues),
    (picked) => {
      const kept = before.filter(({ issue }) => !picked.has(issue));
      const said = [...picked].flatMap(([issue, option]) => (option === null ? [] : [{ issue, option }]));
      const { date: _, ...head } = draft;
      const now = { ...head, clauses: [...kept, ...said] };
      const day = draft.date ?? '';
      if (scenario.stages.length === 0 && day === '') return made(scenario, { kind: 'draft', draft: now });
      const date = {
        label: 'Date',
        text: day,
        help: [
          'Its day, such as 2025-11-28: it is then held against the positions of that day. Enter alone gives it none.',
        ],
      };
      return ask(date, orNothing(someText('a date')), (typed) =>
        made(scenario, { kind: 'draft', draft: { ...now, ...(typed !== null && { date: typed }) } }),
      );
    },
  );
}
