import { narrow } from '../../engine/narrow.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionStatus } from '../../../src/engine/answer.ts';
import { percent } from '../../../src/report/text/number.ts';
import { countWords, issueTitle, optionLabel } from '../../../src/report/view/words.ts';
import type { ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import type { Context } from '../../../src/tui/model/context.ts';
import type { Step } from '../../../src/tui/model/screen.ts';
import { pointsScreen } from '../../../src/tui/screens/points/index.ts';
import type { PointsState } from '../../../src/tui/screens/points/state.ts';
import {
  AREAS,
  NOTHING_KNOWN,
  after,
  commandOf,
  contextOf,
  crowded,
  everyStep,
  expectFilled,
  outdated,
  run,
  screenText,
} from '../support.ts';
import { textCase } from '../../report/support.ts';
import { runs } from '../../runs.ts';
import { optionId, optionIds } from '../../../src/scenario/format/options.ts';
import { worthAt } from '../../../src/scenario/format/worth.ts';

const WIDE = { width: 120, height: 35 };
const NARROW = { width: 80, height: 19 };
const BOTH = ['glance', 'zone'] as const;
const { initial } = pointsScreen;

/** The quarry with the red line gone that leaves no deal. */
const OPEN: ScenarioEdit = { kind: 'dropRedLine', party: 'residents', redLine: 'hedge' };

function show(context: Context, state: PointsState = initial, area = WIDE): string {
  return screenText(pointsScreen, context, state, area);
}

/** The lines of the heat map, which stands above the pane of options. */
function rowOf(text: string, title: string): string {
  const row = text.split('\n').find((line) => line.startsWith('┃') && line.includes(title));
  if (row === undefined) throw new Error(`no row ${title} in\n${text}`);
  return row;
}

function editOf(step: Step<PointsState>): ScenarioEdit {
  const edit = step.effects?.find(({ kind }) => kind === 'edit');
  if (edit?.kind !== 'edit') throw new Error('no edit');
  return edit.edit;
}

function valueOf({ parties, issues }: Scenario, party: number, issue: number, option: number): number {
  return worthAt(issues[issue]!, parties[party]!.preferences.issues[issue]!, option).value;
}

describe('the heat map', () => {
  it.each(['lease', 'first-five-minutes'])('shows the options of the Nash deal of %s with their values', (name) => {
    const context = contextOf(name, { kinds: BOTH });
    const { scenario } = context.now;
    const { deal } = context.findings.glance.last!.answer.solutions!.nash.deals[0]!;
    const text = show(context);
    for (const issue of scenario.issues.keys()) {
      const row = rowOf(text, issueTitle(scenario, issue));
      const label = optionLabel(scenario, issue, deal[issue]!);
      expect(row).toContain(label);
      const numbers = row.slice(row.indexOf(label) + label.length).match(/\d+/gu)!;
      const values = scenario.parties.map((_, party) =>
        String(Math.round(valueOf(scenario, party, issue, deal[issue]!))),
      );
      expect(numbers.slice(0, values.length)).toEqual(values);
    }
  });

  it('shows share and status of the option as the zone has them', () => {
    const context = contextOf('first-five-minutes', { kinds: BOTH });
    const { scenario, compiled } = context.now;
    const zone = context.findings.zone.last!.answer;
    for (const option of optionIds(scenario.issues[0]!).keys()) {
      const state = { ...initial, options: new Map([[0, option]]) };
      const row = rowOf(show(context, state), issueTitle(scenario, 0));
      const at = compiled.problem.offsets[0]! + option;
      expect(row).toContain(percent(zone.shares[at]!));
      expect(row).toContain(zone.status[at] satisfies OptionStatus | undefined);
    }
  });

  it('marks a red line that the clause crosses by itself', () => {
    const context = contextOf('quarry-dispute', { kinds: BOTH });
    const { scenario } = context.now;
    const [first] = scenario.issues;
    const clear = rowOf(show(context, { ...initial, options: new Map([[0, 0]]) }), first!.title);
    const crossed = show(context, { ...initial, options: new Map([[0, 1]]) });
    expect(clear).not.toContain('✗');
    expect(rowOf(crossed, first!.title)).toContain('✗');
    expect(crossed).toContain('residents.hedge');
  });

  it('says that the zone is being counted, and what it was', () => {
    const context = contextOf('quarry-dispute', { kinds: BOTH, edits: [OPEN] });
    const later = outdated(context, { kind: 'lock', issue: context.now.scenario.issues[0]!.id, options: ['8'] });
    for (const area of [WIDE, NARROW]) {
      const text = show(later, initial, area);
      expect(text).toContain('counting');
      expect(text).not.toMatch(/settled|dead/u);
    }
    const words = `${countWords(context.findings.zone.last!.answer.count)} in the zone`;
    expect(show(later)).toContain(`before the change: ${words}`);
    expect(show(context)).toContain(`  ${words}. Settled`);
  });

  it('treats an empty zone as an answer, with the options of the first way out', () => {
    const context = contextOf('quarry-dispute', { kinds: BOTH });
    expect(context.findings.zone.last!.answer.empty).toBe(true);
    const text = show(context);
    expect(text).toContain('No deal: the zone is empty.');
    expect(text).toMatch(/options of the deal if /u);
    expect(text).not.toMatch(/dead/u);
  });

  it('sorts by what is at stake', () => {
    const context = contextOf('first-five-minutes', { kinds: BOTH });
    const text = show(context, run(pointsScreen, 'sort', context, initial).state);
    const stakes = text.split('\n').flatMap((line) => {
      const [, stake] = /(\d+\.\d)\s+(?:<0\.1|[\d.]+) % (?:open|settled|dead)\s+┃$/u.exec(line) ?? [];
      return stake === undefined || !line.startsWith('┃') ? [] : [Number(stake)];
    });
    expect(stakes).toHaveLength(4);
    expect(stakes).toEqual(stakes.toSorted((a, b) => b - a));
  });
});

describe('the pane of options', () => {
  it('lists all options with value and points of every party', () => {
    const context = contextOf('first-five-minutes', { kinds: BOTH });
    const { scenario, compiled } = context.now;
    const pane = show(context)
      .split('\n')
      .filter((line) => line.startsWith('│'));
    optionIds(scenario.issues[0]!).forEach((_, option) => {
      const label = optionLabel(scenario, 0, option);
      const row = pane.find((line) => line.includes(` ${label} `))!;
      const numbers = row
        .slice(row.indexOf(label) + label.length)
        .match(/[\d.]+/gu)!
        .map(Number);
      narrow(compiled.problem).parties.forEach(({ contributions, scale }, party) => {
        expect(numbers[2 * party]).toBe(Math.round(valueOf(scenario, party, 0, option)));
        expect(numbers[2 * party + 1]).toBeCloseTo(contributions[option]! / scale, 1);
      });
    });
  });

  it('turns to parties as rows where options by parties do not fit', () => {
    const context = contextOf('lease', { kinds: BOTH });
    const lines = show(context, initial, { width: 26, height: 20 }).split('\n');
    expect(lines.filter((line) => /^│(?:Bakery|Owner)/u.test(line))).toHaveLength(2);
  });
});

describe('its commands', () => {
  const context = contextOf('first-five-minutes', { kinds: BOTH });
  const { issues } = context.now.scenario;

  it('move along the issues and stop at the ends', () => {
    expect(after(pointsScreen, context, initial, ['down', 'down']).issue).toBe(2);
    expect(after(pointsScreen, context, initial, ['down', 'up', 'up']).issue).toBe(0);
    expect(after(pointsScreen, context, initial, ['last']).issue).toBe(issues.length - 1);
    expect(after(pointsScreen, context, initial, ['page-down']).issue).toBe(issues.length - 1);
    expect(after(pointsScreen, context, initial, ['last', 'first']).issue).toBe(0);
  });

  it('turn to the next and the last option, round the ends, and back to that of the deal', () => {
    const { deal } = context.findings.glance.last!.answer.solutions!.nash.deals[0]!;
    const next = after(pointsScreen, context, initial, ['next-option']);
    expect(next.options.get(0)).toBe(deal[0]! + 1);
    const back = after(
      pointsScreen,
      context,
      initial,
      Array.from(optionIds(issues[0]!), () => 'previous-option'),
    );
    expect(back.options.get(0)).toBe(deal[0]);
    expect(after(pointsScreen, context, next, ['back-to-deal']).options.size).toBe(0);
    expect(() => run(pointsScreen, 'back-to-deal', context, initial)).toThrow('option of the deal');
  });

  it('lock the option in, so that the zone has only it, and unlock it again', () => {
    const { deal } = context.findings.glance.last!.answer.solutions!.nash.deals[0]!;
    const edit = editOf(run(pointsScreen, 'lock', context, initial));
    expect(edit).toEqual({ kind: 'lock', issue: issues[0]!.id, options: [optionId(issues[0]!, deal[0]!)] });
    const locked = contextOf('first-five-minutes', { kinds: BOTH, edits: [edit] });
    const row = rowOf(show(locked), issues[0]!.title);
    expect(row).toContain('100 %');
    expect(row).toContain('settled');
    expect(row).toMatch(/^┃›=/u);
    expect(editOf(run(pointsScreen, 'lock', locked, initial))).toEqual({ kind: 'unlock', issue: issues[0]!.id });
    expect(editOf(run(pointsScreen, 'unlock-all', locked, initial))).toEqual({
      kind: 'several',
      edits: [{ kind: 'unlock', issue: issues[0]!.id }],
    });
    expect(() => run(pointsScreen, 'unlock-all', context, initial)).toThrow('Nothing is locked.');
  });

  it('shut an option out and let it in again, but never the last one', () => {
    const { deal } = context.findings.glance.last!.answer.solutions!.nash.deals[0]!;
    const chosen = optionId(issues[0]!, deal[0]!);
    const ids = optionIds(issues[0]!);
    const edit = editOf(run(pointsScreen, 'shut-out', context, initial));
    expect(edit).toEqual({ kind: 'lock', issue: issues[0]!.id, options: ids.filter((id) => id !== chosen) });
    const without = contextOf('first-five-minutes', { kinds: BOTH, edits: [edit] });
    const state = { ...initial, options: new Map([[0, deal[0]!]]) };
    expect(rowOf(show(without, state), issues[0]!.title)).toMatch(/^┃›-.*dead/u);
    expect(editOf(run(pointsScreen, 'shut-out', without, state))).toEqual({ kind: 'unlock', issue: issues[0]!.id });
    const one = contextOf('first-five-minutes', {
      kinds: BOTH,
      edits: [{ kind: 'lock', issue: issues[0]!.id, options: [chosen] }],
    });
    expect(() => run(pointsScreen, 'shut-out', one, state)).toThrow('One option has to stay allowed');
  });

  it('filter while typing, keep it with enter and drop it with escape', () => {
    const { prompt } = run(pointsScreen, 'filter', context, initial);
    const typed = prompt!.onChange!('record').state!;
    const text = show(context, typed);
    expect(text).toContain('filter: record, 1 of 4');
    expect(text).toContain('Recording');
    expect(text).not.toContain('Food and beds');
    expect(prompt!.onDone('record')).toMatchObject({ state: { filter: 'record' } });
    expect(prompt!.onCancel!().state!.filter).toBe('');
    const none = { ...initial, filter: 'nothing like it' };
    expect(show(context, none)).toContain('No issue has these words.');
    expect(() => run(pointsScreen, 'lock', context, none)).toThrow('No issue is listed');
  });

  it('show the deal that the options make', () => {
    const { deal } = context.findings.glance.last!.answer.solutions!.nash.deals[0]!;
    const state = after(pointsScreen, context, initial, ['next-option']);
    const changed = [deal[0]! + 1, ...deal.slice(1)];
    expect(run(pointsScreen, 'show', context, state).effects).toEqual([
      { kind: 'show', shown: { deal: changed, title: 'edited Nash deal' } },
      { kind: 'go', screen: 'deal' },
    ]);
    expect(pointsScreen.dealOf!(context, initial)).toEqual({ deal, title: 'Nash deal' });
  });

  it('have keys of their own, twice none', () => {
    const keys = pointsScreen.commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    const taken = ['q', '?', ':', 'u', 'U', 'e', 'y', 's', 'd', 'L', 'p', '[', ']'];
    expect(keys.filter((key) => taken.includes(key) || /^\d$/u.test(key))).toEqual([]);
    expect(commandOf(pointsScreen, 'lock').keys).toEqual(['space', 'enter']);
  });
});

describe('any size and any knowledge', () => {
  const known = ['lease', 'quarry-dispute', 'first-five-minutes'].map((name) => contextOf(name, { kinds: BOTH }));
  const large = contextOf('ukraine-2025', { kinds: [] });
  const contexts = [
    ...known,
    ...known.map((context) => ({ ...context, findings: NOTHING_KNOWN })),
    large,
    contextOf(crowded(), { kinds: [] }),
  ];

  it('fills the area exactly', () => {
    fc.assert(
      fc.property(AREAS, fc.constantFrom(...contexts), fc.nat(50), fc.nat(12), (area, context, issue, option) => {
        const { issues } = context.now.scenario;
        const at = issue % issues.length;
        const options = new Map([[at, option % optionIds(issues[at]!).length]]);
        const sort = option % 2 === 0 ? 'file' : 'at stake';
        const lines = pointsScreen.view(context, { ...initial, issue: at, options, sort }, area);
        expect(lines).toHaveLength(area.height);
        expectFilled(lines, area);
      }),
      { numRuns: runs(150) },
    );
  });

  it('does whatever can be done anywhere', () => {
    for (const context of contexts) {
      const steps = everyStep(pointsScreen, context, initial);
      expect(steps.length).toBeGreaterThan(5);
      for (const step of steps) {
        expectFilled(pointsScreen.view(step.context, step.state, NARROW), NARROW);
        everyStep(pointsScreen, step.context, step.state);
      }
    }
  });

  it('has all parties and options of nine parties at 80 columns', () => {
    const context = contextOf(crowded(), { kinds: [] });
    const pane = show(context, initial, NARROW)
      .split('\n')
      .filter((line) => line.startsWith('│'));
    optionIds(context.now.scenario.issues[0]!).forEach((_, option) => {
      const row = pane.find((line) => line.includes(` ${optionLabel(context.now.scenario, 0, option)} `))!;
      expect(row.match(/ \d+[ ✗]/gu)!.length).toBeGreaterThanOrEqual(context.now.scenario.parties.length);
    });
  });

  it('says that it counts before anything is known', () => {
    const text = show({ ...known[0]!, findings: NOTHING_KNOWN });
    expect(text).toContain('counting the zone');
    expect(text).toContain('Monthly rent');
  });

  it('keeps the issue under the cursor in view', () => {
    for (const area of [WIDE, NARROW]) {
      for (const issue of large.now.scenario.issues.keys()) {
        const text = show(large, { ...initial, issue }, area);
        expect(text.split('\n').filter((line) => line.startsWith('┃›'))).toHaveLength(1);
      }
    }
  });
});

describe('a long range of numbers', () => {
  const { scenario } = textCase(`winset: 1
title: A used car
parties:
  seller: { name: Seller, disagreement: 16, issues: { price: { weight: 1, value: { 5000: 0, 10000: 100 }, values: { barter: 0 } } } }
  buyer:
    name: Buyer
    disagreement: 51
    issues: { price: { weight: 1, value: { 5000: 100, 10000: 0 }, values: { barter: 0 } } }
    redLines: [{ id: dear, when: { price: { from: 9000 } } }]
issues:
  - { id: price, title: Price, unit: dollars, range: { from: 5000, to: 10000, step: 50 }, options: [{ id: barter }] }
`);

  it('is shown as spans that stand alike, and the number under the cursor', () => {
    const text = show(contextOf(scenario, { kinds: BOTH }));
    const rows = text.split('\n').map((row) => row.replace(/[^\w.% -]/gu, ' ').replace(/ +/gu, ' '));
    const spans = rows.flatMap((row) => /(\d+ to \d+ dollars|barter) .*(open|dead)/u.exec(row)?.slice(1) ?? []);
    expect(spans).toEqual(
      [
        ['5000 to 5750 dollars', 'dead'],
        ['5800 to 7450 dollars', 'open'],
        ['7500 to 8950 dollars', 'dead'],
        ['9000 to 10000 dollars', 'dead'],
        ['barter', 'dead'],
      ].flat(),
    );
    expect(text).toMatch(/5800 to 7450 dollars +16\.\.49 +84\.\.51 +100 % +open/u);
    expect(text).toMatch(/9000 to 10000 dollars.*dead +buyer\.dear/u);
    expect(text.match(/\b66[05]0 dollars/gu)).not.toBeNull();
  });

  it('is locked to spans, however many numbers they hold', () => {
    const long = {
      ...scenario,
      hash: 'long',
      issues: scenario.issues.map((own) => ({
        ...own,
        range: { first: 500_000n, step: 1n, places: 2, count: 500_001 },
      })),
    };
    const context = contextOf(long, { kinds: [] });
    const { prompt } = run(pointsScreen, 'lock-several', context, initial);
    const step = prompt!.onDone('5800 to 7450.5 | barter');
    if ('message' in step) throw new Error(step.message);
    const lock = editOf(step);
    const interval = { from: { value: 5800 }, to: { value: 7450.5 } };
    expect(lock).toEqual({ kind: 'lock', issue: 'price', options: [interval, 'barter'] });
    const locked = contextOf(long, { kinds: [], edits: [lock] });
    expect(run(pointsScreen, 'lock-several', locked, initial).prompt!.text).toBe('5800..7450.5 | barter');
    const at = { ...initial, options: new Map([[0, 100_000]]) };
    expect(editOf(run(pointsScreen, 'shut-out', locked, at))).toEqual({
      kind: 'lock',
      issue: 'price',
      options: [
        { from: { value: 5800 }, to: { value: 5999.99 } },
        { from: { value: 6000.01 }, to: { value: 7450.5 } },
        'barter',
      ],
    });
    expect(prompt!.onDone('dear')).toEqual({ message: expect.stringContaining('does not exist') });
    expect(prompt!.onDone('1..2')).toEqual({ message: 'Price has no such number.' });
  });

  it('names its spans where there is no room for a table', () => {
    const text = show(contextOf(scenario, { kinds: BOTH }), initial, { width: 44, height: 40 });
    expect(text).toContain('5800 to 7450 dollars: open, 100 %');
    expect(text).not.toContain('5850');
  });

  it('fills any area, wherever the cursor is', () => {
    const context = contextOf(scenario, { kinds: BOTH });
    fc.assert(
      fc.property(AREAS, fc.integer({ min: 0, max: 101 }), (area, option) => {
        const state = { ...initial, options: new Map([[0, option]]) };
        expectFilled(pointsScreen.view(context, state, area), area);
      }),
      { numRuns: runs(40) },
    );
  });
});
