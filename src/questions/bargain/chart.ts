/** What the standing offer is worth to each party over the rounds, as curves to draw. */
import type { Session } from '../../engine/bargain/answer.ts';
import type { Named } from '../../report/case.ts';
import { reservationOf } from '../../report/case.ts';
import { everybody, pointsOf, rangeOf } from '../../report/digits.ts';
import { partyShort } from '../../report/view/words.ts';
import type { Setup } from './case.ts';
import { standingUtilities } from './moves.ts';

/** The standing offer's worth to one party, over the rounds. */
export interface Band {
  readonly name: string;
  readonly color: string | undefined;
  readonly values: readonly (number | null)[];
  readonly low: number;
  readonly high: number;
  readonly lowText: string;
  readonly highText: string;
  readonly threshold: number;
  /** Number of the round of agreement, from 0. */
  readonly moment: number | null;
}

/** One for each party, up to the round of agreement or the deadline. */
export function chartOf(of: Named, { rounds }: Pick<Setup, 'rounds'>, session: Session): readonly Band[] {
  const last = session.agreement?.round ?? rounds;
  const standing = standingUtilities(session, last);
  return everybody(of).map((party) => {
    const values = standing.map((utility) => utility?.[party] ?? null);
    const known = values.filter((value) => value !== null);
    const threshold = reservationOf(of, party);
    const range = rangeOf(of, party);
    const low = Math.min(threshold, ...known);
    const high = Math.max(threshold, ...known);
    const room = high > low ? 0 : Math.max(1, (range.most - range.least) / 20);
    return {
      name: partyShort(of.scenario, party),
      color: of.scenario.parties[party]!.color,
      values,
      low: low - room,
      high: high + room,
      lowText: pointsOf(of, party, low - room),
      highText: pointsOf(of, party, high + room),
      threshold,
      moment: session.agreement === null ? null : last - 1,
    };
  });
}
