/** What the sensitivity screen remembers: the solution, how many draws are wanted, and the cursor of each list. */
import type { NumberKind, VariedNumber } from '../../../compile/vary.ts';
import type { SolutionName } from '../../../engine/answer.ts';
import { RECOMMENDED } from '../../parts/recommended.ts';

/** Lists of the screen; tab goes from one to the next. The first is about single numbers, the others about draws. */
export const PANES = ['numbers', 'options', 'beliefs', 'drafts'] as const;

export type Pane = (typeof PANES)[number];

/** Which number of the scenario, whatever its value is now. */
export interface NumberId {
  readonly party: number;
  readonly kind: NumberKind;
  readonly issue: number | null;
  readonly option: number | null;
  readonly adjustment: number | null;
}

export interface SensitivityState {
  readonly solution: SolutionName;
  readonly pane: Pane;
  /** Under the cursor, so that the cursor stays with it when the order changes; null: the one that matters most. */
  readonly number: NumberId | null;
  /** Draws that are wanted; null for none. */
  readonly draws: number | null;
  /** Rows under the cursor of the other lists. */
  readonly option: number;
  readonly belief: number;
  readonly draft: number;
}

export const INITIAL: SensitivityState = {
  solution: RECOMMENDED,
  pane: 'numbers',
  number: null,
  draws: null,
  option: 0,
  belief: 0,
  draft: 0,
};

/** Which number it is. */
export function idOf({ party, kind, issue, option, adjustment }: VariedNumber): NumberId {
  return { party, kind, issue, option, adjustment };
}

/** Whether both are the same number, whatever its value. */
export function isSame(a: NumberId, b: NumberId): boolean {
  return (
    a.party === b.party &&
    a.kind === b.kind &&
    a.issue === b.issue &&
    a.option === b.option &&
    a.adjustment === b.adjustment
  );
}
