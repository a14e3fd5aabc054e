/** What the scenario is made of as one list, and beside it what is said of the entry under the cursor. */
import { ownRules } from '../../../scenario/edit/structure/lists.ts';
import { issueTitle, optionLabel, patternText, rangeText, ruleText } from '../../../scenario/edit/wording.ts';
import type { Party, Scenario } from '../../../scenario/scenario.ts';
import { unvaluedIn } from '../../../scenario/unvalued.ts';
import { unvaluedWords } from '../../../report/view/unvalued.ts';
import { counted } from '../../../report/text/number.ts';
import type { Line } from '../../draw/line.ts';
import { line, safe, span } from '../../draw/line.ts';
import { beside, block, box, inside } from '../../draw/box.ts';
import { moreText, windowOf } from '../../draw/list.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { within } from '../../parts/moving.ts';
import { indented, paragraph } from '../../parts/text.ts';
import type { Row, ShownForm, StructureState } from './state.ts';
import { rowsOf, scenarioOf } from './state.ts';
import { capital } from '../../../report/text/capital.ts';

/** Narrower areas show the list, with what is said of one entry below it. */
const WIDE = 100;
const BELOW = 7;

/** The whole screen. */
export function view(context: Context, { cursor, form }: StructureState, area: Area): readonly Line[] {
  const { glyphs } = context;
  const scenario = scenarioOf(context);
  const rows = rowsOf(scenario);
  const at = within(cursor, rows.length);
  const wide = area.width >= WIDE;
  const below = wide || area.height < 2 * BELOW ? 0 : form === null ? BELOW : Math.floor(area.height / 2);
  const size = { width: wide ? Math.floor(area.width * 0.6) : area.width, height: area.height - below };
  const { width, height } = inside(size);
  const window = windowOf(rows.length, at, Math.max(1, height), at - Math.floor(height / 2));
  const listed = rows
    .slice(window.start, window.end)
    .map((row, k) => rowLine(context, scenario, row, window.start + k === at, width));
  const list = box({
    ...size,
    title: 'Structure',
    right: moreText(window, rows.length, glyphs),
    focused: form === null,
    body: listed,
    glyphs,
  });
  const side = { width: wide ? area.width - size.width : area.width, height: wide ? area.height : below };
  const texts = saidOf(scenario, rows[at]!).flatMap((text) => paragraph(text, side.width - 4));
  const body = form === null ? texts : formLines(form, side.width - 4);
  const detail =
    side.height === 0
      ? []
      : box({
          ...side,
          title: form?.heading ?? titleOf(rows[at]!),
          focused: form !== null,
          body: indented(body),
          glyphs,
        });
  return block(wide ? beside(list, detail) : [...list, ...detail], area);
}

/** What was answered, what is asked, and what could be typed. */
function formLines({ said, help, choices }: ShownForm, width: number): readonly Line[] {
  return [
    ...said.flatMap(({ label, typed }) => paragraph(`${label}: ${typed === '' ? 'nothing' : typed}`, width, 'dim')),
    ...help.flatMap((text) => paragraph(text, width)),
    ...choices.map((text) => line(span(safe(`  ${text}`), 'accent'))),
  ];
}

function rowLine({ glyphs }: Context, scenario: Scenario, row: Row, here: boolean, width: number): Line {
  const mark = span(here ? glyphs.cursor : ' ', 'accent');
  const { indent, text, tone } = wordsOf(scenario, row);
  return line(
    mark,
    ' '.repeat(indent),
    span(safe(text).slice(0, Math.max(1, width - indent - 1)), here ? 'strong' : tone),
  );
}

interface Words {
  readonly indent: number;
  readonly text: string;
  readonly tone: 'title' | 'plain' | 'dim';
}

function wordsOf(scenario: Scenario, row: Row): Words {
  const entry = <T extends { readonly id: string }>(list: readonly T[], id: string): T =>
    list.find((each) => each.id === id)!;
  switch (row.kind) {
    case 'title':
      return { indent: 0, text: scenario.title, tone: 'title' };
    case 'section':
      return { indent: 0, text: capital(row.section), tone: 'title' };
    case 'party': {
      const { name, short } = entry(scenario.parties, row.id);
      return { indent: 2, text: name === short ? name : `${name} (${short})`, tone: 'plain' };
    }
    case 'issue': {
      const { point, title } = entry(scenario.issues, row.id);
      return { indent: 2, text: point === undefined ? title : `${point}  ${title}`, tone: 'plain' };
    }
    case 'option':
      return { indent: 5, text: entry(entry(scenario.issues, row.issue).named, row.id).label, tone: 'dim' };
    case 'rule':
      return { indent: 2, text: `${row.id}: ${ruleWords(scenario, row.id)}`, tone: 'plain' };
    case 'redLine': {
      const party = entry(scenario.parties, row.party);
      return {
        indent: 2,
        text: `${party.short}, ${row.id}: ${patternText(scenario, entry(party.redLines, row.id).when)}`,
        tone: 'plain',
      };
    }
    case 'draft':
      return { indent: 2, text: `${row.id}: ${entry(scenario.drafts, row.id).title}`, tone: 'plain' };
  }
}

function ruleWords(scenario: Scenario, id: string): string {
  const rule = ownRules(scenario).find((own) => own.id === id);
  return rule === undefined ? '' : ruleText(scenario, rule);
}

function signingText({ disagreement, reservation, reservationIsDisagreement }: Party): string {
  const isKnown = disagreement.unknown === undefined;
  if (!isKnown && reservationIsDisagreement) return 'What it signs for is not yet valued: what no deal is worth to it.';
  return `Signs for ${reservation.value} points or more${isKnown ? `; no deal is worth ${disagreement.value}` : ''}.`;
}

function titleOf(row: Row): string {
  return row.kind === 'redLine' ? 'Red line' : capital(row.kind);
}

/** What is known of the entry, and who has not said yet what it is worth. */
function saidOf(scenario: Scenario, row: Row): readonly string[] {
  switch (row.kind) {
    case 'title':
      return [scenario.summary ?? 'The scenario has no summary.'];
    case 'section':
      return [`a adds to the ${row.section}.`];
    case 'party': {
      const party = scenario.parties.find(({ id }) => id === row.id)!;
      const silent = party.preferences.issues.filter(({ mentioned }) => !mentioned).length;
      const open = unvaluedIn(scenario).filter((each) => scenario.parties[each.party] === party);
      return [
        signingText(party),
        ...(open.length === 0 ? [] : [`Not yet valued: ${unvaluedWords(scenario, open)}.`]),
        `${counted(party.redLines.length, 'red line')}.`,
        ...(silent === 0
          ? []
          : [`It says nothing of ${counted(silent, 'issue')}, which are then worth nothing to it.`]),
      ];
    }
    case 'issue': {
      const k = scenario.issues.findIndex(({ id }) => id === row.id);
      const issue = scenario.issues[k]!;
      const silent = scenario.parties.filter(({ preferences }) => !preferences.issues[k]!.mentioned);
      const unvalued = unvaluedIn(scenario).filter((each) => 'issue' in each && each.issue === k);
      const open = scenario.parties.filter((_, p) => unvalued.some(({ party }) => party === p));
      const numbers = issue.range === null ? [] : [`Numbers: ${rangeText(issue)}.`];
      return [
        ...(issue.summary === undefined ? [] : [issue.summary]),
        ...numbers,
        ...(issue.only === undefined ? [] : [`Arises only where ${patternText(scenario, issue.only)}.`]),
        ...(silent.length === 0
          ? []
          : [`Worth nothing to ${silent.map(({ name }) => name).join(', ')}, who say nothing of it; v gives values.`]),
        ...(open.length === 0
          ? []
          : [
              `Not yet valued by ${open.map(({ name }) => name).join(', ')}: the verdict holds whatever it turns out to be worth. v gives values.`,
            ]),
      ];
    }
    case 'option': {
      const { text } = scenario.issues.find(({ id }) => id === row.issue)!.named.find(({ id }) => id === row.id)!;
      return [text ?? 'The file says no more of it.'];
    }
    case 'rule':
      return [`${ruleWords(scenario, row.id)}.`, ownRules(scenario).find(({ id }) => id === row.id)?.why ?? ''];
    case 'redLine': {
      const redLine = scenario.parties.find(({ id }) => id === row.party)!.redLines.find(({ id }) => id === row.id)!;
      return [`Never ${patternText(scenario, redLine.when)}.`, redLine.why ?? 'The file gives no reason.'];
    }
    case 'draft': {
      const draft = scenario.drafts.find(({ id }) => id === row.id)!;
      return [
        `${counted(draft.clauses.length, 'clause')}, ${scenario.issues.length - draft.clauses.length} left open${draft.date === undefined ? '' : `; of ${draft.date}`}.`,
        ...(draft.note === undefined ? [] : [draft.note]),
        ...draft.clauses.map(
          ({ issue, option }) => `${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, option)}`,
        ),
      ];
    }
  }
}
