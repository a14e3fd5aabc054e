/**
 * Why there is no deal: the demands that exclude each other, and who refuses which option where they leave none.
 */
import type { Collision, Knot } from '../../engine/answer.ts';
import type { Named } from '../case.ts';
import type { RefusalTable } from './knot.ts';
import { knotView } from './knot.ts';
import { demandName, demandSentence, partyName } from './words.ts';

export interface ConflictView {
  readonly title: string;
  readonly demands: readonly { readonly party: string; readonly name: string; readonly text: string }[];
  readonly closing: string;
  /** Who refuses which option of the issues that cannot be settled. */
  readonly tables: readonly RefusalTable[];
}

/** Null when there is a deal. */
export function conflictView(
  of: Named & {
    readonly answer: {
      readonly collision: Pick<Collision, 'conflict' | 'minimal'> | null;
      readonly knot: Knot | null;
    };
  },
): ConflictView | null {
  const { collision } = of.answer;
  if (collision === null) return null;
  const { conflict } = collision;
  return {
    title: 'Why there is no deal',
    demands: conflict.map((constraint) => ({
      party: partyName(of.scenario, constraint.party),
      name:
        constraint.kind === 'redLine'
          ? `red line ${demandName(of, constraint)}`
          : constraint.kind === 'reservation'
            ? 'least it signs for'
            : 'signature',
      text: demandSentence(of, constraint),
    })),
    closing: `${excludingSentence(collision)} The ways out below take every other demand into account.`,
    tables: knotView(of, of.answer.knot)?.tables ?? [],
  };
}

const NOT_MINIMAL =
  'No combination meets them all; the search budget left open whether fewer of them exclude each other already.';

/** How the demands of a conflict exclude each other, after they were named. */
export function excludingSentence({ conflict, minimal }: Pick<Collision, 'conflict' | 'minimal'>): string {
  const demands = conflict.length;
  if (!minimal) return NOT_MINIMAL;
  if (demands === 1) return 'No combination meets this demand at all.';
  if (demands === 2) return 'No combination meets both; each can be met without the other.';
  return `No combination meets all ${demands}; any ${demands - 1} of them can be met together.`;
}
