/** The frontier screen: what it says against the engine's answer, what its keys do, and that it fits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDraft } from '../../../src/compile/compile.ts';
import { accepts, inZone, utilityPoints } from '../../../src/engine/deal.ts';
import { spareOf } from '../../../src/report/case.ts';
import { guaranteeSentence } from '../../../src/questions/frontier/view.ts';
import { points as figure, signedPoints } from '../../report/tenths.ts';
import { rangeOf } from '../../../src/report/digits.ts';
import { DEFAULT_TOLERANCE } from '../../../src/questions/frontier/tolerance.ts';
import { partyName } from '../../../src/report/view/words.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { plainText } from '../../../src/tui/draw/line.ts';
import type { Context } from '../../../src/tui/model/context.ts';
import { frontierScreen } from '../../../src/tui/screens/frontier/index.ts';
import { marksOf } from '../../../src/tui/screens/frontier/marks.ts';
import { alongParty, indexOf, readingOf } from '../../../src/tui/screens/frontier/reading.ts';
import type { FrontierState } from '../../../src/tui/screens/frontier/state.ts';
import { axesOf, INITIAL, turned } from '../../../src/tui/screens/frontier/state.ts';
import {
  after,
  AREAS,
  contextOf,
  expectFilled,
  flat,
  momentOf,
  NOTHING_KNOWN,
  outdated,
  run,
  screenText,
} from '../support.ts';

const QUARRY = contextOf('quarry-dispute', { kinds: ['glance', { kind: 'frontier', zone: false }] });
const QUARRY_ZONE = contextOf('quarry-dispute', { kinds: ['glance', { kind: 'frontier', zone: true }] });
const BAND = contextOf('first-five-minutes', { kinds: ['glance', { kind: 'frontier', zone: true }] });
const LARGE = { width: 120, height: 35 };
const SMALL = { width: 80, height: 19 };

function answerOf({ findings }: Context) {
  if (findings.frontier.last === null) throw new Error('no frontier was asked for');
  return findings.frontier.last;
}

function stateAt(context: Context, index: number): FrontierState {
  return { ...INITIAL, deal: answerOf(context).answer.frontier.points[index]!.deal };
}

/** Text with single spaces, so that a sentence is found wherever it was wrapped. */
describe('what the frontier screen says', () => {
  it('gives utility, spare points and refusals of every party at each point', () => {
    const { about, answer } = answerOf(QUARRY);
    const { scenario, compiled } = about;
    answer.frontier.points.forEach(({ deal }, index) => {
      const text = screenText(frontierScreen, QUARRY, stateAt(QUARRY, index), LARGE);
      expect(text).toContain(`Point ${index + 1} `);
      scenario.parties.forEach((party, k) => {
        const row = text.split('\n').find((line) => line.includes(` ${party.short} `) && /[█░]/u.test(line))!;
        expect(row).toContain(` ${figure(utilityPoints(compiled.problem, deal)[k]!)} `);
        expect(row).toContain(signedPoints(spareOf(about, k, deal)));
        expect(/\d no│/u.test(row)).toBe(!accepts(compiled.problem, compiled.problem.parties[k]!, deal));
      });
      expect(text.includes('─ in the zone ─╮')).toBe(inZone(compiled.problem, deal));
    });
  });

  it.each([QUARRY, BAND])('states what is proven at every usual size', (context) => {
    const { about, answer } = answerOf(context);
    const of = {
      ...about,
      answer,
      scope: answer.scope,
      tolerance: DEFAULT_TOLERANCE,
      assumptions: [],
      warnings: [],
      seed: '',
      version: '',
    };
    for (const area of [LARGE, SMALL, { width: 100, height: 30 }, { width: 60, height: 24 }]) {
      expect(flat(screenText(frontierScreen, context, INITIAL, area))).toContain(guaranteeSentence(of));
    }
  });

  it('lists every point, and counts those outside the list', () => {
    const { points } = answerOf(QUARRY).answer.frontier;
    const whole = screenText(frontierScreen, QUARRY, INITIAL, LARGE);
    points.forEach(({ utility }, index) => {
      const figures = `${figure(utility[0]!)}[ ✗]+${figure(utility[1]!)}`.replaceAll('.', '\\.');
      expect(whole).toMatch(new RegExp(`[› ] ${index + 1} +${figures}`, 'u'));
    });
    const small = screenText(frontierScreen, QUARRY, INITIAL, SMALL);
    const shown = points.filter((_, index) => new RegExp(`[› ] ${index + 1} +\\d+\\.\\d`, 'u').test(small)).length;
    expect(small).toContain(`↓ ${points.length - shown} `);
  });

  it('marks thresholds, letters and the point under the cursor in the plot', () => {
    const text = screenText(frontierScreen, BAND, INITIAL, LARGE);
    const { about, answer } = answerOf(BAND);
    expect(text).toContain(`→ ${partyName(about.scenario, 0)} ┆ least 40.0`);
    expect(text).toContain(`↑ ${partyName(about.scenario, 1)} ┄ least 40.0`);
    expect(text.match(/◆/gu)).toHaveLength(2); // the point and the legend
    // In the zone: right of one threshold and above the other.
    const rows = text.split('\n').map((row) => row.slice(0, row.indexOf('│', 1)));
    const cross = rows.findIndex((row) => row.includes('┼'));
    const upright = rows[cross]!.indexOf('┼');
    const spots = rows
      .slice(2, -6)
      .flatMap((row, down) => [...row.matchAll(/[●◆]/gu)].map(({ index }) => ({ index, down: down + 2 })));
    expect(spots.length).toBeGreaterThan(2);
    expect(spots.every(({ index, down }) => index > upright && down < cross)).toBe(true);
    for (const { letter, title } of marksOf(about.scenario, answer)) {
      expect(text).toContain(` ${letter} ${title.slice(0, 12)}`);
    }
  });

  it('gives solutions worth the same to everybody one letter, and drafts their own', () => {
    const { about, answer } = answerOf(BAND);
    const marks = marksOf(about.scenario, answer);
    const worths = answer.landmarks.filter(({ of }) => typeof of === 'string').map(({ utility }) => utility.join());
    const drafts = answer.landmarks.filter(({ of }) => typeof of !== 'string');
    expect(marks).toHaveLength(new Set(worths).size + drafts.length);
    expect(new Set(marks.map(({ letter }) => letter)).size).toBe(marks.length);
    for (const { nearest, distance, utility } of marks) {
      const near = answer.frontier.points[nearest]!.utility;
      const apart = utility.map((value, party) => {
        const { least, most } = rangeOf(about, party);
        return Math.abs(value - near[party]!) / (most - least);
      });
      expect(distance).toBeCloseTo(Math.max(...apart), 9);
    }
  });

  it('shows what a deal is worth more than by the pinned numbers', () => {
    const band = BAND.now.scenario;
    const changed = contextOf('first-five-minutes', {
      edits: [{ kind: 'weight', party: band.parties[0]!.id, issue: band.issues[0]!.id, value: 12 }],
    });
    const context = { ...BAND, pinned: momentOf(changed) };
    const { deal, utility } = answerOf(BAND).answer.frontier.points[0]!;
    const then = utilityPoints(changed.now.compiled.problem, deal);
    const rows = screenText(frontierScreen, context, INITIAL, LARGE).split('\n');
    band.parties.forEach((party, k) => {
      const words = signedPoints(utility[k]! - then[k]!);
      const row = rows.find((line) => line.includes(` ${party.short} `) && /[█░]/u.test(line))!;
      expect(row).toMatch(new RegExp(`${words === '0.0' ? '=' : words.replace('+', '\\+')} *│$`, 'u'));
    });
    expect(rows.some((row) => row.includes('pinned'))).toBe(true);
  });

  it('says that an empty zone has no frontier, and how to go on', () => {
    const text = screenText(frontierScreen, QUARRY_ZONE, { ...INITIAL, zone: true }, SMALL);
    expect(text).toContain('No deal: the zone is empty, so it has no frontier.');
    expect(flat(text)).toContain('z shows the frontier of the whole space');
    expect(frontierScreen.dealOf?.(QUARRY_ZONE, INITIAL)).toBeNull();
  });

  it('dims what is about other numbers, and says that it is being computed', () => {
    const stale = outdated(BAND, { kind: 'reservation', party: BAND.now.scenario.parties[0]!.id, value: 60 });
    const lines = frontierScreen.view(stale, INITIAL, LARGE);
    const text = screenText(frontierScreen, stale, INITIAL, LARGE);
    expect(text.split('\n')[0]).toContain('computing...');
    expect(lines.slice(1).every((line) => line.every(({ tone }) => tone === 'dim'))).toBe(true);
    expect(text).toContain('least 40.0'); // the threshold that the points are about
    expect(screenText(frontierScreen, BAND, INITIAL, LARGE)).not.toContain('computing...');
  });

  it('tells progress and failure before the first answer', () => {
    const finding = NOTHING_KNOWN.frontier;
    const waiting = {
      ...BAND,
      findings: { ...NOTHING_KNOWN, frontier: { ...finding, running: '12 points, proven within 42.9' } },
    };
    expect(screenText(frontierScreen, waiting, INITIAL, SMALL)).toContain('computing... 12 points, proven within 42.9');
    const failed = { ...BAND, findings: { ...NOTHING_KNOWN, frontier: { ...finding, failed: 'out of memory' } } };
    expect(screenText(frontierScreen, failed, INITIAL, SMALL)).toContain('out of memory');
  });
});

describe('keys of the frontier screen', () => {
  it('walks along the utility of the x party, through every point', () => {
    const { points } = answerOf(QUARRY).answer.frontier;
    for (const party of [0, 1, 2]) {
      const order = alongParty(readingOf(QUARRY)!.points, party);
      let state: FrontierState = { ...stateAt(QUARRY, order[0]!), x: party, y: (party + 1) % 3 };
      const met = [state.deal];
      for (let k = 1; k < points.length; k++) {
        const before = points[indexOf(readingOf(QUARRY)!.points, state.deal)]!;
        state = after(frontierScreen, QUARRY, state, ['right']);
        const now = points[indexOf(readingOf(QUARRY)!.points, state.deal)]!;
        expect(now.utility[party]!).toBeGreaterThanOrEqual(before.utility[party]!);
        met.push(state.deal);
      }
      expect(new Set(met.map((deal) => deal!.join())).size).toBe(points.length);
      expect(after(frontierScreen, QUARRY, state, ['right']).deal).toStrictEqual(state.deal);
      expect(after(frontierScreen, QUARRY, state, ['left', 'right']).deal).toStrictEqual(state.deal);
    }
  });

  it('moves in the list', () => {
    const { points } = answerOf(QUARRY).answer.frontier;
    const deal = (ids: readonly string[]) => after(frontierScreen, QUARRY, INITIAL, ids).deal;
    expect(deal(['down', 'down'])).toStrictEqual(points[2]!.deal);
    expect(deal(['last'])).toStrictEqual(points.at(-1)!.deal);
    expect(deal(['last', 'down', 'up'])).toStrictEqual(points.at(-2)!.deal);
    expect(deal(['page-down', 'first'])).toStrictEqual(points[0]!.deal);
  });

  it('opens the deal under the cursor, as it copies it', () => {
    const state = after(frontierScreen, QUARRY, INITIAL, ['down']);
    const shown = { deal: answerOf(QUARRY).answer.frontier.points[1]!.deal, title: 'point 2 of the frontier' };
    expect(run(frontierScreen, 'show', QUARRY, state).effects).toStrictEqual([
      { kind: 'show', shown },
      { kind: 'go', screen: 'deal' },
    ]);
    expect(frontierScreen.dealOf?.(QUARRY, state)).toStrictEqual(shown);
  });

  it('goes to the point nearest to a mark, and opens what the mark stands for', () => {
    const { about, answer } = answerOf(BAND);
    const marks = marksOf(about.scenario, answer);
    let state = after(frontierScreen, BAND, INITIAL, ['pane', 'pane', 'first']);
    expect(state.pane).toBe('marks');
    for (const { nearest, of } of marks) {
      expect(state.deal).toStrictEqual(answer.frontier.points[nearest]!.deal);
      const glance = BAND.findings.glance.last!.answer;
      const deal =
        typeof of === 'string'
          ? glance.solutions![of].deals[0]!.deal
          : 'draft' in of
            ? compileDraft(about.scenario, about.scenario.drafts[of.draft]!.id)
            : answer.frontier.points[nearest]!.deal;
      expect(frontierScreen.dealOf?.(BAND, state)?.deal).toStrictEqual(deal);
      state = after(frontierScreen, BAND, state, ['down']);
    }
  });

  it('asks for the zone where there is one, until the person chooses', () => {
    expect(frontierScreen.questions(BAND, INITIAL)).toStrictEqual([{ kind: 'frontier', zone: true }]);
    expect(frontierScreen.questions(QUARRY, INITIAL)).toStrictEqual([{ kind: 'frontier', zone: false }]);
    const chosen = after(frontierScreen, QUARRY, INITIAL, ['zone']);
    expect(frontierScreen.questions(QUARRY, chosen)).toStrictEqual([{ kind: 'frontier', zone: true }]);
    const back = after(frontierScreen, QUARRY, chosen, ['zone']);
    expect(frontierScreen.questions(QUARRY, back)).toStrictEqual([{ kind: 'frontier', zone: false }]);
  });

  it('never puts one party on both axes, and comes round to every other', () => {
    const party = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(party, party, fc.integer({ min: 2, max: 16 }), fc.constantFrom(1, -1), (x, y, count, step) => {
        const axes = axesOf({ x, y }, count);
        const met = new Set([axes.x]);
        let next = axes;
        for (let k = 0; k < count - 1; k++) {
          next = turned(next, 'x', step, count);
          expect(next.x).not.toBe(next.y);
          expect(next.y).toBe(axes.y);
          met.add(next.x);
        }
        expect(met.size).toBe(count - 1);
      }),
    );
    const state = after(frontierScreen, QUARRY, INITIAL, ['x-next', 'y-next']);
    expect(axesOf(state, 3)).toStrictEqual({ x: 2, y: 0 });
    expect(screenText(frontierScreen, QUARRY, state, LARGE)).toContain('Residents × Council');
  });

  it('does not offer to move where there is nothing', () => {
    const unknown = { ...BAND, findings: NOTHING_KNOWN };
    for (const id of ['down', 'right', 'show', 'last']) {
      expect(() => run(frontierScreen, id, unknown, INITIAL)).toThrow('There is no point yet.');
    }
    expect(() => run(frontierScreen, 'x-next', BAND, INITIAL)).toThrow('There are no other parties to show.');
  });

  it('keeps the cursor on its deal when the points change', () => {
    const state = stateAt(QUARRY, 4);
    const raised = contextOf('quarry-dispute', {
      edits: [{ kind: 'reservation', party: 'council', value: 60 }],
      kinds: ['glance', { kind: 'frontier', zone: false }],
    });
    const shown = frontierScreen.dealOf?.(raised, state);
    expect(shown?.deal).toStrictEqual(state.deal);
  });
});

describe('sizes of the frontier screen', () => {
  const wide: Scenario = {
    ...BAND.now.scenario,
    title: '樂隊與咖啡館',
    hash: 'wide',
    parties: BAND.now.scenario.parties.map((party, k) => ({
      ...party,
      name: `${'委員會'.repeat(9)}${k}`,
      short: `é\u0301${'居民'.repeat(4)}${k}`,
    })),
  };
  const contexts: readonly Context[] = [
    QUARRY,
    QUARRY_ZONE,
    BAND,
    { ...QUARRY, pinned: momentOf(QUARRY) },
    { ...BAND, findings: NOTHING_KNOWN },
    outdated(BAND, { kind: 'reservation', party: BAND.now.scenario.parties[0]!.id, value: 60 }),
    contextOf(wide, { kinds: ['glance', { kind: 'frontier', zone: true }] }),
  ];
  const states = fc.record<FrontierState>({
    zone: fc.constantFrom(null, true, false),
    x: fc.integer({ min: 0, max: 3 }),
    y: fc.integer({ min: 0, max: 3 }),
    deal: fc.constant(null),
    pane: fc.constantFrom('points', 'parties', 'marks'),
    party: fc.integer({ min: 0, max: 3 }),
    mark: fc.integer({ min: 0, max: 9 }),
  });

  it('fills every area exactly', () => {
    fc.assert(
      fc.property(fc.constantFrom(...contexts), states, AREAS, (context, state, area) => {
        const lines = frontierScreen.view(context, state, area);
        expectFilled(lines, area);
        expect(lines.map(plainText).join('\n')).not.toMatch(/undefined|NaN|Infinity/u);
      }),
    );
  });
});
