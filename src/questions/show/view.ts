/** What a path leads to as plain tables: what stands there, what it rests on, and its history. */
import { oneLine } from '../../report/text/width.ts';
import { footerView } from '../../report/view/footer.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import { headerView } from '../../report/view/header.ts';
import { plainRow } from '../../report/view/sheet.ts';
import type { SheetColumn, SheetRow, SheetSection, SheetView } from '../../report/view/sheet.ts';
import { capital } from '../../report/text/capital.ts';
import { optionLabel, partyName, patternWords, sentence, sumSentence } from '../../report/view/words.ts';
import { isNotArising } from '../../scenario/format/conditional.ts';
import { listedOptions, namedOption, numberCount, optionAt, optionId } from '../../scenario/format/options.ts';
import type { Provenance, Scenario, StatedNumber } from '../../scenario/scenario.ts';
import type { Place } from '../paths.ts';
import type { Shape } from '../question.ts';
import type { Entry, Moment, ShowCase } from './ask.ts';
import {
  changeWords,
  curveText,
  groundWords,
  numberCell,
  numberWords,
  placeWords,
  rangeWords,
  redLineAt,
  sourceLines,
  statements,
  valueAt,
  weightWords,
} from './words.ts';

export function showView(of: ShowCase, { all, command }: Shape): SheetView {
  const { scenario, entries, path } = of;
  return {
    header: headerView(of),
    headline: oneLine(path),
    sentences: entries.length === 1 ? [] : [`The name stands for ${entries.length} things.`],
    sections: entries.flatMap((entry) => sectionsOf(scenario, entry)),
    footer: footerView(of, wholeFocus(scenario, all, command)),
  };
}

function sectionsOf(scenario: Scenario, { place, history }: Entry): readonly SheetSection[] {
  const { why, sources } = groundOf(scenario, place);
  const { sentences, columns = [], rows = [] } = bodyOf(scenario, place);
  const main: SheetSection = {
    title: placeWords(scenario, place),
    intro: [...sentences, ...(why === undefined ? [] : [sentence(why)])].join(' '),
    columns,
    rows,
    notes: sourceLines(scenario, sources ?? []).map((line) => `Source ${line}`),
  };
  return history.length > 1 ? [main, historySection(place, history)] : [main];
}

interface Body {
  readonly sentences: readonly string[];
  readonly columns?: readonly SheetColumn[];
  readonly rows?: readonly SheetRow[];
}

/** Why it is so and where that was said: of the place itself, else of the issue it belongs to. */
function groundOf(scenario: Scenario, place: Place): Provenance {
  const { parties, issues } = scenario;
  switch (place.kind) {
    case 'threshold':
      return parties[place.party]![place.key] ?? {};
    case 'position':
      return parties[place.party]!.preferences.issues[place.issue]!;
    case 'weight':
    case 'value': {
      const { preferences } = parties[place.party]!;
      const own = preferences.issues[place.issue]!;
      const weight = preferences.form === 'weights' ? preferences.issues[place.issue]!.weight : {};
      return {
        ...own,
        ...(place.kind === 'weight' ? weight : valueAt(scenario, place.party, place.issue, place.option)),
      };
    }
    case 'redLine':
      return redLineAt(scenario, place.party, place.id) ?? {};
    case 'option': {
      const issue = issues[place.issue]!;
      return place.option < numberCount(issue) ? {} : { sources: namedOption(issue, place.option).sources ?? [] };
    }
    case 'rule':
      return scenario.rules[place.index]!;
    case 'draft': {
      const { note, sources = [] } = scenario.drafts[place.index]!;
      return { ...(note !== undefined && { why: note }), sources };
    }
    case 'statusQuo': {
      const { note, sources = [] } = scenario.statusQuo ?? {};
      return { ...(note !== undefined && { why: note }), sources };
    }
    case 'stage':
      return scenario.stages[place.index]!;
    case 'source':
      return { sources: [scenario.sources[place.index]!.id] };
    case 'party':
    case 'issue':
      return {};
  }
}

function bodyOf(scenario: Scenario, place: Place): Body {
  switch (place.kind) {
    case 'party':
      return partyBody(scenario, place.party);
    case 'threshold':
    case 'weight':
    case 'value':
      return { sentences: [numberSentence(scenario, place)] };
    case 'position':
      return positionBody(scenario, place.party, place.issue);
    case 'redLine':
      return { sentences: statements(scenario, place).map((words) => sentence(capital(words))) };
    case 'issue':
      return issueBody(scenario, place.issue);
    case 'option':
      return optionBody(scenario, place.issue, place.option);
    case 'rule':
      return { sentences: [ruleSentence(scenario, place.index)] };
    case 'draft':
      return draftBody(scenario, place.index);
    case 'statusQuo':
      return {
        sentences: [
          ...(scenario.statusQuo?.date === undefined ? [] : [`${scenario.statusQuo.date}.`]),
          'No deal, which needs no signature.',
        ],
        columns: [
          { heading: 'party', kind: 'words' },
          { heading: 'points', kind: 'figure' },
        ],
        rows: scenario.parties.map((party) => ({
          color: undefined,
          cells: [party.name, numberWords(party.disagreement)],
        })),
      };
    case 'stage':
      return {
        sentences: [`${scenario.stages[place.index]!.date}.`],
        columns: [
          { heading: 'party', kind: 'words' },
          { heading: 'what changes', kind: 'words' },
        ],
        rows: changeWords(scenario, place.index).map((cells) => plainRow(...cells)),
      };
    case 'source': {
      const { note } = scenario.sources[place.index]!;
      return { sentences: note === undefined ? [] : [sentence(note)] };
    }
  }
}

function partyBody(scenario: Scenario, party: number): Body {
  const { brief, preferences, color } = scenario.parties[party]!;
  const heaviest = [...scenario.issues.keys()].filter((k) => preferences.issues[k]!.mentioned);
  return {
    sentences: [
      ...(brief === undefined ? [] : [sentence(brief)]),
      ...statements(scenario, { kind: 'party', party }).map((words) => sentence(capital(words))),
    ],
    columns: [
      { heading: 'issue', kind: 'words' },
      ...(preferences.form === 'weights' ? [{ heading: 'weight', kind: 'words' as const }] : []),
      { heading: 'rests on', kind: 'words', optional: true },
    ],
    rows: heaviest.map((issue) => {
      const weight = weightWords(scenario, party, issue);
      return {
        color,
        cells: [
          scenario.issues[issue]!.id,
          ...(weight === null ? [] : [weight.replace(/ of all its weights.*/, '')]),
          groundWords(preferences.issues[issue]!),
        ],
      };
    }),
  };
}

function numberSentence(
  scenario: Scenario,
  place: Extract<Place, { readonly kind: 'threshold' | 'weight' | 'value' }>,
): string {
  const ground = groundWords(groundOf(scenario, place));
  const words =
    place.kind === 'weight' ? weightWords(scenario, place.party, place.issue)! : statements(scenario, place)[0]!;
  return sentence(`${words}${ground === '' ? '' : `; ${ground}`}`);
}

function positionBody(scenario: Scenario, party: number, k: number): Body {
  const issue = scenario.issues[k]!;
  const own = scenario.parties[party]!.preferences.issues[k]!;
  const weight = weightWords(scenario, party, k);
  const ground = groundWords(own);
  const kind = weight === null ? 'points' : 'value';
  const hasStances = own.listed.some(({ stance }) => stance !== undefined);
  return {
    sentences: [
      ...(own.mentioned ? [] : ['The party does not mention this issue.']),
      ...(weight === null ? [] : [`Weight ${weight}.`]),
      ...(own.curve === null ? [] : [sentence(capital(curveText(own.curve)))]),
      ...(ground === '' ? [] : [sentence(capital(ground))]),
    ],
    columns: [
      { heading: 'option', kind: 'words' },
      { heading: '', kind: 'words' },
      { heading: kind, kind: 'figure' },
      ...(hasStances ? [{ heading: 'stance', kind: 'words' as const }] : []),
      { heading: 'range', kind: 'words' },
      { heading: 'rests on', kind: 'words' },
      { heading: 'why', kind: 'words', optional: true },
    ],
    rows: listedOptions(issue)
      .filter((option) => !isNotArising(issue, optionId(issue, option)))
      .map((option) => {
        const number = valueAt(scenario, party, k, option);
        const label = optionLabel(scenario, k, option);
        const id = optionId(issue, option);
        return {
          color: undefined,
          cells: [
            id,
            label === id ? '' : label,
            numberCell(number),
            ...(hasStances ? [number.stance ?? ''] : []),
            rangeWords(number),
            groundWords(number, own),
            oneLine(number.why ?? ''),
          ],
        };
      }),
  };
}

function issueBody(scenario: Scenario, k: number): Body {
  const { summary, only, group } = scenario.issues[k]!;
  const { parties } = scenario;
  const issue = scenario.issues[k]!;
  return {
    sentences: [
      ...(group === undefined ? [] : [sentence(capital(group))]),
      ...(summary === undefined ? [] : [sentence(summary)]),
      ...(only === undefined ? [] : [`It arises only beside ${patternWords(scenario, only)}.`]),
    ],
    columns: [
      { heading: 'option', kind: 'words' },
      { heading: '', kind: 'words' },
      ...parties.map(({ id }) => ({ heading: id, kind: 'figure' as const })),
    ],
    rows: [
      ...listedOptions(issue)
        .filter((option) => !isNotArising(issue, optionId(issue, option)))
        .map((option) => {
          const [id, label] = [optionId(issue, option), optionLabel(scenario, k, option)];
          return valueRow(scenario, [id, label === id ? '' : label], (party) => valueAt(scenario, party, k, option));
        }),
      valueRow(scenario, ['weight', ''], (party) => {
        const { preferences } = parties[party]!;
        return preferences.form === 'weights' ? preferences.issues[k]!.weight : null;
      }),
    ],
  };
}

function valueRow(
  { parties }: Scenario,
  head: readonly string[],
  numberOf: (party: number) => StatedNumber | null,
): SheetRow {
  const cells = parties.map((_, party) => numberOf(party));
  return plainRow(...head, ...cells.map((number) => (number === null ? '' : numberCell(number))));
}

function optionBody(scenario: Scenario, k: number, option: number): Body {
  const issue = scenario.issues[k]!;
  const text = option < numberCount(issue) ? undefined : namedOption(issue, option).text;
  return {
    sentences: text === undefined ? [] : [sentence(text)],
    columns: [
      { heading: 'party', kind: 'words' },
      { heading: 'worth', kind: 'words' },
      { heading: 'rests on', kind: 'words' },
    ],
    rows: scenario.parties.map(({ preferences, color }, party) => {
      const number = valueAt(scenario, party, k, option);
      return {
        color,
        cells: [partyName(scenario, party), numberWords(number), groundWords(number, preferences.issues[k])],
      };
    }),
  };
}

function ruleSentence(scenario: Scenario, index: number): string {
  const rule = scenario.rules[index]!;
  if (rule.kind === 'forbid') return `No deal may have ${patternWords(scenario, rule.forbid)}.`;
  if (rule.kind === 'sum') return sumSentence(scenario, rule);
  return `A deal with ${patternWords(scenario, rule.if)} must have ${patternWords(scenario, rule.then)}.`;
}

function draftBody(scenario: Scenario, index: number): Body {
  const { clauses, date } = scenario.drafts[index]!;
  const open = scenario.issues.length - clauses.length;
  return {
    sentences: [
      ...(date === undefined ? [] : [`${date}.`]),
      ...(open === 0 ? [] : [`It leaves ${open} of ${scenario.issues.length} issues open.`]),
    ],
    columns: [
      { heading: 'issue', kind: 'words' },
      { heading: 'clause', kind: 'words' },
    ],
    rows: clauses.map(({ issue, option }) => {
      const k = scenario.issues.findIndex(({ id }) => id === issue);
      return plainRow(issue, optionLabel(scenario, k, optionAt(scenario.issues[k]!, option)));
    }),
  };
}

/** Longer than this the positions of the file are not said again. */
const MOST_AT_FIRST = 4;

function historySection(place: Place, history: readonly Moment[]): SheetSection {
  return {
    title: 'Along the dates',
    intro: 'The positions of the file, then each stage at which something is new.',
    columns: [
      { heading: 'date', kind: 'figure' },
      { heading: 'stage', kind: 'words' },
      { heading: 'what is new', kind: 'words' },
      { heading: 'why', kind: 'words' },
    ],
    rows: history.map(({ scenario, date, before }) => {
      const old = before === null ? [] : statements(before, place);
      const fresh = statements(scenario, place).filter((words) => !old.includes(words));
      const isLong = before === null && fresh.length > MOST_AT_FIRST;
      const { why = '' } = groundOf(scenario, place);
      const same = before !== null && groundOf(before, place).why === why;
      return {
        color: undefined,
        cells: [
          date ?? '',
          scenario.stage ?? 'file',
          isLong ? `${fresh.length} statements` : fresh.length === 0 ? 'its reason' : fresh.join('; '),
          same ? '' : oneLine(why),
        ],
      };
    }),
    notes: [],
  };
}
