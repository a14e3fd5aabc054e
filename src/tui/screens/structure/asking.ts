/** Questions asked one after the other in the status line, until an edit is whole. What is missing is asked for. */
import { applyChecked } from '../../../scenario/save/read-back.ts';
import { hasValues } from '../../../scenario/edit/structure/issues.ts';
import type { SingleEdit } from '../../../scenario/edit/edit.ts';
import { isNumberLine } from '../../../scenario/format/options.ts';
import type { Issue, Party, Scenario } from '../../../scenario/scenario.ts';
import type { Step } from '../../model/screen.ts';
import type { Section, StructureState } from './state.ts';
import type { Typed } from './typed.ts';
import { newId, optionWords, typedIssue, typedNames, typedPattern, typedValue, typedValues } from './typed.ts';

type Next = Step<StructureState>;
type Answer = Next | { readonly message: string };

/** One question; `then` takes what was typed once it can be read. */
export function ask<T>(label: string, read: (text: string) => Typed<T>, then: (value: T) => Answer, text = ''): Next {
  return {
    prompt: {
      label,
      text,
      onDone: (typed) => {
        const got = read(typed);
        return got.ok ? then(got.value) : { message: got.message };
      },
    },
  };
}

/** The edit made, or why it cannot be, so that the question stays open. */
export function made(scenario: Scenario, edit: SingleEdit): Answer {
  const tried = applyChecked(scenario, edit);
  return tried.ok ? { effects: [{ kind: 'edit', edit }] } : { message: sentence(tried.message) };
}

export function someText(what: string): (text: string) => Typed<string> {
  return (text) => (text.trim() === '' ? { ok: false, message: `Type ${what}.` } : { ok: true, value: text.trim() });
}

/** What has to be typed for a new entry of a section. */
export function askForNew(scenario: Scenario, section: Section, at: number | undefined): Next {
  switch (section) {
    case 'parties':
      return newParty(scenario);
    case 'issues':
      return newIssue(scenario, at);
    case 'rules':
      return newRule(scenario);
    case 'red lines':
      return newRedLine(scenario);
    case 'drafts':
      return newDraft(scenario);
  }
}

function newParty(scenario: Scenario): Next {
  const { parties, issues } = scenario;
  return ask('Name of the new party', someText('its name'), (name) =>
    ask(
      `What is no deal worth to ${name}, in points from 0 to 100 (nothing: not yet valued)`,
      orNothing(typedValue),
      (disagreement) => {
        const party = {
          id: newId(name, idsOf(parties)),
          name,
          ...(disagreement !== null && { disagreement }),
        };
        return ask(
          `The issue that ${name} cares about first (nothing: not yet known)`,
          orNothing((text) => listedIssue(text, issues)),
          (issue) => {
            if (issue === null) return made(scenario, { kind: 'addParty', party });
            return ask(
              `Values of ${optionWords(issue)}, from 0 worst to 100 best`,
              (text) => typedValues(text, issue),
              (values) => made(scenario, { kind: 'addParty', party, first: { issue: issue.id, values: [...values] } }),
            );
          },
        );
      },
    ),
  );
}

/** Null where nothing is typed: it is not known yet. */
function orNothing<T>(read: (text: string) => Typed<T>): (text: string) => Typed<T | null> {
  return (text) => (text.trim() === '' ? { ok: true, value: null } : read(text));
}

/** Numbers are asked for option by option, so a long range has to get a formula elsewhere. */
function listedIssue(text: string, issues: readonly Issue[]): Typed<Issue> {
  const typed = typedIssue(text, issues);
  if (!typed.ok || !isNumberLine(typed.value)) return typed;
  return { ok: false, message: 'Its options are a long line of numbers; begin with an issue that lists them.' };
}

function newIssue(scenario: Scenario, at: number | undefined): Next {
  return ask('Title of the new issue', someText('its title'), (title) =>
    ask(`Options of ${title}, with commas between`, typedNames, (labels) => {
      const ids: string[] = [];
      for (const label of labels) ids.push(newId(label, ids));
      const options = labels.map((label, k) => ({ id: ids[k]!, label }));
      const issue = { id: newId(title, idsOf(scenario.issues)), title, options };
      return made(scenario, { kind: 'addIssue', issue, ...(at !== undefined && { at }) });
    }),
  );
}

/** Every party with values on the issue says what the option is worth to it. */
export function newOption(scenario: Scenario, issue: Issue): Next {
  const k = scenario.issues.indexOf(issue);
  const asked = scenario.parties.filter(({ preferences }) => hasValues(preferences.issues[k]!));
  return ask(`Label of the new option of ${issue.title}`, someText('its label'), (label) => {
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
  const what = party.preferences.form === 'weights' ? 'from 0 worst to 100 best' : 'in points';
  return ask(`${option.label} is worth to ${party.name}, ${what}`, typedValue, (number) =>
    worthTo(scenario, issue, option, others, [...worths, { party: party.id, ...number }]),
  );
}

/** A whole position on an issue: its weight where the party has weights, and a number for each option. */
export function newPosition(scenario: Scenario, issue: Issue): Next {
  return ask(
    `Whose values on ${issue.title}: ${scenario.parties.map(({ id }) => id).join(', ')}`,
    (text) => partyNamed(text, scenario),
    (party) => {
      const asked = `Values of ${optionWords(issue)} to ${party.name}`;
      const values = (weight: { readonly weight?: { readonly value: number } }): Next =>
        ask(
          asked,
          (text) => typedValues(text, issue),
          (numbers) =>
            made(scenario, { kind: 'worths', party: party.id, issue: issue.id, ...weight, values: [...numbers] }),
        );
      if (party.preferences.form === 'scores') return values({});
      return ask(`Weight of ${issue.title} to ${party.name}, on the scale of its other weights`, typedValue, (weight) =>
        values({ weight }),
      );
    },
  );
}

function partyNamed(text: string, { parties }: Scenario): Typed<Party> {
  const name = text.trim().toLowerCase();
  const party = parties.find(({ id, short, name: full }) =>
    [id, short, full].some((each) => each.toLowerCase() === name),
  );
  return party === undefined
    ? { ok: false, message: `Type one of ${idsOf(parties).join(', ')}.` }
    : { ok: true, value: party };
}

function newRule(scenario: Scenario): Next {
  const ids = idsOf(scenario.rules);
  return ask(
    'Never together, such as fee = 400, day = friday; or: if fee = 400 then day = friday',
    someText('a rule'),
    (text) => {
      const [, condition, consequence] = /^if\s+(.*?)\s+then\s+(.*)$/iu.exec(text) ?? [];
      if (condition === undefined || consequence === undefined) {
        const forbid = typedPattern(text, scenario.issues);
        if (!forbid.ok) return { message: forbid.message };
        return because((why) =>
          made(scenario, { kind: 'forbid', rule: { id: newId('rule', ids), forbid: forbid.value, why } }),
        );
      }
      const [if_, implied] = [typedPattern(condition, scenario.issues), typedPattern(consequence, scenario.issues)];
      if (!if_.ok) return { message: if_.message };
      if (!implied.ok) return { message: implied.message };
      const rule = { id: newId('rule', ids), if: if_.value, implied: implied.value };
      return because((why) => made(scenario, { kind: 'imply', rule: { ...rule, why } }));
    },
  );
}

function because(then: (why: string) => Answer): Next {
  return ask('Why', someText('the reason'), then);
}

function newRedLine(scenario: Scenario): Next {
  return ask(
    `Whose red line: ${idsOf(scenario.parties).join(', ')}`,
    (text) => partyNamed(text, scenario),
    (party) =>
      ask(
        `${party.name} never signs, such as fee = 400`,
        (text) => typedPattern(text, scenario.issues),
        (when) =>
          because((why) => {
            const id = newId(`no-${when[0]!.issue}`, idsOf(party.redLines));
            return made(scenario, { kind: 'redLine', party: party.id, redLine: { id, when, why } });
          }),
      ),
  );
}

function newDraft(scenario: Scenario): Next {
  return ask('Title of the new draft', someText('its title'), (title) =>
    ask(
      'Its clauses, such as fee = 400, day = friday; issues left out are open',
      (text) => typedPattern(text, scenario.issues),
      (pattern) => {
        const several = pattern.find(({ options }) => options.length !== 1 || typeof options[0] !== 'string');
        if (several !== undefined) return { message: `A draft picks one option of ${several.issue}.` };
        const clauses = pattern.flatMap(({ issue, options: [option] }) =>
          typeof option === 'string' ? [{ issue, option }] : [],
        );
        return made(scenario, { kind: 'draft', draft: { id: newId(title, idsOf(scenario.drafts)), title, clauses } });
      },
    ),
  );
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}

/** As the status line says it. */
export function sentence(message: string): string {
  const text = message.slice(0, 1).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
