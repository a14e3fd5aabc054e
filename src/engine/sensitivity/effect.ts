/** What moving a number does: an outcome held against that of the problem as it stands, and which numbers matter most. */
import type { Outcome } from './outcome.ts';

export interface Swing {
  readonly low: Effect;
  readonly high: Effect;
}

/** An outcome against that of the problem as it stands. */
export interface Effect extends Outcome {
  /** Issues on which the recommended deal differs; null unless both have one. */
  readonly changed: number | null;
}

export interface TornadoAnswer {
  /** Of the problem as it stands. */
  readonly base: Outcome;
  /** By variant. */
  readonly swings: readonly Swing[];
}

/** There is a deal as things stand and none then, or the other way round. */
export function flipsVerdict(base: Outcome, { known, coalition }: Outcome): boolean {
  return base.known && known && (coalition === null) !== (base.coalition === null);
}

/** The uniform slack is known in both, and another. */
export function movesSlack(base: Outcome, { slackProven, uniformSlack }: Outcome): boolean {
  return base.slackProven && slackProven && uniformSlack !== base.uniformSlack;
}

/**
 * Numbers of the swings, the one that matters most first: those that change the verdict, then by how far the uniform
 * slack moves, then by how many issues of the recommended deal change.
 */
export function byEffect({ base, swings }: TornadoAnswer): readonly number[] {
  const flips = ({ low, high }: Swing): number => [low, high].filter((effect) => flipsVerdict(base, effect)).length;
  const slackMove = (swing: Swing): number => {
    const slacks = [base.uniformSlack, swing.low.uniformSlack, swing.high.uniformSlack].filter((s) => s !== null);
    return slacks.length === 0 ? 0 : Math.max(...slacks) - Math.min(...slacks);
  };
  const changed = ({ low, high }: Swing): number => (low.changed ?? 0) + (high.changed ?? 0);
  return [...swings.keys()].sort((a, b) => {
    const [x, y] = [swings[a]!, swings[b]!];
    return flips(y) - flips(x) || slackMove(y) - slackMove(x) || changed(y) - changed(x) || a - b;
  });
}
