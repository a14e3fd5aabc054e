/** The definitions behind `explain`, computed by looking at every deal. */
import type { Constraint } from '../../../src/engine/answer.ts';
import { allConstraints, demandOnly } from '../../../src/engine/conflict/demands.ts';
import { inZone, keepsRules, matches, suffices, utilityUnits } from '../../../src/engine/deal.ts';
import type { Draft } from '../../../src/engine/draft/draft.ts';
import type { Deal, Problem } from '../../../src/engine/problem.ts';
import { leastSigned } from '../../../src/engine/problem.ts';
import { allDeals, compareFractions } from '../brute-force.ts';
import type { Fraction } from '../brute-force.ts';

export function lawfulDeals(problem: Problem): Deal[] {
  return allDeals(problem).filter((deal) => keepsRules(problem, deal));
}

function subsets<T>(members: readonly T[]): T[][] {
  return members.reduce<T[][]>((sets, member) => [...sets, ...sets.map((set) => [...set, member])], [[]]);
}

/** Every minimal conflict and repair as sorted lists of the demands' texts. */
export function bruteConflicts(problem: Problem): { readonly conflicts: string[]; readonly repairs: string[] } {
  const demands = allConstraints(problem);
  const deals = lawfulDeals(problem);
  const sets = subsets([...demands.keys()]).sort((a, b) => a.length - b.length);
  const holds = (kept: readonly number[]): boolean => {
    const asked = demandOnly(
      problem,
      kept.map((k) => demands[k]!),
    );
    return deals.some((deal) => inZone(asked, deal));
  };
  const minimal = (wanted: (set: readonly number[]) => boolean): string[] => {
    const found: number[][] = [];
    for (const set of sets) {
      if (found.some((smaller) => smaller.every((k) => set.includes(k)))) continue;
      if (wanted(set)) found.push(set);
    }
    return found.map((set) => nameSet(set.map((k) => demands[k]!))).sort();
  };
  return {
    conflicts: minimal((set) => !holds(set)),
    repairs: minimal((set) => holds([...demands.keys()].filter((k) => !set.includes(k)))),
  };
}

export function nameSet(set: readonly Constraint[]): string {
  return set
    .map((demand) => JSON.stringify(demand))
    .sort()
    .join(' ');
}

/** What a deal costs some signers. */
interface Cost {
  readonly lines: number;
  readonly largest: Fraction;
  readonly total: Fraction;
  readonly parties: number;
}

export interface BruteOpenings {
  readonly total: Fraction;
  readonly largest: Fraction;
  readonly parties: number;
  readonly redLines: number;
}

/** The four measures of the smallest opening, over every deal and every set of parties that is enough for it. */
export function bruteOpenings(problem: Problem): BruteOpenings {
  const everyone = [...problem.parties.keys()];
  const costs = lawfulDeals(problem).flatMap((deal) =>
    subsets(everyone)
      .filter((signers) => suffices(problem, deal, new Set(signers)))
      .map((signers) => costOf(problem, deal, signers)),
  );
  const fewestLines = Math.min(...costs.map(({ lines }) => lines));
  const kept = costs.filter(({ lines }) => lines === fewestLines);
  const free = costs.filter(({ total }) => total[0] === 0n);
  return {
    total: least(kept.map(({ total }) => total)),
    largest: least(kept.map(({ largest }) => largest)),
    parties: Math.min(...costs.map(({ parties }) => parties)),
    redLines: free.length > 0 ? Math.min(...free.map(({ lines }) => lines)) : fewestLines,
  };
}

function costOf(problem: Problem, deal: Deal, signers: readonly number[]): Cost {
  const cuts = signers.map((index): Fraction => {
    const party = problem.parties[index]!;
    const short = BigInt(leastSigned(party)) - BigInt(utilityUnits(problem, party, deal));
    return [short > 0n ? short : 0n, BigInt(party.scale)];
  });
  const crossed = signers.map((index) => problem.parties[index]!.redLines.filter((line) => matches(deal, line)).length);
  const givers = signers.filter((_, k) => cuts[k]![0] > 0n || crossed[k]! > 0);
  return {
    lines: crossed.reduce((sum, count) => sum + count, 0),
    largest: cuts.reduce<Fraction>((most, cut) => (compareFractions(cut, most) > 0 ? cut : most), [0n, 1n]),
    total: cuts.reduce<Fraction>(([a, b], [c, d]) => [a * d + c * b, b * d], [0n, 1n]),
    parties: givers.length,
  };
}

function least(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((low, fraction) => (compareFractions(fraction, low) < 0 ? fraction : low));
}

/** The fewest changed clauses and every set of changes of that size that leads into the zone. */
export function bruteEdits(
  problem: Problem,
  draft: Draft,
): { readonly distance: number; readonly ways: string[] } | null {
  const edits = allDeals(problem)
    .filter((deal) => inZone(problem, deal))
    .map((deal) =>
      deal.flatMap((option, issue) => {
        const before = draft[issue] ?? null;
        return before === null || before === option ? [] : [{ issue, option }];
      }),
    );
  if (edits.length === 0) return null;
  const distance = Math.min(...edits.map((changes) => changes.length));
  const ways = edits.filter((changes) => changes.length === distance).map((changes) => JSON.stringify(changes));
  return { distance, ways: [...new Set(ways)].sort() };
}
