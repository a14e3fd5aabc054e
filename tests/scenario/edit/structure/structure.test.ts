/** Edits of what a scenario is made of: whatever is edited is saved with its comments, and undone without a trace. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from '../../../../src/scenario/edit/difference.ts';
import type { SingleEdit } from '../../../../src/scenario/edit/edit.ts';
import { describeEdit } from '../../../../src/scenario/edit/describe-edit.ts';
import type { History } from '../../../../src/scenario/edit/history.ts';
import { isChanged, record, startHistory, undo } from '../../../../src/scenario/edit/history.ts';
import { parseSession } from '../../../../src/scenario/edit/read-session.ts';
import { replay, sessionText } from '../../../../src/scenario/edit/session.ts';
import { referenceFor } from '../../../../src/scenario/edit/structure/align.ts';
import type { StructureEdit } from '../../../../src/scenario/format/schema-edit.ts';
import type { Loaded } from '../../../../src/scenario/read/load.ts';
import { loadTexts } from '../../../../src/scenario/read/load.ts';
import { readBackFault } from '../../../../src/scenario/save/read-back.ts';
import { editedTexts } from '../../../../src/scenario/save/save.ts';
import type { Scenario } from '../../../../src/scenario/scenario.ts';
import { unvaluedIn } from '../../../../src/scenario/unvalued.ts';
import { compileProblem } from '../../../../src/compile/compile.ts';
import { runs } from '../../../runs.ts';
import { loadedText, MATERIAL, someEdits } from '../random-edits.ts';
import { BLOCKS, JSON_TEXT } from './styles.ts';
import { DICE, restructuredBy, structureEdit } from './random-structure.ts';

/** With files of their own for parties, conditions, stages, ranges, options typed as texts, and every way to lay out a file. */
const FEW = [
  ...MATERIAL.filter(({ name }) => ['quarry-dispute', 'mixed', 'conditions', 'conditional', 'typed'].includes(name)),
  { name: 'blocks', load: () => loadedFile('scenario.yaml', BLOCKS) },
  { name: 'json', load: () => loadedFile('scenario.json', JSON_TEXT) },
];

function loadedFile(path: string, text: string): Loaded {
  const read = loadTexts([{ path, text }]);
  if (!read.ok) throw new Error(read.findings.map(({ message }) => message).join('\n'));
  return read;
}

/** Edits that take nothing of a text away and say nothing anew. */
const KEEPING = ['title', 'renameParty', 'renameIssue', 'renameOption', 'renameDraft', 'renameRule', 'renameRedLine']
  .concat(['addParty', 'addIssue', 'addOption', 'worths', 'forbid', 'imply', 'sum'])
  .concat(['move', 'moveOption', 'moveRedLine']);

const IN_TITLE = '# part of the title';

function undone(history: History): History {
  const back = undo(history);
  return back === null ? history : undone(back.history);
}

/** All but the hash. */
function withoutHash(scenario: Scenario): unknown {
  return { ...scenario, hash: '' };
}

function reloaded(files: readonly { readonly path: string; readonly text: string }[]): Scenario {
  const read = loadTexts(files);
  if (!read.ok) throw new Error(read.findings.map(({ message }) => message).join('\n'));
  return read.scenario;
}

describe.each(FEW)('what $name is made of', ({ load }) => {
  const { scenario, files } = load();
  const rolls = fc.array(DICE, { minLength: 1, maxLength: 6 });

  it('is saved into the texts, which read back as it stands, with every comment that is not removed', () => {
    fc.assert(
      fc.property(rolls, (dice) => {
        const history = restructuredBy(startHistory(scenario), dice);
        const { present } = history;
        const saved = editedTexts(files, scenario, present);
        if (!saved.ok) throw new Error(saved.message);
        expect(withoutHash(reloaded(saved.files))).toEqual(withoutHash(present));
        const edits = history.past.map(({ edit }) => edit.kind);
        if (!edits.every((kind) => KEEPING.includes(kind))) return;
        for (const comment of BLOCKS.match(/(?<=^|\s)# .*$/gm) ?? [])
          if (files[0]!.text === BLOCKS && comment !== IN_TITLE) expect(saved.files[0]!.text).toContain(comment);
      }),
      { numRuns: runs(8) },
    );
  });

  it('is saved at a stage as well', () => {
    const at = fc.nat(3);
    fc.assert(
      fc.property(rolls, at, fc.nat(9), (dice, before, which) => {
        const stage = scenario.stages[which % Math.max(1, scenario.stages.length)];
        const start = restructuredBy(startHistory(scenario), dice.slice(0, before));
        const moved = stage === undefined ? null : record(start, { kind: 'stage', stage: stage.id });
        const { present } = restructuredBy(moved?.ok ? moved.history : start, dice.slice(before));
        const saved = editedTexts(files, scenario, present);
        if (!saved.ok) throw new Error(saved.message);
        expect(difference(reloaded(saved.files), present).filter(({ kind }) => kind !== 'stage')).toEqual([]);
      }),
      { numRuns: runs(5) },
    );
  });

  it('comes back byte for byte when it is undone to the start', () => {
    fc.assert(
      fc.property(rolls, (dice) => {
        const start = undone(restructuredBy(startHistory(scenario), dice));
        expect(start.present).toEqual(scenario);
        expect(isChanged(start)).toBe(false);
        expect(editedTexts(files, scenario, start.present)).toEqual({ ok: true, files });
      }),
      { numRuns: runs(5) },
    );
  });

  it('is told in words wherever it differs', () => {
    fc.assert(
      fc.property(rolls, (dice) => {
        const history = restructuredBy(startHistory(scenario), dice);
        for (const { edit } of history.past) expect(describeEdit(scenario, edit)).not.toBe('');
        const told = difference(scenario, history.present);
        if (told.length === 0) expect(history.present).toEqual(scenario);
      }),
      { numRuns: runs(5) },
    );
  });

  it('keeps numbers changed before and after, and a record of all of it', () => {
    fc.assert(
      fc.property(rolls, someEdits(scenario, false), (dice, edits) => {
        const start = edits.slice(0, 2).reduce((history, edit) => {
          const next = record(history, edit);
          return next.ok ? next.history : history;
        }, startHistory(scenario));
        const history = edits.slice(2, 4).reduce(
          (current, edit) => {
            const next = record(current, edit);
            return next.ok ? next.history : current;
          },
          restructuredBy(start, dice),
        );
        const { present } = history;
        expect(compileProblem(present).problem.parties).toHaveLength(present.parties.length);
        expect(referenceFor(scenario, present).issues).toEqual(present.issues);
        const parsed = parseSession(sessionText(history, { scenario: 'x', when: 'now' }));
        if (!parsed.ok) throw new Error(parsed.message);
        expect(replay(scenario, parsed.session.edits).history.present).toEqual(present);
        const saved = editedTexts(files, scenario, present);
        if (saved.ok) expect(difference(reloaded(saved.files), present)).toEqual([]);
      }),
      { numRuns: runs(5) },
    );
  });
});

const COMMENTED = `# Head of the file.
winset: 1
title: A stall # its title
parties:
  # The first at the table.
  baker:
    name: The baker
    disagreement: 30 # as last year
    issues:
      rent: { weight: 2, values: { low: 100, high: 0 } } # rent matters
      days: { weight: 1, values: { one: 0, two: 100 } }
  town:
    name: The town
    disagreement: 40
    issues:
      rent: { weight: 1, values: { low: 0, high: 100 } }

# What is on the table.
issues:
  # Comes first.
  - id: rent
    title: Rent # per month
    options:
      - { id: low, label: 100 euros } # little
      - { id: high, label: 200 euros }
  - { id: days, title: Market days, options: [{ id: one, label: Saturday }, { id: two, label: Both }] } # days
drafts:
  first: { title: A first try, clauses: { rent: low, days: two } } # by the town
`;

const SIGN: StructureEdit = {
  kind: 'addIssue',
  issue: {
    id: 'sign',
    title: 'The sign',
    options: [
      { id: 'big', label: 'big' },
      { id: 'small', label: 'small' },
    ],
  },
};

/** The text after the edits, each of which can be made. */
function after(...edits: readonly SingleEdit[]): string {
  const { scenario, files } = loadedText(COMMENTED);
  return textAfter(scenario, files, edits);
}

describe('a text with comments', () => {
  it('has another order with each comment beside its entry', () => {
    const text = after(
      { kind: 'move', list: 'issue', id: 'rent', to: 1 },
      { kind: 'move', list: 'party', id: 'town', to: 0 },
    );
    expect(text).toMatch(/issues:\n {2}- \{ id: days, .* # days\n {2}# Comes first\.\n {2}- id: rent\n/);
    expect(text).toMatch(/parties:\n {2}town:\n[^#]*\n {2}# The first at the table\.\n {2}baker:/);
    for (const comment of COMMENTED.match(/#.*/g)!) expect(text).toContain(comment);
  });

  it('has new entries, and what each party says of a new option', () => {
    const text = after(
      {
        kind: 'addOption',
        issue: 'rent',
        option: { id: 'share', label: 'a share' },
        worths: [
          { party: 'baker', value: 60 },
          { party: 'town', value: 55 },
        ],
      },
      SIGN,
      {
        kind: 'worths',
        party: 'town',
        issue: 'sign',
        weight: { value: 2 },
        values: [
          { option: 'big', value: 0 },
          { option: 'small', value: 100 },
        ],
      },
      {
        kind: 'forbid',
        rule: { id: 'r', forbid: [{ issue: 'sign', options: ['big'] }], why: 'The street is narrow.' },
      },
    );
    expect(text).toContain('rent: { weight: 2, values: { low: 100, high: 0, share: 60 } } # rent matters');
    expect(text).toContain('{ id: share, label: a share }');
    expect(text).toContain('sign: { weight: 2, values: { big: 0, small: 100 } }');
    expect(text).toContain('{ id: r, forbid: { sign: big }, why: The street is narrow. }');
    for (const comment of COMMENTED.match(/#.*/g)!) expect(text).toContain(comment);
  });

  it('says of a new issue that it is unknown, and of a new party all that is not known of it', () => {
    const text = after(SIGN, { kind: 'addParty', party: { id: 'guild', name: 'The guild' } });
    expect(text.match(/^ {6}sign: unknown$/gm)).toHaveLength(2);
    expect(text).toContain(
      'guild: { name: The guild, disagreement: unknown, issues: { rent: unknown, days: unknown, sign: unknown } }',
    );
    for (const comment of COMMENTED.match(/#.*/g)!) expect(text).toContain(comment);
  });

  it('has numbers in place of the word, as they are given', () => {
    const [big, small] = [
      { kind: 'value', party: 'town', issue: 'sign', option: 'big', value: 30 },
      { kind: 'weight', party: 'town', issue: 'sign', value: 3 },
    ] as const;
    expect(after(SIGN, big)).toContain('sign: { weight: unknown, values: { big: 30, small: unknown } }');
    expect(after(SIGN, small)).toContain('sign: { weight: 3, values: unknown }');
    expect(after(SIGN, small, { ...big, party: 'town' })).toContain(
      'sign: { weight: 3, values: { big: 30, small: unknown } }',
    );
    const option = { kind: 'addOption', issue: 'sign', option: { id: 'none', label: 'none' }, worths: [] } as const;
    expect(after(SIGN, option).match(/sign: unknown$/gm)).toHaveLength(2);
  });

  it('has other names and nothing else', () => {
    const text = after(
      { kind: 'title', title: 'A stand' },
      { kind: 'renameIssue', issue: 'rent', title: 'What it pays' },
      { kind: 'renameOption', issue: 'days', option: 'one', label: 'Sunday' },
      { kind: 'renameParty', party: 'town', name: 'The council' },
    );
    const wanted = COMMENTED.replace('A stall', 'A stand')
      .replace('title: Rent', 'title: What it pays')
      .replace('label: Saturday', 'label: Sunday')
      .replace('name: The town', 'name: The council');
    expect(text).toBe(wanted);
  });
});

describe('a text with red lines', () => {
  const { scenario, files } = loadedFile('scenario.yaml', BLOCKS);
  const party = 'owner';

  it('keeps the others as they are when one is called something else, says something else and stands elsewhere', () => {
    const redLine = { id: 'debts', when: [{ issue: 'term', options: ['1'] }], why: 'It owes more.' };
    const text = textAfter(scenario, files, [
      { kind: 'renameRedLine', party, redLine: 'poor', to: 'debts' },
      { kind: 'redLine', party, redLine },
      { kind: 'moveRedLine', party, redLine: 'debts', to: 1 },
      { kind: 'redLine', party, redLine: { id: 'new', when: [{ issue: 'term', options: ['2'] }] } },
      { kind: 'moveRedLine', party, redLine: 'new', to: 0 },
    ]);
    const ids = [...text.slice(0, text.indexOf('keeper:')).matchAll(/\bid: ([\w-]+)/g)].map(([, id]) => id);
    expect(ids).toEqual(['new', 'endless', 'debts']);
    for (const kept of [
      'when: { term: open end } # for ever',
      '# It needs money.',
      'dropRedLines: [endless] # no longer',
    ])
      expect(text).toContain(kept);
  });

  it('calls a line of stages the same wherever they speak of it', () => {
    const text = textAfter(scenario, files, [{ kind: 'renameRedLine', party, redLine: 'endless', to: 'for ever' }]);
    expect(text).toBe(BLOCKS.replace('id: endless', 'id: for ever').replace('[endless]', '[for ever]'));
  });
});

/** The first text after the edits. */
function textAfter(scenario: Scenario, files: Loaded['files'], edits: readonly SingleEdit[]): string {
  const { present } = edits.reduce((history, edit) => {
    const next = record(history, edit, { check: readBackFault });
    if (!next.ok) throw new Error(next.message);
    return next.history;
  }, startHistory(scenario));
  const texts = editedTexts(files, scenario, present);
  if (!texts.ok) throw new Error(texts.message);
  expect(withoutHash(reloaded(texts.files))).toEqual(withoutHash(present));
  return texts.files[0]!.text;
}

describe('an edit of the structure', () => {
  const { scenario } = loadedText(COMMENTED);
  it.each<[StructureEdit, RegExp]>([
    [{ kind: 'removeOption', issue: 'rent', option: 'low' }, /the draft 'first' names it; remove that first/],
    [
      { kind: 'addOption', issue: 'rent', option: { id: 'x', label: 'X' }, worths: [{ party: 'town', value: 1 }] },
      /what is 'x' worth to 'baker'\?/,
    ],
    [
      { kind: 'worths', party: 'town', issue: 'days', weight: { value: 1 }, values: [{ option: 'one', value: 1 }] },
      /missing 'two'/,
    ],
    [{ kind: 'remove', list: 'issue', id: 'rant' }, /did you mean 'rent'/],
    [
      { kind: 'addIssue', issue: { id: 'rent', title: 'R', options: [{ id: 'a', label: 'a' }] } },
      /there is an issue 'rent' already/,
    ],
    [
      {
        kind: 'worths',
        party: 'town',
        issue: 'days',
        weight: { value: 1 },
        values: [
          { option: 'one', value: 1 },
          { option: 'two', value: 101 },
        ],
      },
      /100/,
    ],
  ])('says what is wrong with %j', (edit, message) => {
    const tried = record(startHistory(scenario), edit, { check: readBackFault });
    expect(tried.ok ? 'made' : tried.message).toMatch(message);
  });

  it('makes no number up: what is added is not yet valued until somebody says what it is worth', () => {
    const made = record(startHistory(scenario), structureEdit(scenario, [6, 1, 1, 1, 1]));
    if (!made.ok) throw new Error(made.message);
    const { present } = made.history;
    const issue = present.issues.findIndex(({ id }) => id === 'i1');
    expect(unvaluedIn(present)).toEqual(present.parties.map((_, party) => ({ party, what: 'issue', issue })));
    const next = record(startHistory(scenario), { kind: 'addParty', party: { id: 'guild', name: 'The guild' } });
    if (!next.ok) throw new Error(next.message);
    expect(unvaluedIn(next.history.present)).toEqual([
      { party: 2, what: 'disagreement' },
      { party: 2, what: 'issue', issue: 0 },
      { party: 2, what: 'issue', issue: 1 },
    ]);
  });

  it('makes none up on a score sheet either, and saves that nothing is known', () => {
    const text = COMMENTED.replace(
      'rent: { weight: 1, values: { low: 0, high: 100 } }',
      'rent: { scores: { low: 0, high: 100 } }',
    );
    const sheet = loadedText(text);
    const made = record(startHistory(sheet.scenario), SIGN);
    if (!made.ok) throw new Error(made.message);
    const { present } = made.history;
    expect(unvaluedIn(present)).toEqual([
      { party: 0, what: 'issue', issue: 2 },
      { party: 1, what: 'issue', issue: 2 },
    ]);
    const saved = editedTexts(sheet.files, sheet.scenario, present);
    if (!saved.ok) throw new Error(saved.message);
    expect(saved.files[0]!.text).toContain('sign: { scores: unknown }');
    expect(withoutHash(reloaded(saved.files))).toEqual(withoutHash(present));
  });
});
