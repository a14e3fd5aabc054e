/** The page says what the explanation says, and what it applies opens the zone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../src/scenario/edit/edit.ts';
import { compileProblem } from '../../../src/compile/compile.ts';
import { firstWithDeal } from '../../../src/engine/coalitions.ts';
import { whyScreen } from '../../../src/tui/screens/why/index.ts';
import { entriesOf } from '../../../src/tui/screens/why/state.ts';
import type { Context } from '../../../src/tui/model/context.ts';
import {
  after,
  AREAS,
  commandOf,
  contextOf,
  expectFilled,
  NOTHING_KNOWN,
  outdated,
  run,
  screenText,
} from '../support.ts';

const CLOSED = contextOf('lease', {
  kinds: ['explain'],
  edits: [
    { kind: 'reservation', party: 'owner', value: 95 },
    { kind: 'reservation', party: 'bakery', value: 95 },
  ],
});
const OPEN = contextOf('first-five-minutes', { kinds: ['explain'] });
const SPLIT = contextOf('quarry-dispute', {
  kinds: ['explain'],
  edits: [{ kind: 'dropRedLine', party: 'residents', redLine: 'hedge' }],
});
const START = whyScreen.initial;
const WIDE = { width: 120, height: 200 };

function answerOf({ findings }: Context) {
  const { last } = findings.explain;
  if (last === null) throw new Error('asked for');
  return last.answer;
}

test('fills every area, with an answer, an old one, or none', () => {
  const contexts = [
    CLOSED,
    OPEN,
    { ...CLOSED, findings: NOTHING_KNOWN },
    outdated(OPEN, { kind: 'weight', party: 'band', issue: 'fee', value: 9 }),
  ];
  fc.assert(
    fc.property(AREAS, fc.constantFrom(...contexts), fc.nat(60), fc.boolean(), (area, context, cursor, isUnfolded) => {
      const unfolded = isUnfolded ? entriesOf(context, START).map(({ text }) => text) : [];
      expectFilled(whyScreen.view(context, { cursor, unfolded }, area), area);
    }),
  );
});

describe('an empty zone', () => {
  test('is told with every conflict, every way out and four measures', () => {
    const { obstacles } = answerOf(CLOSED);
    const text = screenText(whyScreen, CLOSED, START, WIDE);
    expect(text).toContain('No deal.');
    expect(obstacles).not.toBeNull();
    const total = Object.values(obstacles!.openings).reduce((sum, { ways }) => sum + ways.length, 0);
    const applicable = entriesOf(CLOSED, START).filter(({ apply }) => apply !== null);
    expect(applicable).toHaveLength(obstacles!.repairs.length + total);
    for (const title of ['points in total', 'largest cut of one party', 'parties that give way', 'red lines dropped']) {
      expect(text).toContain(title);
    }
  });

  test('opens by whatever enter applies', () => {
    for (const [cursor, { apply }] of entriesOf(CLOSED, START).entries()) {
      if (apply === null || 'fault' in apply) continue;
      const [effect] = run(whyScreen, 'apply', CLOSED, { ...START, cursor }).effects ?? [];
      expect(effect).toEqual({ kind: 'edit', edit: apply.edit });
      const edited = applyEdit(CLOSED.now.scenario, apply.edit);
      expect(edited.ok).toBe(true);
      if (edited.ok) expect(firstWithDeal(compileProblem(edited.scenario).problem, { nodes: 0 })).not.toBeNull();
    }
  });

  test('leads from one way out to the next, and shows the deal of one', () => {
    const first = after(whyScreen, CLOSED, START, ['next-way']);
    expect(entriesOf(CLOSED, START)[first.cursor]?.apply).not.toBeNull();
    const withDeal = entriesOf(CLOSED, START).findIndex(({ leads }) => leads !== null);
    expect(run(whyScreen, 'show', CLOSED, { ...START, cursor: withDeal }).effects?.map(({ kind }) => kind)).toEqual([
      'show',
      'go',
    ]);
  });
});

test('a possible deal is told with how firm it is, and nothing is there to apply', () => {
  const text = screenText(whyScreen, OPEN, START, WIDE);
  expect(text).toContain('A deal is possible.');
  expect(text).toContain('Slack: how far thresholds can move');
  expect(entriesOf(OPEN, START).every(({ apply }) => apply === null)).toBe(true);
  expect(commandOf(whyScreen, 'apply').unavailable?.(OPEN, START)).toContain('explanation');
});

test('options that are in no deal stand by point, folded, with what keeps each out', () => {
  const { scenario, compiled } = SPLIT.now;
  const { status } = answerOf(SPLIT).firmness!;
  const dead = [...status.keys()].filter((row) => status[row] === 'dead');
  expect(dead.length).toBeGreaterThan(0);
  const folded = entriesOf(SPLIT, START).flatMap(({ details }, cursor) => (details.length > 0 ? [cursor] : []));
  const isDead = (issue: number): boolean =>
    dead.some((row) => row >= compiled.problem.offsets[issue]! && row < compiled.problem.offsets[issue + 1]!);
  expect(folded).toHaveLength([...scenario.issues.keys()].filter(isDead).length);
  const [cursor = 0] = folded;
  const at = { ...START, cursor };
  const [entry] = [entriesOf(SPLIT, at)[cursor]!];
  expect(screenText(whyScreen, SPLIT, at, { width: 80, height: 200 })).not.toContain(
    entry.details[0]!.text.slice(0, 20),
  );
  const unfolded = run(whyScreen, 'apply', SPLIT, at).state!;
  const next = entriesOf(SPLIT, unfolded)[cursor + 1]!;
  expect(next.text).toBe(`${entry.details[0]!.label}: ${entry.details[0]!.text}`);
  expect(run(whyScreen, 'apply', SPLIT, unfolded).state).toEqual(at);
});

test('says so while there is no answer yet', () => {
  const text = screenText(whyScreen, { ...CLOSED, findings: NOTHING_KNOWN }, START, WIDE);
  expect(text).toContain('being computed');
  expect(commandOf(whyScreen, 'apply').unavailable?.({ ...CLOSED, findings: NOTHING_KNOWN }, START)).toContain(
    'computed',
  );
});
