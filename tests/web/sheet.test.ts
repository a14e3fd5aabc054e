/** The points that a page adds up while a text is put together are those that count. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { worthTo } from '../../src/class/game.ts';
import { completeText, openIssues } from '../../src/web/pages/builder.tsx';
import { sumOf } from '../../src/web/sheet.ts';
import { issuesOf, sheetOf } from '../../src/web/sheet-of.ts';
import { gameOf } from '../../src/class/game.ts';
import { readPlan } from '../../src/class/plan.ts';
import { CLASSES } from '../class/others-changed.ts';
import { shippedGame } from '../class/support.ts';
import { runs } from '../runs.ts';
import { CONDITIONAL, scenarioOf } from '../scenario/support.ts';

function planned(text: string) {
  const read = readPlan('class: 1\nscenario: x\nminutes: 5\n', 'class.yaml');
  if (!read.ok) throw new Error('the plan is sound');
  return gameOf(read.plan, scenarioOf(text));
}

const GAMES = [
  ...CLASSES.map((name) => [name, shippedGame(name)] as const),
  ['CONDITIONAL', planned(CONDITIONAL)] as const,
];

it.each(GAMES)('of %s: the same points, the same least, the same lines', (_, game) => {
  const stages = [null, ...game.file.stages.map(({ id }) => id)];
  const issues = issuesOf(game);
  fc.assert(
    fc.property(
      fc.constantFrom(...game.roles),
      fc.constantFrom(...stages),
      fc.tuple(...issues.map(({ options }) => fc.nat(options.length - 1))),
      (role, stage, picked) => {
        const chosen = Object.fromEntries(issues.map(({ id, options }, k) => [id, options[picked[k]!]!.id]));
        expect(openIssues(issues, chosen)).toEqual([]);
        const deal = completeText(issues, chosen);
        const sum = sumOf(sheetOf(game, stage, role), deal);
        const worth = worthTo(game, stage, role, deal);
        expect(sum.points).toBeCloseTo(worth.points, 6);
        expect([sum.belowLeast, sum.crosses.length, sum.open]).toEqual([worth.belowLeast, worth.crosses.length, 0]);
      },
    ),
    { numRuns: runs(40) },
  );
});
