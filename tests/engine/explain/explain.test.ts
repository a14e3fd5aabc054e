import { narrow } from '../narrow.ts';
import { optionSet } from '../../../src/engine/option-set.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allConstraints, demandOnly } from '../../../src/engine/conflict/demands.ts';
import { accepts, inZone, keepsRules, matches, utilityUnits } from '../../../src/engine/deal.ts';
import type { Draft } from '../../../src/engine/draft/draft.ts';
import type { Opening } from '../../../src/engine/explain/answer.ts';
import { fewestEdits } from '../../../src/engine/explain/edits.ts';
import { exchangesFrom } from '../../../src/engine/explain/exchanges.ts';
import { explain, explainOnlyDrafts } from '../../../src/engine/explain/explain.ts';
import type { ExplainOptions } from '../../../src/engine/explain/explain.ts';
import { statusBySearch } from '../../../src/engine/explain/firmness.ts';
import { pleasingChanges } from '../../../src/engine/explain/pleasing.ts';
import { headroomOf } from '../../../src/engine/explain/slack.ts';
import type { Deal, Pattern, NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { issueCount, optionCount } from '../../../src/engine/problem.ts';
import { allDeals, bruteSlack, expectTrueSlack, zoneDeals } from '../brute-force.ts';
import type { Fraction } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { bruteConflicts, bruteEdits, bruteOpenings, lawfulDeals, nameSet } from './brute.ts';
import { runs } from '../../runs.ts';

const OPTIONS: ExplainOptions = { drafts: [], most: 1000, ways: 500, states: 10_000, seed: 'test' };
const TINY = { maxParties: 4, maxIssues: 3, maxOptions: 3 };
const SMALL = { maxParties: 4, maxIssues: 4, maxOptions: 3 };

/** Problems whose parties ask for so much, or have so many red lines, that zones are often empty. */
const demanding: fc.Arbitrary<Problem> = fc
  .tuple(randomProblem(TINY), fc.constantFrom(0, 4, 9), fc.array(fc.nat(3), { maxLength: 3 }))
  .map(([problem, raise, borrowers]) => ({
    ...problem,
    parties: problem.parties.map((party, index) => ({
      ...party,
      reservation: party.reservation + raise,
      // Some parties take over the red lines of another one too.
      redLines: borrowers.includes(index)
        ? [...party.redLines, ...problem.parties[(index + 1) % problem.parties.length]!.redLines]
        : party.redLines,
    })),
  }));

/** `raise` is added to every reservation value, so that zones are smaller and drafts further away. */
function problemWithDraft(
  openInEight: number,
  raise = 0,
): fc.Arbitrary<{ readonly problem: Problem; readonly draft: Draft }> {
  return randomProblem(SMALL)
    .map((problem) => ({
      ...problem,
      parties: problem.parties.map((party) => ({ ...party, reservation: party.reservation + raise })),
    }))
    .chain((problem) =>
      fc
        .tuple(
          ...Array.from({ length: issueCount(problem) }, (_, issue) =>
            fc
              .tuple(fc.nat(optionCount(problem, issue) - 1), fc.nat(7))
              .map(([option, chance]) => (chance < openInEight ? null : option)),
          ),
        )
        .map((draft) => ({ problem, draft })),
    );
}

function units(problem: Problem, deal: Deal): number[] {
  return problem.parties.map((party) => utilityUnits(problem, party, deal));
}

const inPoints = ([num, den]: Fraction): number => Number(num) / Number(den);

describe('the explanation of an empty zone', () => {
  it('lists every minimal conflict and repair, and the smallest openings by all four measures', () => {
    let empty = 0;
    let paid = 0;
    fc.assert(
      fc.property(demanding, (problem) => {
        fc.pre(zoneDeals(problem).length === 0 && lawfulDeals(problem).length > 0);
        fc.pre(allConstraints(problem).length <= 12);
        empty++;
        const { obstacles } = explain(problem, OPTIONS);
        const { conflicts, repairs, complete, openings } = obstacles!;
        const expected = bruteConflicts(problem);
        expect(complete).toBe(true);
        expect(conflicts.map(nameSet).sort()).toEqual(expected.conflicts);
        expect(repairs.map(nameSet).sort()).toEqual(expected.repairs);
        for (const list of [conflicts, repairs]) {
          const sizes = list.map((set) => set.length);
          expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
        }
        const brute = bruteOpenings(problem);
        const { total, largest, parties, redLines } = openings;
        expect(total!.value).toBeCloseTo(inPoints(brute.total), 9);
        expect(largest!.value).toBeCloseTo(inPoints(brute.largest), 9);
        expect(parties!.value).toBe(brute.parties);
        expect(redLines!.value).toBe(brute.redLines);
        if (total!.value > 0) paid++;
        for (const opening of [total, largest, parties, redLines]) expectWaysOpen(problem, opening!);
      }),
      { numRuns: runs(250) },
    );
    expect(empty).toBeGreaterThan(runs(50));
    expect(paid).toBeGreaterThan(runs(10));
  });

  it('says that lists which are cut are not complete', () => {
    fc.assert(
      fc.property(demanding, (problem) => {
        fc.pre(zoneDeals(problem).length === 0 && lawfulDeals(problem).length > 0);
        const whole = explain(problem, OPTIONS).obstacles!;
        const one = explain(problem, { ...OPTIONS, most: 1 }).obstacles!;
        expect(one.complete).toBe(whole.conflicts.length === 1 && whole.repairs.length === 1);
        expect(one.repairs[0]).toHaveLength(whole.repairs[0]!.length);
        expect(one.repairs).toHaveLength(1);
      }),
      { numRuns: runs(200) },
    );
  });

  /** With the cuts made and the red lines dropped, the signers make the deal. */
  function expectWaysOpen(problem: Problem, { ways }: Opening): void {
    expect(ways.length).toBeGreaterThan(0);
    expect(new Set(ways.map(({ deal, dropped, signers }) => JSON.stringify([deal, dropped, signers]))).size).toBe(
      ways.length,
    );
    for (const { deal, cuts, dropped, signers } of ways) {
      const demands = allConstraints(problem).filter(
        (demand) => !dropped.some((line) => JSON.stringify(line) === JSON.stringify(demand)),
      );
      const softer = narrow(demandOnly(problem, demands));
      const cut = {
        ...softer,
        parties: softer.parties.map((party, index) => ({
          ...party,
          reservation: party.reservation - Math.round(cuts[index]! * party.scale),
        })),
      };
      expect(inZone(cut, deal)).toBe(true);
      for (const party of signers) expect(accepts(cut, cut.parties[party]!, deal)).toBe(true);
    }
  }
});

describe('the explanation of a zone that is open', () => {
  it('finds settled, open and dead options and whose refusal closes the zone', () => {
    let closing = 0;
    fc.assert(
      fc.property(randomProblem(SMALL), (problem) => {
        const zone = zoneDeals(problem);
        fc.pre(zone.length > 0);
        const { firmness } = explain(problem, OPTIONS);
        const rows = Array.from({ length: issueCount(problem) }, (_, issue) =>
          Array.from({ length: optionCount(problem, issue) }, (__, option) => {
            const having = zone.filter((deal) => deal[issue] === option).length;
            return having === 0 ? 'dead' : having === zone.length ? 'settled' : 'open';
          }),
        ).flat();
        expect(statusBySearch(problem, { nodes: 0 })).toEqual(rows);
        expect(firmness!.status).toEqual(rows);
        problem.parties.forEach((_, index) => {
          const expected = [...rows.keys()].filter((row) => zoneDeals(withRefusal(problem, index, row)).length === 0);
          expect(firmness!.closing[index]).toEqual(expected);
          closing += expected.length;
        });
      }),
      { numRuns: runs(150) },
    );
    expect(closing).toBeGreaterThan(runs(25));
  });

  it('names what alone keeps each dead option out', () => {
    const named = { ruledOut: 0, byRedLines: 0, byThreshold: 0, together: 0 };
    fc.assert(
      fc.property(randomProblem(SMALL), (problem) => {
        fc.pre(zoneDeals(problem).length > 0);
        const { status, dead } = explain(problem, OPTIONS).firmness!;
        expect(dead.map(({ row }) => row)).toEqual([...status.keys()].filter((row) => status[row] === 'dead'));
        for (const { row, ruledOut, refusedBy } of dead) {
          const issue = problem.offsets.findLastIndex((first) => first <= row);
          const lawful = allDeals(problem).filter(
            (deal) => deal[issue] === row - problem.offsets[issue]! && keepsRules(problem, deal),
          );
          expect(ruledOut).toBe(lawful.length === 0);
          const expected = problem.parties.flatMap((own, party) => {
            if (ruledOut || lawful.some((deal) => accepts(problem, own, deal))) return [];
            const byRedLines = lawful.every((deal) => own.redLines.some((line) => matches(deal, line)));
            return [{ party, byRedLines }];
          });
          expect(refusedBy).toEqual(expected);
          if (ruledOut) named.ruledOut++;
          else if (refusedBy.length === 0) named.together++;
          else if (refusedBy.some(({ byRedLines }) => byRedLines)) named.byRedLines++;
          else named.byThreshold++;
        }
      }),
      { numRuns: runs(1000) },
    );
    for (const count of Object.values(named)) expect(count).toBeGreaterThan(0);
  });

  it('finds the red lines that cost everybody most, whoever signs', () => {
    let found = 0;
    fc.assert(
      fc.property(randomProblem(SMALL), (problem) => {
        fc.pre(zoneDeals(problem).length > 0);
        const slack = (asked: Problem): number => {
          const { slack: most } = bruteSlack(asked)!;
          return Number(most[0]) / Number(most[1]);
        };
        const explained = explain(problem, OPTIONS);
        expectTrueSlack(problem, { exact: explained.slack.uniformExact, proven: explained.slack.uniformProven });
        const demands = allConstraints(problem);
        const expected = demands.flatMap((line) => {
          if (line.kind !== 'redLine') return [];
          const points =
            slack(
              narrow(
                demandOnly(
                  problem,
                  demands.filter((other) => other !== line),
                ),
              ),
            ) - slack(problem);
          return points > 1e-9 ? [{ line, points }] : [];
        });
        const named = ({ line }: { readonly line: object }): string => JSON.stringify(line);
        const { tightest } = explained.firmness!;
        expect(tightest.map(named).sort()).toEqual(expected.map(named).sort());
        for (const { line, points } of expected) {
          expect(tightest.find((entry) => named(entry) === named({ line }))!.points).toBeCloseTo(points, 9);
        }
        found += expected.length;
      }),
      { numRuns: runs(300) },
    );
    expect(found).toBeGreaterThan(runs(10));
  });

  function withRefusal(problem: Problem, index: number, row: number): Problem {
    const issue = problem.offsets.findLastIndex((first) => first <= row);
    const line: Pattern = { clauses: [{ issue, options: optionSet([row - problem.offsets[issue]!]) }] };
    const parties = problem.parties.map((party, k) =>
      k === index ? { ...party, redLines: [...party.redLines, line] } : party,
    );
    return { ...problem, parties };
  }
});

describe('headroom', () => {
  it('is the most by which one threshold can rise, or must fall, with a deal left', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(randomProblem(SMALL), (problem) => {
        problem.parties.forEach((party, index) => {
          const asking = (reservation: number): Problem => ({
            ...problem,
            parties: problem.parties.map((of, k) => (k === index ? { ...of, reservation } : of)),
          });
          const found = headroomOf(problem, index, { nodes: 0 });
          kinds.add(found.kind);
          const open = (reservation: number): boolean => zoneDeals(asking(reservation)).length > 0;
          if (found.kind === 'unneeded') expect(open(1e6)).toBe(true);
          else if (found.kind === 'apart') expect(open(-1e6)).toBe(false);
          else if (found.kind === 'points') {
            const most = party.reservation + Math.round(found.points * party.scale);
            expect(open(most)).toBe(true);
            expect(open(most + 1)).toBe(false);
          }
        });
      }),
      { numRuns: runs(700) },
    );
    expect([...kinds].sort()).toEqual(['apart', 'points', 'unneeded']);
  });
});

describe('fewestEdits', () => {
  it.each([0, 4])(
    'finds the distance of a draft to the zone and every smallest set of changes (%i in 8 open)',
    (open) => {
      let far = 0;
      fc.assert(
        fc.property(problemWithDraft(open, 5), ({ problem, draft }) => {
          const expected = bruteEdits(problem, draft);
          const edits = fewestEdits(problem, draft, 1000, { nodes: 0 });
          if (expected === null) {
            expect(edits).toBeNull();
            return;
          }
          if (expected.distance > 1) far++;
          expect(edits!.distance).toBe(expected.distance);
          expect(edits!.ways.map(({ changes }) => JSON.stringify(changes)).sort()).toEqual(expected.ways);
          expect(edits!.complete).toBe(true);
          for (const { deal, changes } of edits!.ways) {
            expect(inZone(problem, deal)).toBe(true);
            for (const [issue, option] of draft.entries()) {
              if (option === null || changes.some((change) => change.issue === issue)) continue;
              expect(deal[issue]).toBe(option);
            }
          }
          const cut = fewestEdits(problem, draft, 1, { nodes: 0 })!;
          expect(cut.complete).toBe(expected.ways.length === 1);
          if (cut.count !== null) expect(cut.count).toBe(BigInt(expected.ways.length));
        }),
        { numRuns: runs(5000) },
      );
      expect(far).toBeGreaterThan(runs(40));
    },
  );
});

describe('pleasingChanges', () => {
  it.each([0, 4])('names clauses that please somebody and cost nobody anything (%i in 8 open)', (open) => {
    let found = 0;
    fc.assert(
      fc.property(problemWithDraft(open), ({ problem, draft }) => {
        const pleasing = pleasingChanges(problem, draft);
        found += pleasing.length;
        const completions = allDeals(problem).filter((deal) =>
          deal.every((option, issue) => (draft[issue] ?? option) === option),
        );
        const barriers = [...problem.forbidden, ...problem.parties.flatMap(({ redLines }) => redLines)];
        for (const [issue, option] of draft.entries()) {
          if (option === null) continue;
          for (let other = 0; other < optionCount(problem, issue); other++) {
            if (other === option) continue;
            const change = pleasing.find((candidate) => candidate.issue === issue && candidate.option === other);
            const gains = completions.map((deal) => {
              const after = deal.with(issue, other);
              const before = units(problem, deal);
              return units(problem, after).map((value, party) => value - before[party]!);
            });
            const least = problem.parties.map((_, party) => Math.min(...gains.map((gain) => gain[party]!)));
            const newly = completions.some((deal) =>
              barriers.some((pattern) => !matches(deal, pattern) && matches(deal.with(issue, other), pattern)),
            );
            const holds = !newly && least.every((gain) => gain >= 0) && least.some((gain) => gain > 0);
            if (change !== undefined) {
              expect(newly).toBe(false);
              expect(least.every((gain) => gain >= 0)).toBe(true);
              if (open === 0) expect(change.gain).toEqual(least.map((gain, k) => gain / problem.parties[k]!.scale));
            }
            // With open issues, adjustments that exclude each other may leave more than is claimed.
            if (open === 0) expect(change !== undefined).toBe(holds);
          }
        }
      }),
      { numRuns: runs(600) },
    );
    expect(found).toBeGreaterThan(runs(15));
  });
});

describe('exchangesFrom', () => {
  it('finds every exchange of two or three clauses that pays though no part of it does, and every package', () => {
    let rolled = 0;
    let packed = 0;
    fc.assert(
      fc.property(problemWithDraft(0), fc.nat(), ({ problem, draft }, pick) => {
        const zone = zoneDeals(problem);
        const inside = pick % 4 === 0 ? undefined : zone[pick % zone.length];
        const deal = inside ?? draft.map((option) => option!);
        const found = exchangesFrom(problem, deal, 10_000);
        const before = units(problem, deal);
        const barriers = problem.parties.flatMap(({ redLines }) => redLines).filter((line) => !matches(deal, line));
        const improves = (other: Deal): boolean => {
          const gains = units(problem, other).map((value, party) => value - before[party]!);
          return (
            gains.every((gain) => gain >= 0) &&
            gains.some((gain) => gain > 0) &&
            (keepsRules(problem, other) || !keepsRules(problem, deal)) &&
            !barriers.some((line) => matches(other, line))
          );
        };
        const changed = (other: Deal): number[] => [...other.keys()].filter((issue) => other[issue] !== deal[issue]);
        const deals = allDeals(problem);
        const parts = (other: Deal): Deal[] =>
          deals.filter((part) => {
            const count = changed(part).length;
            if (count === 0 || count === changed(other).length) return false;
            return changed(part).every((issue) => part[issue] === other[issue]);
          });
        const near = deals.filter((other) => [2, 3].includes(changed(other).length));
        const rolls = near.filter((other) => improves(other) && !parts(other).some(improves));
        const after = (changes: readonly { readonly issue: number; readonly option: number }[]): string =>
          changes.reduce<Deal>((other, { issue, option }) => other.with(issue, option), deal).join();
        expect(found.logrolls.map(({ changes }) => after(changes)).sort()).toEqual(rolls.map((o) => o.join()).sort());
        expect(found.logrollCount).toBe(rolls.length);
        for (const { everyone, gain } of found.logrolls) expect(everyone).toBe(gain.every((points) => points > 0));
        const packages = near.filter(
          (other) =>
            inZone(problem, deal) &&
            changed(other).length === 2 &&
            inZone(problem, other) &&
            !parts(other).some((part) => inZone(problem, part)),
        );
        expect(found.packages.map(({ changes }) => after(changes)).sort()).toEqual(
          packages.map((o) => o.join()).sort(),
        );
        rolled += rolls.length;
        packed += packages.length;
      }),
      { numRuns: runs(10000) },
    );
    expect(rolled).toBeGreaterThan(runs(100));
    expect(packed).toBeGreaterThan(0);
  });
});

it('explains drafts alone as it does among everything else', () => {
  fc.assert(
    fc.property(problemWithDraft(0, 5), ({ problem, draft }) => {
      fc.pre(lawfulDeals(problem).length > 0);
      const options = { ...OPTIONS, drafts: [draft] };
      expect(explainOnlyDrafts(problem, options)).toEqual(explain(problem, options).drafts);
    }),
    { numRuns: runs(200) },
  );
});
