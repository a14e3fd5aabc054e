/** What somebody may answer in an interview, read as the kind that its question takes. */
import type { Preferred } from '../interview/checks.ts';
import type { Rather } from '../interview/least.ts';
import type { Provenance, Scenario } from '../scenario/scenario.ts';
import type { Sitting } from './valued.ts';

/** Who is asked, and what its answers rest on. */
export interface Interviewed {
  readonly scenario: Scenario;
  readonly party: number;
  readonly sitting: Sitting;
  /** Written with every number that is said; nothing where nobody says where it comes from. */
  readonly provenance: Provenance;
}

export type Answer =
  /** A place of the issue, or the issue that is lifted; null: it makes no difference. */
  | { readonly kind: 'pick'; readonly pick: number | null }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'preferred'; readonly preferred: Preferred }
  | { readonly kind: 'rather'; readonly rather: Rather }
  | { readonly kind: 'marked'; readonly marked: readonly { readonly issue: number; readonly place: number }[] };

export interface Answered {
  readonly scenario: Scenario;
  readonly sitting: Sitting;
  /** What the answer contradicts and what became of it; null where it agrees. */
  readonly contradiction: string | null;
}

export const DISAGREE = 'Two answers disagree here, so the range is wider.';

export function picked(answer: Answer): number | null {
  if (answer.kind !== 'pick') throw new RangeError('one is picked');
  return answer.pick;
}

export function pointsOf(answer: Answer): number {
  if (answer.kind !== 'points') throw new RangeError('a number is said');
  return answer.points;
}

export function preferredOf(answer: Answer): Preferred {
  if (answer.kind !== 'preferred') throw new RangeError('one of two is preferred');
  return answer.preferred;
}

export function markedOf(answer: Answer): Extract<Answer, { readonly kind: 'marked' }>['marked'] {
  if (answer.kind !== 'marked') throw new RangeError('red lines are marked');
  return answer.marked;
}

export function ratherOf(answer: Answer): Rather {
  if (answer.kind !== 'rather') throw new RangeError('a package or the alternative is preferred');
  return answer.rather;
}
