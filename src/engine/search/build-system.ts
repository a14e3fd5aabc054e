/**
 * A region made ready to search. That already propagates what can be known without search, so many empty regions are
 * proven empty right here.
 */
import type { Span } from '../option-set.ts';
import type { Problem } from '../problem.ts';
import { allIssues } from '../problem.ts';
import { spanOf } from '../region.ts';
import type { Region } from '../region.ts';
import { isNarrow } from '../units.ts';
import type { Blocks } from './blocks.ts';
import { asLimbs, ceilInCoarse, coarseParty, floorInCoarse } from './coarse.ts';
import type { CoarseParty } from './coarse.ts';
import { propagate } from './propagation.ts';
import { issueOf, numbersTo } from './system.ts';
import type { System, WideParty } from './system.ts';

/**
 * The searchable form of a region, or null when propagation alone proves that no deal is in it. Given blocks by issue, their
 * first options stand for them.
 */
export function buildSystem(problem: Problem, region: Region, blocks: readonly (Blocks | null)[] = []): System | null {
  return propagate(wholeSystem(problem, region, blocks));
}

/** Every option that the region leaves, whatever becomes of it. */
function wholeSystem(problem: Problem, region: Region, blocks: readonly (Blocks | null)[]): System {
  const { offsets, parties } = problem;
  const coarse = parties.map((party) => coarseParty(problem, party));
  const bounded = [...coarse.map(({ column }) => column), ...region.sums.map(({ amounts }) => negated(amounts))];
  const wide = widePlaces(coarse, region, bounded.length);
  const columns = wide.reduce((sum, { limbs }) => sum + limbs, bounded.length);
  const floors = new Float64Array(columns).fill(-Infinity);
  region.floors.forEach((floor, party) => (floors[party] = floorInCoarse(floor, coarse[party]!.shift)));
  region.sums.forEach(({ atMost }, sum) => (floors[parties.length + sum] = 0 - atMost));
  const options = allIssues(problem).map((issue) => blocks[issue]?.firsts() ?? allIn(spanOf(problem, region, issue)));
  const start = new Int32Array(options.length + 1);
  options.forEach((own, issue) => (start[issue + 1] = start[issue]! + own.length));
  const limbs = limbColumns(problem, wide);
  const contributions = new Float64Array(start[options.length]! * columns);
  let cell = 0;
  options.forEach((own, issue) => {
    const inBlocks = blocks[issue] ?? null;
    for (const option of own) {
      const place = offsets[issue]! + option;
      for (const column of bounded) contributions[cell++] = inBlocks?.mostOf(column, option) ?? column[place]!;
      for (const column of limbs) contributions[cell++] = column[place]!;
    }
  });
  return {
    options,
    picksAt: (row) => {
      const issue = issueOf(start, row);
      const option = options[issue]![row - start[issue]!]!;
      return [{ issue, option, last: blocks[issue]?.lastOf(option) ?? option }];
    },
    start,
    parties: parties.length,
    bounded: bounded.length,
    columns,
    contributions,
    constant: new Float64Array(columns),
    floors,
    wide,
    sums: region.sums,
    forbidden: region.forbidden,
    bonuses: parties.flatMap(({ adjustments }, party) =>
      adjustments.map(({ when, units }) => ({
        when,
        party,
        units: ceilInCoarse(units, coarse[party]!.shift),
        limbs: coarse[party]!.limbs === 0 ? [] : asLimbs(units, coarse[party]!.limbs),
      })),
    ),
    blocked: blocks.some((own) => own !== null) ? { offsets, columns: bounded } : null,
  };
}

function limbColumns({ parties }: Problem, wide: readonly WideParty[]): readonly Float64Array[] {
  return wide.flatMap(({ party, limbs }) => {
    const { contributions } = parties[party]!;
    const own = isNarrow(contributions) ? [contributions] : contributions.limbs;
    return Array.from({ length: limbs }, (_, limb) => own[limb] ?? new Float64Array(contributions.length));
  });
}

function allIn({ first, last }: Span): readonly number[] {
  if (first === 0) return numbersTo(last + 1);
  const options: number[] = [];
  for (let option = first; option <= last; option++) options.push(option);
  return options;
}

const NEGATED = new WeakMap<Float64Array, Float64Array>();

/** Amounts with their signs turned: "at most" becomes a floor. */
function negated(amounts: Float64Array): Float64Array {
  const known = NEGATED.get(amounts);
  if (known !== undefined) return known;
  const turned = amounts.map((amount) => 0 - amount);
  NEGATED.set(amounts, turned);
  return turned;
}

/** The wide parties, with their limbs behind the bounded columns. */
function widePlaces(coarse: readonly CoarseParty[], { floors }: Region, bounded: number): readonly WideParty[] {
  let first = bounded;
  return coarse.flatMap(({ shift, limbs }, party) => {
    if (limbs === 0) return [];
    const place = { party, shift, first, limbs, floor: floors[party]! };
    first += limbs;
    return [place];
  });
}
