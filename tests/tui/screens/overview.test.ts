/** The overview: what it says against the engine's answer, what its keys do, and that it fits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDraft } from '../../../src/compile/compile.ts';
import { SOLUTION_NAMES } from '../../../src/engine/answer.ts';
import { bigCount } from '../../../src/report/text/number.ts';
import { conflictSentence } from '../../../src/questions/explain/words.ts';
import type { ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import { signedPoints, upTo } from '../../report/tenths.ts';
import type { Context } from '../../../src/tui/model/context.ts';
import { overviewScreen } from '../../../src/tui/screens/overview/index.ts';
import { knotView } from '../../../src/report/view/knot.ts';
import { dealPicks } from '../../../src/tui/screens/overview/columns.ts';
import { PANES } from '../../../src/tui/screens/overview/state.ts';
import type { OverviewState } from '../../../src/tui/screens/overview/state.ts';
import { sizeBar } from '../../../src/tui/parts/zone-size.ts';
import { lineWidth, plainText } from '../../../src/tui/draw/line.ts';
import { UNICODE } from '../../../src/tui/draw/glyphs.ts';
import {
  after,
  AREAS,
  commandOf,
  contextOf,
  editsOf,
  expectFilled,
  flat,
  momentOf,
  NOTHING_KNOWN,
  outdated,
  renamed,
  run,
  screenText,
} from '../support.ts';
import { runs } from '../../runs.ts';

const { initial } = overviewScreen;
const LARGE = { width: 120, height: 35 };
const SMALL = { width: 80, height: 19 };
const HIGHER_FEE: ScenarioEdit = { kind: 'weight', party: 'band', issue: 'fee', value: 9 };

const OPEN_LINE: ScenarioEdit = { kind: 'dropRedLine', party: 'residents', redLine: 'hedge' };

const BAND = contextOf('first-five-minutes', { kinds: ['glance', 'zone'] });
const QUARRY = contextOf('quarry-dispute', { kinds: ['glance', 'zone'] });
const UKRAINE = contextOf('ukraine-2025-short', { kinds: ['glance', 'zone'] });
const MOVED = contextOf('first-five-minutes', { kinds: ['glance', 'zone'], edits: [HIGHER_FEE] });

function glanceOf({ findings }: Context) {
  return findings.glance.last!.answer;
}

describe('what the overview says of a zone', () => {
  it('names the verdict, the exact count and the slack', () => {
    const text = flat(screenText(overviewScreen, BAND, initial, LARGE));
    const { count } = BAND.findings.zone.last!.answer;
    expect(count.kind).toBe('exact');
    expect(text).toContain('✓ A deal is possible. Signed by the Late Trains and the Lantern.');
    expect(text).toContain(`${count.kind === 'exact' ? bigCount(count.count) : ''} of 189 combinations`);
    expect(text).toContain(`could ask for up to ${upTo(glanceOf(BAND).uniformSlack!)} points more at the same time`);
  });

  it('has a column for each set of deals that the six solutions pick, with the points of the engine', () => {
    const solutions = glanceOf(BAND).solutions!;
    const distinct = new Set(SOLUTION_NAMES.map((name) => JSON.stringify(solutions[name].deals)));
    const picks = dealPicks(momentOf(BAND), null);
    expect(picks).toHaveLength(distinct.size);
    const text = screenText(overviewScreen, BAND, initial, SMALL);
    for (const { heading, cells } of picks) {
      for (const name of heading.split(' + ')) expect(flat(text)).toContain(name.split(' ')[0]);
      cells.forEach(({ utility, beside }) => expect(text).toContain(`${utility} ${beside}`));
    }
    expect(picks[0]!.cells.map(({ value }) => value)).toEqual(solutions.nash.deals[0]!.utility);
  });

  it('says that the zone is being counted, and never shows the count of other numbers as its own', () => {
    const uncounted = contextOf('first-five-minutes', { kinds: ['glance'], edits: [HIGHER_FEE] });
    const context = {
      ...uncounted,
      findings: { ...uncounted.findings, zone: { ...BAND.findings.zone, current: false } },
    };
    const text = flat(screenText(overviewScreen, context, initial, LARGE));
    expect(text).toContain('counting... (50 deals before)');
    expect(text).not.toContain('exact');
    const opened = contextOf('quarry-dispute', { kinds: ['glance'], edits: [OPEN_LINE] });
    const shut = { ...opened, findings: { ...opened.findings, zone: { ...QUARRY.findings.zone, current: false } } };
    expect(flat(screenText(overviewScreen, shut, initial, LARGE))).toContain('counting... (empty before)');
  });

  it('shows the last answer with a word while a new one is computed', () => {
    const stale = outdated(BAND, HIGHER_FEE);
    const text = screenText(overviewScreen, stale, initial, LARGE);
    expect(text).toContain('computing...');
    const lines = overviewScreen.view(stale, initial, LARGE);
    const bars = lines.filter((line) => plainText(line).includes('The Late Trains ') && plainText(line).includes('█'));
    expect(bars.length).toBeGreaterThan(0);
    for (const line of bars)
      expect(line.slice(1, -1).every(({ tone }) => tone === 'dim' || tone === 'plain')).toBe(true);
  });

  it('sets what a pinned answer gave against the present one', () => {
    const context = { ...MOVED, pinned: momentOf(BAND) };
    const pick = dealPicks(momentOf(MOVED), momentOf(BAND))[0]!;
    const was = glanceOf(BAND).solutions!.nash.deals[0]!.utility;
    const now = glanceOf(MOVED).solutions!.nash.deals[0]!.utility;
    expect(pick.since).toEqual(now.map((utility, party) => utility - was[party]!));
    const text = screenText(overviewScreen, context, initial, LARGE);
    for (const since of pick.since!) expect(text).toContain(signedPoints(since));
    expect(text).toContain('pinned');
    expect(text).toContain('Since the pinned answers');
  });

  it('tells what the last change did', () => {
    const text = flat(screenText(overviewScreen, { ...MOVED, before: momentOf(BAND) }, initial, LARGE));
    const count = MOVED.findings.zone.last!.answer.count;
    expect(text).toContain(`zone 50 -> ${count.kind === 'exact' ? bigCount(count.count) : ''}`);
  });

  it('fills the bar by the logarithm, between what is proven and what is possible', () => {
    const space = 10n ** 12n;
    const size = { kind: 'bounded', low: 10n ** 3n, high: 10n ** 9n, estimate: 1e6, interval: [9e5, 2e6] } as const;
    const bar = sizeBar({ kind: 'counted', count: size, space }, 60, UNICODE);
    expect(lineWidth(bar)).toBe(60);
    const signs = plainText(bar).slice(2, -'1.0 × 10^12 (log)'.length - 1);
    expect(signs.indexOf('●') / signs.length).toBeCloseTo(0.5, 1);
    expect((signs.lastIndexOf('█') + 1) / signs.length).toBeCloseTo(0.25, 1);
    expect((signs.lastIndexOf('▓') + 1) / signs.length).toBeCloseTo(0.75, 1);
  });
});

describe('what the overview says of an empty zone', () => {
  it.each([QUARRY, UKRAINE])('names the conflict and the ways out with their deals', (context) => {
    const { conflict, openings } = glanceOf(context).collision!;
    const text = screenText(overviewScreen, context, initial, { width: 160, height: 24 });
    expect(text).toContain('✗ No deal.');
    const knot = knotView(context.now, glanceOf(context).knot)!;
    for (const word of knot.sentences[0]!.split(' ')) expect(text).toContain(word);
    for (const { label } of knot.tables.flatMap(({ rows }) => rows)) expect(text).toContain(label);
    if (knot.tables.length === 0) expect(flat(text)).toContain(flat(conflictSentence(context.now, conflict)));
    const picks = dealPicks(momentOf(context), null);
    expect(picks).toHaveLength(openings.length);
    for (const { way } of picks) expect(openings).toContain(way);
  });

  it('has room for every option of the knot, and for the switch, on the smallest common terminal', () => {
    // Of 80 by 24: header and footer have five rows.
    const text = screenText(overviewScreen, UKRAINE, initial, { width: 80, height: 19 });
    const [table] = knotView(UKRAINE.now, glanceOf(UKRAINE).knot)!.tables;
    for (const { label } of table!.rows) expect(text).toContain(label);
    expect(text).toContain('who refuses');
    expect(text).toContain('holds it again.');
  });

  it('lets no way out stand out before the person goes to one', () => {
    const { unavailable } = commandOf(overviewScreen, 'apply');
    expect(unavailable!(UKRAINE, initial)).toBe('Left and right go to a way out.');
    expect(overviewScreen.dealOf!(UKRAINE, initial)).toBeNull();
    expect(after(overviewScreen, UKRAINE, initial, ['right']).column).toBe(0);
  });

  it('applies a way out as an edit that opens the zone, or says why it cannot', () => {
    for (const [name, context] of [['quarry-dispute', QUARRY] as const, ['ukraine-2025-short', UKRAINE] as const]) {
      dealPicks(momentOf(context), null).forEach(({ way, cells }, column) => {
        const state: OverviewState = { ...initial, column };
        const reason = commandOf(overviewScreen, 'apply').unavailable!(context, state);
        const below = way!.drop.some(
          ({ kind, party }) =>
            kind === 'reservation' && cells[party]!.value < context.now.scenario.parties[party]!.disagreement.value,
        );
        expect(reason !== null).toBe(below);
        if (reason !== null) return;
        const made = editsOf(run(overviewScreen, 'apply', context, state).effects);
        expect(made).toHaveLength(1);
        expect(glanceOf(contextOf(name, { edits: made })).empty).toBe(false);
      });
    }
  });

  it('has nothing to apply where a deal is possible, or while the answer is not of now', () => {
    const { unavailable } = commandOf(overviewScreen, 'apply');
    expect(unavailable!(BAND, initial)).toBe('A deal is possible as it is.');
    const stale = outdated(UKRAINE, { kind: 'reservation', party: 'us', value: 47 });
    expect(unavailable!(stale, initial)).toContain('computed');
  });
});

describe('the keys of the overview', () => {
  it('shows the deal of the column on the deal screen', () => {
    const state = after(overviewScreen, BAND, initial, ['right']);
    const { effects } = run(overviewScreen, 'show', BAND, state);
    const { deal } = glanceOf(BAND).solutions!.utilitarian.deals[0]!;
    expect(effects).toEqual([
      { kind: 'show', shown: { deal, title: 'Utilitarian + Relative utilitarian deal' } },
      { kind: 'go', screen: 'deal' },
    ]);
    expect(overviewScreen.dealOf!(BAND, state)?.deal).toEqual(deal);
  });

  it('shows a whole draft as a deal, and says why a partial one is none', () => {
    const drafts: OverviewState = { ...initial, pane: 'drafts' };
    const { scenario } = UKRAINE.now;
    scenario.drafts.forEach(({ id }, k) => {
      const state = { ...drafts, row: { ...drafts.row, drafts: k } };
      const options = compileDraft(scenario, id);
      const reason = commandOf(overviewScreen, 'show').unavailable!(UKRAINE, state);
      if (options.includes(null)) {
        expect(reason).toContain(`Draft ${id} leaves`);
        return;
      }
      expect(run(overviewScreen, 'show', UKRAINE, state).effects![0]).toEqual({
        kind: 'show',
        shown: { deal: options, title: `draft ${id}` },
      });
    });
  });

  it('keeps the cursor among what there is', () => {
    const right = Array.from({ length: 9 }, () => 'right');
    const down = Array.from({ length: 9 }, () => 'down');
    const state = after(overviewScreen, BAND, initial, [...right, ...down]);
    expect(state.column).toBe(dealPicks(momentOf(BAND), null).length - 1);
    expect(state.row.deals).toBe(1);
    expect(after(overviewScreen, BAND, state, ['first']).column).toBe(0);
    expect(
      PANES.map(
        (_, k) =>
          after(
            overviewScreen,
            BAND,
            initial,
            PANES.slice(0, k + 1).map(() => 'pane'),
          ).pane,
      ),
    ).toEqual(['drafts', 'changes', 'deals']);
  });

  it('has no key twice', () => {
    const keys = overviewScreen.commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the size of the overview', () => {
  const contexts = [
    BAND,
    QUARRY,
    UKRAINE,
    { ...MOVED, before: momentOf(BAND), pinned: momentOf(BAND) },
    outdated(BAND, HIGHER_FEE),
    { ...BAND, findings: NOTHING_KNOWN },
    { ...BAND, findings: { ...NOTHING_KNOWN, glance: { ...NOTHING_KNOWN.glance, failed: 'the worker was stopped' } } },
  ];

  it('fills it with names of any script', () => {
    const odd = contextOf(renamed(BAND.now.file), { kinds: ['glance', 'zone'] });
    const changed = { ...odd, before: momentOf(odd), pinned: momentOf(odd) };
    fc.assert(
      fc.property(fc.constantFrom(odd, changed), AREAS, (context, area) => {
        const lines = overviewScreen.view(context, initial, area);
        expect(lines).toHaveLength(area.height);
        expectFilled(lines, area);
      }),
      { numRuns: runs(300) },
    );
  });

  it('fills every area', () => {
    const states = fc.record({
      pane: fc.constantFrom(...PANES),
      column: fc.nat(8),
      row: fc.record({ deals: fc.nat(9), drafts: fc.nat(9), changes: fc.nat(30) }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...contexts), states, AREAS, (context, state, area) => {
        const lines = overviewScreen.view(context, state, area);
        expect(lines).toHaveLength(area.height);
        expectFilled(lines, area);
      }),
      { numRuns: runs(300) },
    );
  });

  it('shows every party and every pane at 80 x 19', () => {
    for (const context of [BAND, QUARRY, UKRAINE]) {
      const text = screenText(overviewScreen, context, initial, SMALL);
      for (const { short } of context.now.scenario.parties)
        expect(text).toMatch(new RegExp(`${short} +\\d+\\.\\d`, 'u'));
      expect(text).toContain('Drafts');
      expect(text).toContain('What the last change did');
    }
  });
});
