/**
 * Every party with every strategy of its menu: sessions of all profiles (one strategy for each party) under the same
 * seeds, and what their table of mean gains says. A session without a deal gains nobody anything.
 */
import { add } from '../../../exact/fraction.ts';
import type { Fraction } from '../../../exact/fraction.ts';
import type { Problem } from '../../problem.ts';
import { isDrawn } from '../chance.ts';
import { exactGains } from '../foresight/gain.ts';
import { Sides } from '../party/own-side.ts';
import type { SessionQuestion } from '../question.ts';
import { starterOf, startedBy } from '../protocol/start.ts';
import { runSession } from '../session.ts';
import type { Strategy } from '../party/strategy.ts';
import { profileOf } from './profiles.ts';

const NOTHING: Fraction = { num: 0n, den: 1n };

export interface TournamentQuestion extends Omit<SessionQuestion, 'strategies'> {
  /** By party, each with at least one strategy. */
  readonly menus: readonly (readonly Strategy[])[];
  /** The profiles to play, by number; see `profileOf`. */
  readonly profiles: readonly number[];
  /** Sessions of each profile, at least 1: number n has the seed `<seed>/<n>`. */
  readonly runs: number;
  /** True: who speaks first is drawn for each session. */
  readonly drawStart: boolean;
}

/** What the sessions of one profile came to. */
export interface ProfileTally {
  readonly profile: number;
  readonly runs: number;
  readonly agreements: number;
  /** By party, the sum of its gains in points. */
  readonly gains: readonly Fraction[];
}

/** Plays the profiles, at least one; `onProgress` is told how many are done, `stop` asked between two. */
export function playProfiles(
  problem: Problem,
  question: TournamentQuestion,
  onProgress: (done: number) => void = () => {},
  stop: () => boolean = () => false,
): readonly ProfileTally[] {
  const sides = new Sides();
  const tallies: ProfileTally[] = [];
  for (const [done, profile] of question.profiles.entries()) {
    if (done > 0 && stop()) break;
    const strategies = profileOf(question.menus, profile).map((place, party) => question.menus[party]![place]!);
    const tally = playProfile(problem, question, strategies, sides);
    tallies.push({ profile, ...tally });
    onProgress(done + 1);
  }
  return tallies;
}

type Played = Omit<ProfileTally, 'profile' | 'runs'>;

function playProfile(
  problem: Problem,
  asked: TournamentQuestion,
  strategies: readonly Strategy[],
  sides: Sides,
): Omit<ProfileTally, 'profile'> {
  const { protocol, order, seed: whole, runs, drawStart } = asked;
  const certain = new Map<number, Played>();
  const play = (number: number): Played => {
    const seed = `${whole}/${number}`;
    const start = drawStart ? starterOf(order, seed) : 0;
    const known = isDrawn({ protocol, strategies }) ? undefined : certain.get(start);
    if (known !== undefined) return known;
    const question = { ...asked, order: startedBy(order, start), strategies, seed };
    const played = outcomeOf(problem, question, sides);
    certain.set(start, played);
    return played;
  };
  const played = Array.from({ length: runs }, (_, number) => play(number));
  return {
    runs,
    agreements: played.reduce((sum, { agreements }) => sum + agreements, 0),
    gains: problem.parties.map((_, party) => played.reduce((sum, { gains }) => add(sum, gains[party]!), NOTHING)),
  };
}

/** Gains are measured by the positions of the day. */
function outcomeOf(problem: Problem, question: SessionQuestion, sides: Sides): Played {
  const { agreement } = runSession(problem, question, sides);
  if (agreement === null) return { agreements: 0, gains: problem.parties.map(() => NOTHING) };
  const day = question.later.findLast(({ fromRound }) => fromRound < agreement.round);
  return { agreements: 1, gains: exactGains(day?.problem ?? problem, agreement.deal) };
}
