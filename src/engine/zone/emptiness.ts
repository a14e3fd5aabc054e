/**
 * Whether a zone has a deal at all: by search; where that does not decide it within its nodes, by counting, whose bounds
 * are proven too, and by drawing deals.
 */
import { findSigners, signersOf } from '../coalitions.ts';
import type { Signers } from '../coalitions.ts';
import { questionNodes } from '../question-nodes.ts';
import type { Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { atLeastOne } from './counting.ts';
import { sampleZone } from './count.ts';
import type { CountBudget } from './counting.ts';
import type { ZoneCount } from './count.ts';
import { countZone } from './roads.ts';

export interface Emptiness {
  /** Null: not known. */
  readonly empty: boolean | null;
  /** A coalition that has a deal, and the deal; null where none was found. */
  readonly signers: Signers | null;
  /** False where a larger coalition with a deal is not ruled out. */
  readonly largest: boolean;
  readonly counted: ZoneCount;
}

export const NO_DEALS: ZoneCount = { count: { kind: 'exact', count: 0n }, shares: null };

/** A search for signers may take this many times the nodes of one question. */
const QUESTIONS = 2;

/** Deals that are drawn in vain before drawing is given up. */
const MISSES = 5000;

/** `nodes`: for one question. */
export function emptinessOf(problem: Problem, budget: CountBudget, effort: Effort, nodes: number): Emptiness {
  const { signers, proven } = findSigners(problem, effort, nodes * QUESTIONS);
  if (signers === null && proven) return { empty: true, signers, largest: true, counted: NO_DEALS };
  const counted = countZone(problem, budget);
  if (signers !== null) return { empty: false, signers, largest: proven, counted: withOne(counted) };
  const { count } = counted;
  if (count.kind === 'exact' && count.count === 0n) return { empty: true, signers, largest: true, counted };
  const [drawn] = sampleZone(problem, 1, budget, MISSES);
  const signing = drawn === undefined ? null : signersOf(problem, drawn);
  const some = signing !== null || count.kind === 'exact' || count.low > 0n;
  return { empty: some ? false : null, signers: signing, largest: false, counted: some ? withOne(counted) : counted };
}

/** Whether there is a deal, by search alone where that decides it; null: not known. */
export function existsDeal(
  problem: Problem,
  { nodes, ...budget }: CountBudget & { readonly nodes?: number },
): boolean | null {
  const granted = nodes ?? questionNodes(problem);
  const { signers, proven } = findSigners(problem, { nodes: 0 }, granted * QUESTIONS);
  if (signers !== null || proven) return signers !== null;
  const { empty } = emptinessOf(problem, budget, { nodes: 0 }, granted);
  return empty === null ? null : !empty;
}

function withOne({ count, shares }: ZoneCount): ZoneCount {
  return { count: atLeastOne(count), shares };
}
