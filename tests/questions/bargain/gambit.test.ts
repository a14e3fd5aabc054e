import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { accepts } from '../../../src/engine/deal.ts';
import { equilibria } from '../../../src/engine/bargain/foresight/equilibrium.ts';
import { ratioText } from '../../../src/exact/fraction.ts';
import { askBargain } from '../../../src/questions/bargain/ask.ts';
import type { GameCase } from '../../../src/questions/bargain/case.ts';
import { gambitText } from '../../../src/questions/bargain/gambit.ts';
import { bargain, bargainOptions } from '../../../src/questions/bargain/question.ts';
import { InputError } from '../../../src/questions/input-error.ts';
import { readOptions } from '../../../src/questions/option.ts';
import type { Given } from '../../../src/questions/option.ts';
import type { Asker, OpenCase } from '../../../src/questions/question.ts';
import { formatFinding } from '../../../src/scenario/finding.ts';
import { parseScenarioText } from '../../../src/scenario/read/load.ts';
import { runs } from '../../runs.ts';
import { choicesOf, readEfg, solveEfg } from './efg.ts';
import type { EfgNode, Solved } from './efg.ts';

/** A game is written without any search for its solution. */
const NOBODY: Asker = {
  patience: 'command',
  crewFor: () => ({ run: () => Promise.reject(new Error('nothing is to be computed')) }),
};

function opened(text: string): OpenCase {
  const result = parseScenarioText(text, 'test.yaml');
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'));
  const { scenario } = result;
  const compiled = compileProblem(scenario);
  return { file: scenario, scenario, compiled, assumptions: [], changed: (at) => at, warnings: [], version: '1.2.3' };
}

async function gameOf(open: OpenCase, given: Given) {
  const options = readOptions(bargainOptions, { equilibrium: true, efg: true, ...given });
  const of = await askBargain(open, options, NOBODY);
  if (of.kind !== 'game') throw new Error('asked for a game');
  const text = gambitText(of);
  expect(gambitText(of)).toBe(text);
  return { of, text, efg: readEfg(text) };
}

const exact = ({ payoffs }: Solved): readonly string[] =>
  payoffs.map(([num, den]) => (den === 1n ? String(num) : `${num}/${den}`));

/** A pie in whole pieces between two: what a gets. */
function pie(pieces: number): string {
  const shares = Array.from({ length: pieces + 1 }, (_, own) => own);
  const values = (of: (own: number) => number) => Object.fromEntries(shares.map((own) => [`s${own}`, of(own)]));
  return JSON.stringify({
    winset: 1,
    title: 'A "pie"',
    asOf: '2025-01-01',
    parties: {
      a: { name: 'A', disagreement: 0, issues: { share: { scores: values((own) => own) } } },
      b: { name: 'B', disagreement: 0, issues: { share: { scores: values((own) => pieces - own) } } },
    },
    issues: [{ id: 'share', title: 'Share', options: shares.map((own) => ({ id: `s${own}` })) }],
  });
}

const PARTIES = ['a', 'b', 'c'];
const SHAPES = [[2], [5], [8], [2, 2], [2, 3], [3, 2], [2, 4], [2, 2, 2]];
const PATIENCE = ['1', '0.9', '0.85', '0.5', '2/3'];

/** Small scenarios with few different points, so that ties are common, and every rule about who signs what. */
const small = fc
  .record({ parties: fc.integer({ min: 2, max: 3 }), counts: fc.constantFrom(...SHAPES) })
  .chain((shape) => {
    const ids = PARTIES.slice(0, shape.parties);
    const issues = shape.counts.map((count, k) => ({
      id: `i${k}`,
      title: `Issue ${k}`,
      options: Array.from({ length: count }, (_, option) => ({ id: `o${option}` })),
    }));
    const clause = fc
      .constantFrom(...issues)
      .chain(({ id, options }) => fc.constantFrom(...options).map((option) => ({ [id]: option.id })));
    const party = fc
      .record({
        worth: fc.array(fc.array(fc.constantFrom(0, 20, 50, 60, 100), { minLength: 8, maxLength: 8 }), {
          minLength: 3,
          maxLength: 3,
        }),
        weights: fc.array(fc.constantFrom(1, 2, 3), { minLength: 3, maxLength: 3 }),
        disagreement: fc.constantFrom(0, 10, 30),
        above: fc.constantFrom(0, 0, 15),
        redLines: fc.array(clause, { maxLength: 1 }),
      })
      .map(({ worth, weights, disagreement, above, redLines }) => ({
        name: 'Party',
        disagreement,
        reservation: disagreement + above,
        issues: Object.fromEntries(
          issues.map(({ id, options }, k) => [
            id,
            { weight: weights[k], values: Object.fromEntries(options.map((option, o) => [option.id, worth[k]![o]])) },
          ]),
        ),
        redLines: redLines.map((when, k) => ({ id: `line${k}`, when })),
      }));
    const condition = fc.record({ party: fc.constantFrom(...ids), when: clause, why: fc.constant('So it is.') });
    const consent = fc.oneof(
      fc.constant({ needs: 'all' as const }),
      fc
        .record({ quorum: fc.integer({ min: 1, max: ids.length }), veto: fc.subarray(ids, { maxLength: 1 }) })
        .chain((needs) =>
          fc
            .array(condition, { maxLength: 1 })
            .map((listed) => ({ needs, conditional: listed.filter((one) => !needs.veto.includes(one.party)) })),
        ),
    );
    return fc.record({
      scenario: fc.record({ parties: fc.tuple(...ids.map(() => party)), consent }).map((drawn) => ({
        winset: 1,
        title: 'Small',
        asOf: '2025-01-01',
        parties: Object.fromEntries(ids.map((id, k) => [id, drawn.parties[k]])),
        issues,
        consent: drawn.consent,
      })),
      rounds: fc.integer({ min: 1, max: 3 }),
      order: fc.shuffledSubarray(ids, { minLength: ids.length }),
      patience: fc.array(fc.constantFrom(...PATIENCE), { minLength: ids.length, maxLength: ids.length }),
    });
  });

describe('a game for Gambit', () => {
  it('has by backward induction the values that perfect foresight has', async () => {
    await fc.assert(
      fc.asyncProperty(small, async ({ scenario, rounds, order, patience }) => {
        const open = opened(JSON.stringify(scenario));
        const ids = Object.keys(scenario.parties);
        const given = { rounds, order: order.join(), patience: ids.map((id, k) => `${id}=${patience[k]}`).join() };
        const { of, efg } = await gameOf(open, given);
        expect(BigInt(efg.size)).toBe(of.nodes);
        const { setup } = of;
        const proposers = { kind: 'order', order: setup.order } as const;
        const { asked } = equilibria(of.compiled.problem, { rounds, proposers, patience: setup.patience });
        expect(exact(solveEfg(efg.root, setup.order))).toEqual(asked.rounds[0]!.exact.map(ratioText));
      }),
      { numRuns: runs(200) },
    );
  });

  it('lets nobody accept what it would not sign, and writes no offer that could only be rejected', async () => {
    await fc.assert(
      fc.asyncProperty(small, async ({ scenario, order }) => {
        const open = opened(JSON.stringify(scenario));
        const { of, efg } = await gameOf(open, { rounds: 1, order: order.join() });
        for (const { name, player, actions, after } of choicesOf(efg.root)) {
          if (name !== 'round 1') {
            expect(actions).toEqual(signs(of, player, name) ? ['accept', 'reject'] : ['reject']);
            continue;
          }
          for (const [k, offer] of actions.slice(0, -1).entries()) {
            expect(signs(of, player, offer)).toBe(true);
            expect(canEndWith(after[k]!, `round 1: ${offer}`)).toBe(true);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('shares a pie of ten as it comes out by hand', async () => {
    // Patience 0.9, offers of a, b, a. Last, a keeps all; before, b has to leave 9 to a; first, 0.9 buy b, so it takes 1.
    for (const [rounds, shares] of [
      [1, ['10', '0']],
      [2, ['1', '9']],
      [3, ['9', '1']],
    ] as const) {
      const { efg } = await gameOf(opened(pie(10)), { rounds, patience: 'a=0.9,b=0.9' });
      expect(exact(solveEfg(efg.root, [0, 1]))).toEqual(shares);
    }
  });

  it('is a line for each node, with exact payoffs counted in the first round', async () => {
    const { text, efg } = await gameOf(opened(pie(1)), { rounds: 2, patience: 'a=0.9,b=1/3', order: 'b' });
    expect(efg).toMatchObject({ title: 'A "pie"', players: ['a', 'b'] });
    expect(efg.comment).toContain('2 rounds, 2 deals, 29 nodes');
    const lines = text.split('\n');
    expect(lines[0]).toBe('EFG 2 R "A \\"pie\\"" { "a" "b" }');
    expect(lines.slice(3, 7)).toEqual([
      'p "round 1" 2 1 "" { "share=s0" "share=s1" "pass" } 0',
      'p "share=s0" 1 1 "" { "accept" "reject" } 0',
      't "" 2 "round 1: share=s0" { 0 1 }',
      'p "round 2" 1 2 "" { "share=s0" "share=s1" "pass" } 0',
    ]);
    expect(lines.slice(8, 12)).toEqual([
      't "" 4 "round 2: share=s0" { 0 1/3 }',
      't "" 1 "no deal" { 0 0 }',
      'p "share=s1" 2 3 "" { "accept" "reject" } 0',
      't "" 5 "round 2: share=s1" { 9/10 0 }',
    ]);
  });

  it('is refused where it is too large, with its size and what would do', async () => {
    const refused = gameOf(opened(pie(10)), { rounds: 12 });
    await expect(refused).rejects.toThrow(InputError);
    // 11 offers and the pass: 23 nodes in each round, which goes on in 12 ways.
    await expect(refused).rejects.toThrow(/11 deals in 12 rounds make a game of \d\.\d × 10\^13 nodes/);
    await expect(refused).rejects.toThrow('with --rounds 4 it has 64,091');
    await expect(gameOf(opened(pie(400)), { rounds: 2 })).rejects.toThrow('with --rounds 1 it has 1,205');
  });

  it('is refused for what it could not be', async () => {
    expect(() => bargain.check({ efg: true })).toThrow('--efg has no effect without --equilibrium');
    expect(() => bargain.check({ efg: true, equilibrium: true, json: true })).toThrow('exclude each other');
    expect(() => bargain.check({ efg: true, equilibrium: true, nodes: '5' })).toThrow('exclude each other');
    await expect(gameOf(opened(pie(2)), { protocol: 'random-proposer' })).rejects.toThrow('--protocol alternating');
  });
});

/** Whether a party would sign the one deal of the game that an offer such as "i0=o1, i1=o0" names. */
function signs({ compiled, scenario, deals }: GameCase, party: number, offer: string): boolean {
  const picked = offer.split(', ').map((clause) => {
    const [id, option] = clause.split('=');
    return { issue: scenario.issues.findIndex((issue) => issue.id === id), option: Number(option?.slice(1)) };
  });
  const named = deals.filter((deal) => picked.every(({ issue, option }) => deal[issue] === option));
  expect(named).toHaveLength(1);
  return accepts(compiled.problem, compiled.problem.parties[party]!, named[0]!);
}

function canEndWith(node: EfgNode, outcome: string): boolean {
  return node.kind === 'end' ? node.outcome === outcome : node.after.some((next) => canEndWith(next, outcome));
}
