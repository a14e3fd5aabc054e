/** What a scenario is made of, changed by keys: what is missing is asked for, and what is still named stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import type { Context } from '../../../src/tui/model/context.ts';
import type { Step } from '../../../src/tui/model/screen.ts';
import { structureScreen } from '../../../src/tui/screens/structure/index.ts';
import type { StructureState } from '../../../src/tui/screens/structure/state.ts';
import { rowsOf } from '../../../src/tui/screens/structure/state.ts';
import { newId, typedValues } from '../../../src/tui/screens/structure/typed.ts';
import { patternSaid, ruleSaid, typedPattern, typedRule } from '../../../src/tui/screens/structure/typed-rule.ts';
import { ruleOf } from '../../../src/scenario/edit/structure/lists.ts';
import { MATERIAL } from '../../scenario/edit/random-edits.ts';
import { BLOCKS } from '../../scenario/edit/structure/styles.ts';
import { scenarioOf } from '../../scenario/support.ts';
import { AREAS, contextOf, editsOf, everyStep, expectFilled, renamed, run, screenText } from '../support.ts';
import { runs } from '../../runs.ts';

const NAME = 'quarry-dispute';

/** The state with the cursor on the first row of that kind, or on the row of that id. */
function on(context: Context, kind: string, id?: string): StructureState {
  const rows = rowsOf(context.now.scenario);
  const cursor = rows.findIndex((row) => row.kind === kind && (id === undefined || ('id' in row && row.id === id)));
  if (cursor === -1) throw new Error(`no ${kind} ${id ?? ''}`);
  return { cursor, form: null };
}

/** The edit that these texts lead to, typed one after the other. */
function typed(context: Context, state: StructureState, command: string, texts: readonly string[]): ScenarioEdit {
  const last = texts.reduce<Step<StructureState>>(
    (step, text) => {
      const next = step.prompt!.onDone(text);
      if ('message' in next) throw new Error(next.message);
      return next;
    },
    run(structureScreen, command, context, state),
  );
  return editsOf(last.effects)[0]!;
}

describe('the structure screen', () => {
  const context = contextOf(NAME, { kinds: [] });
  const { scenario } = context.now;
  const issue = scenario.issues.find(({ range }) => range === null)!;
  const [first, second] = scenario.parties;

  it('lists every party, issue, option, red line and draft', () => {
    const text = screenText(structureScreen, context, { cursor: 0, form: null }, { width: 140, height: 120 });
    for (const { name } of scenario.parties) expect(text).toContain(name);
    for (const own of scenario.issues) {
      expect(text).toContain(own.title);
      for (const { label } of own.named) expect(text).toContain(label);
    }
    for (const { redLines } of scenario.parties) for (const { id } of redLines) expect(text).toContain(id);
    for (const { id } of scenario.drafts) expect(text).toContain(id);
  });

  it('asks for what a new party needs, and for nothing it can make up', () => {
    const values = issue.named.map((_, k) => String(k * 10));
    const edit = typed(context, on(context, 'party'), 'add', ['The  Union', '35', issue.title, values.join(' ')]);
    expect(edit).toMatchObject({ kind: 'addParty', party: { id: 'the-union', disagreement: { value: 35 } } });
    const { now } = contextOf(NAME, { edits: [edit], kinds: [] });
    expect(now.scenario.parties.at(-1)?.name).toBe('The  Union');
  });

  it('takes a new party of whom nothing is known but its name, and says what is not yet valued', () => {
    const edit = typed(context, on(context, 'party'), 'add', ['The Union', '', '']);
    expect(edit).toEqual({ kind: 'addParty', party: { id: 'the-union', name: 'The Union' } });
    const added = contextOf(NAME, { edits: [edit], kinds: [] });
    const text = screenText(structureScreen, added, on(added, 'party', 'the-union'), { width: 140, height: 120 });
    expect(text).toContain('What it signs for is not yet valued');
  });

  it('asks each party with values what a new option is worth to it', () => {
    const asked = scenario.parties.filter(
      ({ preferences }) => preferences.issues[scenario.issues.indexOf(issue)]!.mentioned,
    );
    const edit = typed(context, on(context, 'issue', issue.id), 'add-option', [
      'Quiet days',
      ...asked.map((_, k) => String(20 + k)),
    ]);
    expect(edit).toMatchObject({
      kind: 'addOption',
      option: { id: 'quiet-days' },
      worths: asked.map(({ id }, k) => ({ party: id, value: 20 + k })),
    });
  });

  it('takes rules, red lines and drafts as people type them', () => {
    const [one, other] = [issue.named[0]!, issue.named[1]!];
    const rule = typed(context, on(context, 'issue'), 'add', ['Bells', 'yes, no']);
    expect(rule).toMatchObject({ kind: 'addIssue', issue: { id: 'bells', options: [{ id: 'yes' }, { id: 'no' }] } });
    const rules = {
      form: null,
      cursor: rowsOf(scenario).findIndex((row) => row.kind === 'section' && row.section === 'rules'),
    };
    expect(typed(context, rules, 'add', [`${issue.id} = ${one.id} | ${other.id}`, 'Because.'])).toMatchObject({
      kind: 'forbid',
      rule: { forbid: [{ issue: issue.id, options: [one.id, other.id] }], why: 'Because.' },
    });
    expect(
      typed(context, on(context, 'redLine'), 'add', [second!.id, `${issue.title}=${one.label}`, 'No.']),
    ).toMatchObject({
      kind: 'redLine',
      party: second!.id,
      redLine: { when: [{ issue: issue.id, options: [one.id] }] },
    });
    expect(typed(context, on(context, 'draft'), 'add', ['Second try', `${issue.id} = ${other.id}`])).toMatchObject({
      kind: 'draft',
      draft: { id: 'second-try', clauses: [{ issue: issue.id, option: other.id }] },
    });
  });

  it('renames, moves with the cursor, and removes', () => {
    expect(typed(context, on(context, 'party', first!.id), 'rename', ['The firm'])).toEqual({
      kind: 'renameParty',
      party: first!.id,
      name: 'The firm',
    });
    const step = run(structureScreen, 'move-down', context, on(context, 'issue', scenario.issues[0]!.id));
    const [edit] = editsOf(step.effects);
    const moved = contextOf(NAME, { edits: [edit!], kinds: [] });
    expect(rowsOf(moved.now.scenario)[step.state!.cursor]).toEqual({ kind: 'issue', id: scenario.issues[0]!.id });
    const draft = on(context, 'draft');
    expect(editsOf(run(structureScreen, 'remove', context, draft).effects)).toMatchObject([
      { kind: 'remove', list: 'draft' },
    ]);
  });

  it('says what still names an entry that is to go', () => {
    const crossed = scenario.parties.flatMap(({ redLines }) => redLines)[0]!.when[0]!;
    const remove = structureScreen.commands.find(({ id }) => id === 'remove')!;
    expect(remove.unavailable!(context, on(context, 'issue', crossed.issue))).toMatch(/red line .* remove/);
  });

  it('fills the area exactly, whatever the names are and wherever the cursor stands', () => {
    const odd = contextOf(renamed(scenario), { kinds: [] });
    fc.assert(
      fc.property(AREAS, fc.nat(80), (area, cursor) => {
        for (const at of [context, odd]) expectFilled(structureScreen.view(at, { cursor, form: null }, area), area);
        for (const { state } of everyStep(structureScreen, context, { cursor, form: null }))
          expectFilled(structureScreen.view(context, state, area), area);
      }),
      { numRuns: runs(25) },
    );
  });
});

describe('the structure screen with numbers, sums and conditions', () => {
  const context = contextOf({ ...scenarioOf(BLOCKS), hash: 'blocks' }, { kinds: [] });
  const rules: StructureState = {
    form: null,
    cursor: rowsOf(context.now.scenario).findIndex(({ kind }) => kind === 'rule'),
  };

  it('adds a sum and an issue with numbers, and changes the numbers of one', () => {
    expect(typed(context, rules, 'add', ['rent + 2 * term at most 80 and at least 3', 'Enough.'])).toEqual({
      kind: 'sum',
      rule: {
        id: 'rule',
        sum: [
          { issue: 'rent', times: { value: 1 } },
          { issue: 'term', times: { value: 2 } },
        ],
        atMost: { value: 80 },
        atLeast: { value: 3 },
        why: 'Enough.',
      },
    });
    expect(typed(context, on(context, 'issue', 'roof'), 'add', ['Deposit', '0 to 1000 step 50 euros'])).toMatchObject({
      kind: 'addIssue',
      issue: { id: 'deposit', range: { from: { value: 0 }, to: { value: 1000 }, step: { value: 50 } }, unit: 'euros' },
      at: 3,
    });
    expect(typed(context, on(context, 'issue', 'term'), 'change', ['1 to 4 step 1', '80', ''])).toMatchObject({
      kind: 'range',
      worths: [{ party: 'owner', option: '4', value: 80 }],
    });
    expect(() => typed(context, on(context, 'issue', 'rent'), 'change', ['0 to 40 step 7'])).toThrow(
      'the last number would be 35',
    );
  });

  it('asks whoever values each number for the new ones, and makes none up where nothing is typed', () => {
    const edit = typed(context, on(context, 'issue', 'term'), 'change', ['0 to 4 step 1 years', '10 80', '']);
    const { scenario } = contextOf({ ...scenarioOf(BLOCKS), hash: 'blocks' }, { kinds: [], edits: [edit] }).now;
    const [owner, keeper] = scenario.parties.map(({ preferences }) => preferences.issues[1]!.listed);
    expect(owner!.map(({ value }) => value)).toEqual([10, 0, 50, 100, 80, 20]);
    expect(keeper!.map(({ unknown }) => unknown === true)).toEqual([true, false, false, false, true, false]);
  });

  it('changes where an issue arises, what a rule, a red line and a draft say, with what they said to begin with', () => {
    const roof = on(context, 'issue', 'roof');
    expect(run(structureScreen, 'condition', context, roof).prompt!.text).toBe('term = 2 | 3, rent = 20 or more');
    expect(typed(context, roof, 'condition', [''])).toEqual({ kind: 'only', issue: 'roof' });
    const bank = on(context, 'rule', 'bank');
    const { prompt } = run(structureScreen, 'change', context, bank);
    expect(prompt!.text).toBe('rent + term ("open end" 5) at least 5 and at most 90');
    expect(typed(context, bank, 'change', ['if rent = up to 10 then term = 3', 'Why not.'])).toMatchObject({
      kind: 'changeRule',
      to: { if: [{ issue: 'rent', options: [{ to: { value: 10 } }] }], implied: [{ issue: 'term', options: ['3'] }] },
    });
    expect(typed(context, on(context, 'redLine', 'poor'), 'change', ['rent = 0..20', ''])).toEqual({
      kind: 'redLine',
      party: 'owner',
      redLine: { id: 'poor', when: [{ issue: 'rent', options: [{ from: { value: 0 }, to: { value: 20 } }] }] },
    });
    expect(typed(context, on(context, 'draft', 'first'), 'change', ['rent = , roof = new', '2025-04-01'])).toEqual({
      kind: 'draft',
      draft: {
        id: 'first',
        title: 'First try',
        date: '2025-04-01',
        clauses: [
          { issue: 'term', option: '2' },
          { issue: 'roof', option: 'new' },
        ],
      },
    });
  });

  it('takes what a long range is worth as a formula or as points', () => {
    const rent = on(context, 'issue', 'rent');
    const place = { party: 'owner', issue: 'rent' };
    expect(typed(context, rent, 'values', ['Owner', '4', 'x / 2'])).toEqual({
      kind: 'several',
      edits: [
        { kind: 'curve', ...place, formula: 'x / 2' },
        { kind: 'weight', ...place, value: 4 },
      ],
    });
    expect(typed(context, rent, 'values', ['keeper', '0: 9, 40.5: 3, 100: 0'])).toMatchObject({
      edits: [
        {
          kind: 'curve',
          points: [
            { at: '0', value: 9 },
            { at: '40.5', value: 3 },
            { at: '100', value: 0 },
          ],
        },
      ],
    });
    expect(() => typed(context, rent, 'values', ['keeper', '0: 9, 40: 3'])).toThrow('give a point at each end');
    expect(() => typed(context, rent, 'values', ['owner', '4', 'y + 1'])).toThrow('y');
  });

  it('renames rules and red lines and puts red lines in order', () => {
    expect(typed(context, rules, 'rename', ['lender'])).toEqual({ kind: 'renameRule', rule: 'bank', to: 'lender' });
    const poor = on(context, 'redLine', 'poor');
    expect(typed(context, poor, 'rename', ['debts'])).toMatchObject({ kind: 'renameRedLine', to: 'debts' });
    expect(editsOf(run(structureScreen, 'move-down', context, poor).effects)).toEqual([
      { kind: 'moveRedLine', party: 'owner', redLine: 'poor', to: 1 },
    ]);
  });

  it('shows while one types what could come next, and puts it away when the question is left', () => {
    const step = run(structureScreen, 'add', context, rules);
    const { state } = step.prompt!.onChange!('term = o');
    expect(state!.form!.choices).toEqual(['numbers 1 to 3 step 1', '"open end"']);
    expect(screenText(structureScreen, context, state!, { width: 120, height: 30 })).toContain('"open end"');
    expect(step.prompt!.onCancel!().state!.form).toBeNull();
    const after = step.prompt!.onDone('tree = 1');
    expect('message' in after ? after.message : '').toContain("Issue 'tree' does not exist");
  });
});

describe('what is typed', () => {
  it.each([
    ...MATERIAL.map(({ name, load }) => ({ name, scenario: load().scenario })),
    { name: 'blocks', scenario: scenarioOf(BLOCKS) },
  ])('says what stands in $name when it is shown to be changed', ({ scenario: { issues, rules, parties } }) => {
    for (const rule of rules) {
      const read = typedRule(ruleSaid(rule), issues);
      if (!read.ok) throw new Error(read.message);
      const { why, sources } = rule;
      expect({ ...ruleOf(rule.id, { ...read.value, why }), ...(sources && { sources }) }).toEqual(rule);
    }
    const patterns = issues
      .flatMap(({ only }) => only ?? [])
      .map((clause) => [clause])
      .concat(parties.flatMap(({ redLines }) => redLines.map(({ when }) => [...when])));
    for (const pattern of patterns)
      expect(typedPattern(patternSaid(pattern), issues)).toEqual({ ok: true, value: pattern });
  });

  const { issues } = contextOf('first-five-minutes', { kinds: [] }).now.scenario;
  it.each([
    ['fee = 400', true],
    ['Fee = 400..600, day = Saturday | sunday', true],
    ['fee', 'Expected issue = option'],
    ['fees = 400', "did you mean 'fee'"],
    ['day = someday', 'does not exist'],
    ['', 'Type an issue'],
  ])('as a pattern: %s', (text, wanted) => {
    const got = typedPattern(text, issues);
    if (wanted === true) expect(got.ok).toBe(true);
    else expect(got.ok ? '' : got.message).toContain(wanted);
  });

  it('as an id has none of the signs that separate names, and is new', () => {
    expect(newId('  Second offer; now=1 ', ['second-offer-now-1'])).toBe('second-offer-now-1-2');
    expect(newId(',,', [])).toBe('new');
  });

  it('as values is one number for each option', () => {
    const day = issues.find(({ id }) => id === 'day')!;
    expect(typedValues('0 50 1/3', day)).toMatchObject({ ok: true });
    expect(typedValues('0 50', day)).toMatchObject({ ok: false });
    expect(typedValues('0 50 x', day)).toMatchObject({ ok: false });
  });
});
