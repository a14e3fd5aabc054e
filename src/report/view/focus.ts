import type { Scenario } from '../../scenario/scenario.ts';

/** What of an answer a report shows; every number is computed all the same. */
export interface Focus {
  /** Party indices, ascending. */
  readonly parties: readonly number[];
  /** Draft indices, ascending. */
  readonly drafts: readonly number[];
  /** No deal stands beside the drafts, where the scenario gives it a name. */
  readonly noDeal?: boolean;
  /** Show lists in full. */
  readonly all: boolean;
  /** The command that solves this case as it stands, without options that only shape the report. */
  readonly command: string;
}

/** Every party and every draft. */
export function wholeFocus({ parties, drafts }: Scenario, all: boolean, command: string): Focus {
  return { parties: [...parties.keys()], drafts: [...drafts.keys()], noDeal: true, all, command };
}

/** The list; where it is longer than `most`, which is even, its first and its last entries, half of `most` each. */
export function bothEnds<T>(list: readonly T[], most: number): readonly T[] {
  return list.length <= most ? list : [...list.slice(0, most / 2), ...list.slice(-most / 2)];
}
