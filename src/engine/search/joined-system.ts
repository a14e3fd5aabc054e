/** A system written anew in slots: issues that were joined, with the patterns that still tie some of them. */
import { optionSet } from '../option-set.ts';
import type { Pattern } from '../problem.ts';
import { issueOf, numbersTo } from './system.ts';
import type { Bonus, Pick, System } from './system.ts';

/** An issue, or several joined ones. */
export interface Slot {
  readonly size: number;
  /** Units by row and column: `row * columns + column`. */
  readonly units: Float64Array;
  /** What a row stands for. */
  readonly picksAt: (row: number) => readonly Pick[];
}

/** A pattern by slots: which rows satisfy each of its clauses (1 or 0 by row). */
export interface Tie {
  readonly clauses: Map<number, Uint8Array>;
  readonly bonus: Bonus | null;
}

/** The system in which the slots are the issues; a slot is null once joined to another. */
export function joinedSystem(system: System, slots: readonly (Slot | null)[], ties: readonly Tie[]): System {
  const kept = slots.flatMap((slot, index) => (slot === null ? [] : [{ ...slot, index }]));
  const start = new Int32Array(kept.length + 1);
  kept.forEach(({ size }, slot) => (start[slot + 1] = start[slot]! + size));
  const contributions = new Float64Array(start[kept.length]! * system.columns);
  kept.forEach(({ units }, slot) => contributions.set(units, start[slot]! * system.columns));
  const number = new Map(kept.map(({ index }, slot) => [index, slot]));
  const patternOf = ({ clauses }: Tie): Pattern => ({
    clauses: [...clauses]
      .map(([index, rows]) => ({ issue: number.get(index)!, options: optionSet(membersOf(rows)) }))
      .sort((a, b) => a.issue - b.issue),
  });
  return {
    ...system,
    options: kept.map(({ size }) => numbersTo(size)),
    picksAt: (row) => {
      const slot = issueOf(start, row);
      return kept[slot]!.picksAt(row - start[slot]!);
    },
    start,
    contributions,
    forbidden: ties.filter(({ bonus }) => bonus === null).map(patternOf),
    bonuses: ties.flatMap((tie) => (tie.bonus === null ? [] : [{ ...tie.bonus, when: patternOf(tie) }])),
  };
}

function membersOf(rows: Uint8Array): readonly number[] {
  const members: number[] = [];
  rows.forEach((member, row) => {
    if (member === 1) members.push(row);
  });
  return members;
}
