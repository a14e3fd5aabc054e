/**
 * All minimal conflicts of an empty zone and all minimal repairs, the smallest first.
 *
 * Every repair meets every conflict, and each list is the smallest sets that do (Reiter 1987). So a smallest set that
 * meets the conflicts known is tried as a repair; where it does not open the zone, what is left holds another conflict
 * (Liffiton, Previti, Malik and Mushkin 2016; smallest first as Ignatiev and others 2015). Once all repairs are known,
 * the conflicts follow from them without another search.
 */
import type { Constraint } from '../answer.ts';
import { minimalConflict } from '../conflict/quick-xplain.ts';
import { OutOfNodes } from '../search/maximise.ts';
import { smallestHittingSet } from './hitting-set.ts';
import type { ElementSet } from './hitting-set.ts';
import type { Oracle } from './oracle.ts';

export interface ConflictsAndRepairs {
  readonly conflicts: readonly (readonly Constraint[])[];
  readonly repairs: readonly (readonly Constraint[])[];
  /** True when both lists hold all there are. Otherwise the repairs are the smallest, and conflicts may be missing. */
  readonly complete: boolean;
}

/** So many conflicts are looked at, or as many as are asked for: past these the lists could not be complete anyway. */
const LEAST_CONFLICTS = 50;

/**
 * At most `most` of each. All demands together must be impossible, and none of them together must be possible.
 */
export function conflictsAndRepairs(demands: readonly Constraint[], holds: Oracle, most: number): ConflictsAndRepairs {
  const named = (sets: readonly ElementSet[]): (readonly Constraint[])[] =>
    [...sets].sort(bySize).map((set) => set.map((element) => demands[element]!));
  const meets = (kept: ElementSet): boolean => holds(kept.map((element) => demands[element]!));
  const { repairs, conflicts, complete } = allRepairs(demands.length, meets, most, false);
  if (!complete) return { conflicts: named(conflicts).slice(0, most), repairs: named(repairs), complete };
  const dual = transversals(demands.length, repairs, most);
  return { conflicts: named(dual.sets), repairs: named(repairs), complete: dual.complete };
}

interface Found {
  readonly repairs: readonly ElementSet[];
  /** Those met on the way. */
  readonly conflicts: readonly ElementSet[];
  readonly complete: boolean;
}

/**
 * The minimal sets of elements, numbered from 0, whose removal leaves what `meets`; the smallest first, at most so many,
 * and with `smallestOnly` just those of the least size. Ends with what it has where `meets` runs out of nodes.
 */
export function allRepairs(
  size: number,
  meets: (kept: ElementSet) => boolean,
  most: number,
  smallestOnly: boolean,
): Found {
  const all = Array.from({ length: size }, (_, element) => element);
  const conflicts: ElementSet[] = [];
  const repairs: ElementSet[] = [];
  let least = 1;
  try {
    while (conflicts.length <= Math.max(most, LEAST_CONFLICTS)) {
      const candidate = smallestHittingSet(size, conflicts, repairs, least);
      if (candidate === null) return { repairs, conflicts, complete: true };
      if (candidate === undefined) break;
      least = Math.max(1, candidate.length);
      if (smallestOnly && repairs.length > 0 && least > repairs[0]!.length)
        return { repairs, conflicts, complete: true };
      // Each conflict found is taken out whole, so that what is left shows another one that shares nothing with it.
      let rest = all.filter((element) => !candidate.includes(element));
      if (meets(rest)) {
        if (repairs.length === most) break;
        repairs.push(candidate);
        continue;
      }
      do {
        const conflict = [...minimalConflict(rest, meets)].sort((a, b) => a - b);
        conflicts.push(conflict);
        rest = rest.filter((element) => !conflict.includes(element));
      } while (!meets(rest));
    }
  } catch (error) {
    if (!(error instanceof OutOfNodes)) throw error;
  }
  return { repairs, conflicts, complete: false };
}

/** The minimal sets that meet every set of the family, the smallest first, at most so many. */
function transversals(
  size: number,
  family: readonly ElementSet[],
  most: number,
): { readonly sets: readonly ElementSet[]; readonly complete: boolean } {
  const sets: ElementSet[] = [];
  for (;;) {
    const next = smallestHittingSet(size, family, sets, sets.at(-1)?.length ?? 1);
    if (next === null) return { sets, complete: true };
    if (next === undefined || sets.length === most) return { sets, complete: false };
    sets.push(next);
  }
}

function bySize(a: ElementSet, b: ElementSet): number {
  const differing = a.findIndex((element, k) => element !== b[k]);
  return a.length - b.length || (differing < 0 ? 0 : a[differing]! - b[differing]!);
}
