import { narrow } from '../engine/narrow.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import type { Constraint } from '../../src/engine/answer.ts';
import { explain } from '../../src/engine/explain/explain.ts';
import type { ExplainOptions } from '../../src/engine/explain/explain.ts';
import { parseScenarioText } from '../../src/scenario/read/load.ts';
import { SCORABLE_GAMES } from './expected.ts';
import { optionId } from '../../src/scenario/format/options.ts';

const OPTIONS: ExplainOptions = { drafts: [], most: 100, ways: 20, states: 100_000, seed: 'peers' };

describe.each(SCORABLE_GAMES)('$source', (game) => {
  const loaded = parseScenarioText(readFileSync(new URL(game.file, import.meta.url), 'utf8'), game.file);
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  const { scenario } = loaded;
  const problem = narrow(compileProblem(scenario).problem);
  const { raise, conflicts, repairs, fewestPoints } = game.emptyZone;
  const raised = {
    ...problem,
    parties: problem.parties.map((party) => ({ ...party, reservation: party.reservation + raise * party.scale })),
  };
  const named = (sets: readonly (readonly Constraint[])[]): string[] =>
    sets
      .map((set) =>
        set
          .map(({ kind, party }) => `${kind} ${scenario.parties[party]!.id}`)
          .sort()
          .join(),
      )
      .sort();
  const published = (sets: readonly (readonly string[])[]): string[] =>
    sets
      .map((set) =>
        set
          .map((party) => `reservation ${party}`)
          .sort()
          .join(),
      )
      .sort();

  it('has the published conflicts and repairs once minimums are raised, and no others', () => {
    const { empty, obstacles, slack } = explain(raised, OPTIONS);
    expect(empty).toBe(true);
    expect(obstacles!.complete).toBe(true);
    expect(named(obstacles!.conflicts)).toEqual(published(conflicts));
    expect(named(obstacles!.repairs)).toEqual(published(repairs));
    expect(slack.uniform).toBe(game.uniformSlack - raise);
  });

  it('has the published opening of fewest points', () => {
    const { total } = explain(raised, OPTIONS).obstacles!.openings;
    expect(total!.value).toBe(fewestPoints.points);
    const [way] = total!.ways;
    expect(total!.ways).toHaveLength(1);
    expect(scenario.parties.filter((_, party) => way!.cuts[party]! > 0).map(({ id }) => id)).toEqual([
      fewestPoints.party,
    ]);
    const deal = scenario.issues.map((own, issue) => [own.id, optionId(own, way!.deal[issue]!)]);
    expect(Object.fromEntries(deal)).toEqual(fewestPoints.deal);
  });

  it('has the published headroom', () => {
    const { headroom } = explain(problem, OPTIONS).slack;
    const points = scenario.parties.map(({ id }, party) => {
      const found = headroom[party]!;
      return [id, found.kind === 'points' ? found.points : found.kind];
    });
    expect(Object.fromEntries(points)).toEqual(game.headroom);
  });
});
