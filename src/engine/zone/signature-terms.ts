/**
 * A zone as a signed sum of plain regions, in which everybody of concern simply accepts.
 *
 * Whether a deal may be made depends on who accepts it and whose signature it needs. Both are sums of plain questions
 * (inclusion and exclusion over the parties that do not always have to sign), and plain questions are counted much
 * faster than a state that follows every party's acceptance at once.
 */
import type { Pattern, Problem } from '../problem.ts';
import { leastSigned } from '../problem.ts';
import type { Region } from '../region.ts';
import { subsetsOfSize } from '../subsets.ts';

/** Deals that some parties accept and that match no condition for the signature of others. */
export interface PlainRegion {
  /** Equal for equal regions of one problem. */
  readonly key: string;
  readonly region: Region;
}

export interface SignedRegion extends PlainRegion {
  readonly times: bigint;
}

/** More optional parties than this make too many terms. */
const MOST_OPTIONAL = 4;

/**
 * The zone (with `waived`, the zone as it would be if that party signed anything) as regions to be added and
 * subtracted; null when too many parties are optional for that.
 */
export function signatureTerms(problem: Problem, waived: number | null): readonly SignedRegion[] | null {
  const { required, optional, missing, triggers } = signatures(problem, waived);
  if (optional.length > MOST_OPTIONAL) return null;
  const totals = new Map<string, { times: bigint; readonly plain: PlainRegion }>();
  const add = (times: bigint, accepting: readonly number[], free: readonly number[]): void => {
    const plain = plainRegion(problem, [...required, ...accepting], free);
    const term = totals.get(plain.key) ?? { times: 0n, plain };
    term.times += times;
    totals.set(plain.key, term);
  };
  // Exactly the parties of `needed` are triggered: nobody else is, less the deals where one of them is not either.
  for (const needed of allSubsets(triggers)) {
    for (const spared of allSubsets(needed)) {
      const free = triggers.filter((party) => !needed.includes(party) || spared.includes(party));
      const sign = spared.length % 2 === 0 ? 1n : -1n;
      for (const [accepting, times] of winningTerms(optional, needed, missing)) add(sign * times, accepting, free);
    }
  }
  return [...totals.values()].filter(({ times }) => times !== 0n).map(({ times, plain }) => ({ ...plain, times }));
}

/**
 * The indicator "all of `needed` accept and at least `missing` of the optional parties do" as a sum over sets S of
 * "all of S accept": Moebius inversion over the subsets.
 */
function winningTerms(
  optional: readonly number[],
  needed: readonly number[],
  missing: number,
): readonly (readonly [accepting: readonly number[], times: bigint])[] {
  const wins = (set: readonly number[]): boolean =>
    set.length >= missing && needed.every((party) => set.includes(party));
  return allSubsets(optional).map((set) => {
    let times = 0n;
    for (const inner of allSubsets(set)) {
      if (wins(inner)) times += (set.length - inner.length) % 2 === 0 ? 1n : -1n;
    }
    return [set, times] as const;
  });
}

function allSubsets(set: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: set.length + 1 }, (_, size) => [...subsetsOfSize(set, size)]).flat();
}

/** Deals that all of `accepting` accept and that match no condition for a signature of `free`. */
function plainRegion(problem: Problem, accepting: readonly number[], free: readonly number[]): PlainRegion {
  const spared: readonly Pattern[] = problem.consent.conditional
    .filter(({ party }) => free.includes(party))
    .map(({ when }) => when);
  return {
    key: `${accepting.join()}/${free.join()}`,
    region: {
      floors: problem.parties.map((party, index) => (accepting.includes(index) ? leastSigned(party) : -Infinity)),
      sums: problem.sums,
      forbidden: [...problem.forbidden, ...accepting.flatMap((party) => problem.parties[party]!.redLines), ...spared],
    },
  };
}

/**
 * Regions that together make up the zone, overlapping or not: what each set of parties that is enough for some deals
 * can sign by itself. Sets that only repeat a smaller one are left out. Null when too many parties are optional.
 */
export function signingRegions(problem: Problem, waived: number | null): readonly PlainRegion[] | null {
  const { required, optional, missing, triggers } = signatures(problem, waived);
  if (optional.length > MOST_OPTIONAL) return null;
  return allSubsets(optional)
    .filter((set) => set.length >= missing)
    .filter((set) => set.length <= missing || set.every((party) => triggers.includes(party)))
    .map((set) =>
      plainRegion(
        problem,
        [...required, ...set],
        triggers.filter((party) => !set.includes(party)),
      ),
    );
}

interface SignatureRule {
  readonly required: readonly number[];
  readonly optional: readonly number[];
  /** Optional parties that must accept at the least. */
  readonly missing: number;
  /** Optional parties whose signature some clauses need. */
  readonly triggers: readonly number[];
}

function signatures(problem: Problem, waived: number | null): SignatureRule {
  const { conditional, quorum } = problem.consent;
  const required = problem.consent.required.filter((party) => party !== waived);
  const optional = problem.parties
    .map((_, party) => party)
    .filter((party) => party !== waived && !required.includes(party));
  return {
    required,
    optional,
    missing: Math.max(0, quorum - required.length - (waived === null ? 0 : 1)),
    triggers: optional.filter((party) => conditional.some((entry) => entry.party === party)),
  };
}
