/** What a comparison is made from. */
import type { Explanation } from '../../engine/explain/answer.ts';
import type { Case } from '../../report/case.ts';
import { oneLine } from '../../report/text/width.ts';
import type { Contrast } from '../../scenario/edit/contrast.ts';

/** The first scenario is the one that the case is about. */
export interface CompareCase extends Case {
  /** Two at least, the first one among them. */
  readonly columns: readonly Column[];
}

export interface Column {
  /** A, B, ...: as tables and conclusions call it. */
  readonly key: string;
  readonly of: Case;
  /** Null where there is a deal, or where that is not decided. */
  readonly explanation: Explanation | null;
  /** From the first column to this one; null for the first itself. */
  readonly contrasts: readonly Contrast[] | null;
}

/** Whether there is a deal, whatever is not yet valued. */
export function possibleIn({ unvalued, answer }: Case): boolean | 'depends' | null {
  if (unvalued?.verdict === 'depends') return 'depends';
  if (unvalued?.verdict === 'undecided' || answer.zone.empty === null) return null;
  return !answer.zone.empty;
}

export function keyOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** By its reading, else its title, with the stage where it stands at one. */
export function labelOf({ of: { scenario } }: Column): string {
  const name = scenario.reading?.name ?? scenario.title;
  return oneLine(scenario.stage === null ? name : `${name}, at ${scenario.stage}`);
}
