/** The dates as the outcomes have them, and applying one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slack } from '../../report/tenths.ts';
import { stagesScreen } from '../../../src/tui/screens/stages/index.ts';
import { stagesOf } from '../../../src/tui/screens/stages/state.ts';
import { AREAS, commandOf, contextOf, expectFilled, NOTHING_KNOWN, run, screenText } from '../support.ts';

const DATED = contextOf('ukraine-2025', { kinds: ['stages'] });
const UNDATED = contextOf('lease');
const START = stagesScreen.initial;
const WIDE = { width: 130, height: 60 };

test('fills every area, with stages, without them, and before the answer', () => {
  const contexts = [DATED, UNDATED, { ...DATED, findings: NOTHING_KNOWN }];
  fc.assert(
    fc.property(AREAS, fc.constantFrom(...contexts), fc.option(fc.nat(20)), (area, context, cursor) => {
      expectFilled(stagesScreen.view(context, { cursor }, area), area);
    }),
  );
});

test('shows every date with its verdict and slack', () => {
  const text = screenText(stagesScreen, DATED, START, WIDE);
  const stages = stagesOf(DATED);
  expect(stages.length).toBe(DATED.now.file.stages.length + 1);
  for (const { date, outcome } of stages) {
    const row = text.split('\n').find((line) => date !== null && line.includes(date)) ?? '';
    expect(row).toContain(outcome.coalition === null ? 'no deal' : 'deal');
    if (outcome.uniformSlack !== null) expect(row).toContain(slack(outcome.uniformSlack));
  }
});

test('applies the stage under the cursor, and says why where it cannot', () => {
  const stage = stagesOf(DATED)[1]!.scenario.stage!;
  expect(run(stagesScreen, 'apply', DATED, { cursor: 1 }).effects).toEqual([
    { kind: 'edit', edit: { kind: 'stage', stage } },
  ]);
  const apply = commandOf(stagesScreen, 'apply');
  expect(apply.unavailable?.(DATED, { cursor: 0 })).toContain('stands at this stage');
  const there = contextOf('ukraine-2025', { kinds: ['stages'], edits: [{ kind: 'stage', stage }] });
  expect(apply.unavailable?.(there, { cursor: 0 })).toMatch(/undo/i);
});

test('a scenario without stages says so and asks for nothing', () => {
  expect(screenText(stagesScreen, UNDATED, START, WIDE)).toContain('no stages');
  expect(stagesScreen.questions(UNDATED, START)).toEqual([]);
});
