/** What a table of mean gains says as a game in which each party chooses a strategy: exact, from sums of gains. */
import { compareRatios, ratioNumber } from '../../ratio.ts';
import type { Fraction } from '../../../exact/fraction.ts';
import type { ProfileTally } from './tournament.ts';
import { profileCount, profileOf } from './profiles.ts';

/** The table, and what follows from it where every profile was played. */
export interface Tournament {
  readonly profiles: readonly TournamentProfile[];
  /** Null where profiles are missing: a best reply needs them all. */
  readonly game: TournamentGame | null;
}

export interface TournamentProfile {
  readonly profile: number;
  /** By party, the place of its strategy in its menu. */
  readonly strategies: readonly number[];
  readonly runs: number;
  readonly agreements: number;
  /** By party, mean over all sessions of the profile, in points. */
  readonly gain: readonly number[];
}

export interface TournamentGame {
  /** By profile and party: what its best reply would have gained it more, in points. */
  readonly regret: readonly (readonly number[])[];
  /** Profiles in which everybody's strategy is a best reply (Nash 1951), by number. */
  readonly equilibria: readonly number[];
  /** By party, the places of strategies that are a best reply to nothing the others may do. */
  readonly neverBest: readonly (readonly number[])[];
  /** By party and strategy: its share after so many steps of the replicator dynamics from equal shares. One path, no theorem. */
  readonly replicator: { readonly steps: number; readonly shares: readonly (readonly number[])[] };
}

/** Steps of the replicator dynamics, and how far one goes where a strategy does better by the whole span of gains. */
const STEPS = 500;
const STRIDE = 0.2;

/** `tallies`: of distinct profiles, each of as many sessions, by ascending number. */
export function tournamentOf(menus: readonly (readonly unknown[])[], tallies: readonly ProfileTally[]): Tournament {
  const profiles = tallies.map(({ profile, runs, agreements, gains }): TournamentProfile => ({
    profile,
    strategies: profileOf(menus, profile),
    runs,
    agreements,
    gain: gains.map(({ num, den }) => ratioNumber({ num, den: den * BigInt(runs) })),
  }));
  return { profiles, game: tallies.length === profileCount(menus) ? gameOf(menus, tallies, profiles) : null };
}

function gameOf(
  menus: readonly (readonly unknown[])[],
  tallies: readonly ProfileTally[],
  profiles: readonly TournamentProfile[],
): TournamentGame {
  const replies = profiles.map(({ profile, strategies }) =>
    menus.map((menu, party) => bestReply(menus, tallies, profile, strategies[party]!, menu.length, party)),
  );
  const isBest = (profile: number, party: number): boolean =>
    compareRatios(tallies[profile]!.gains[party]!, tallies[replies[profile]![party]!]!.gains[party]!) === 0;
  return {
    regret: profiles.map(({ gain }, profile) =>
      gain.map((own, party) => (isBest(profile, party) ? 0 : profiles[replies[profile]![party]!]!.gain[party]! - own)),
    ),
    equilibria: profiles.flatMap((_, profile) => (menus.every((__, party) => isBest(profile, party)) ? [profile] : [])),
    neverBest: menus.map((menu, party) =>
      [...menu.keys()].filter(
        (place) => !profiles.some(({ strategies }, profile) => strategies[party] === place && isBest(profile, party)),
      ),
    ),
    replicator: { steps: STEPS, shares: replicate(menus, profiles) },
  };
}

/** The profile in which the party answers what the others do as well as it can: the first of several. */
function bestReply(
  menus: readonly (readonly unknown[])[],
  tallies: readonly ProfileTally[],
  profile: number,
  own: number,
  choices: number,
  party: number,
): number {
  const stride = profileCount(menus.slice(party + 1));
  const gainAt = (at: number): Fraction => tallies[at]!.gains[party]!;
  let best = profile - own * stride;
  for (let place = 1; place < choices; place++) {
    const other = profile + (place - own) * stride;
    if (compareRatios(gainAt(other), gainAt(best)) > 0) best = other;
  }
  return best;
}

/** Multi-population replicator dynamics (Taylor 1979) in small steps, from equal shares. */
function replicate(
  menus: readonly (readonly unknown[])[],
  profiles: readonly TournamentProfile[],
): readonly (readonly number[])[] {
  const spans = menus.map((_, party) => {
    const gains = profiles.map(({ gain }) => gain[party]!);
    return gains.reduce((most, gain) => Math.max(most, gain)) - gains.reduce((least, gain) => Math.min(least, gain));
  });
  let shares = menus.map((menu) => menu.map(() => 1 / menu.length));
  for (let step = 0; step < STEPS; step++) {
    const worth = expectedGains(shares, profiles);
    shares = shares.map((own, party) => {
      if (spans[party] === 0) return own;
      const mean = own.reduce((sum, share, place) => sum + share * worth[party]![place]!, 0);
      const grown = own.map(
        (share, place) => share * Math.exp((STRIDE * (worth[party]![place]! - mean)) / spans[party]!),
      );
      const total = grown.reduce((sum, share) => sum + share, 0);
      return grown.map((share) => share / total);
    });
  }
  return shares;
}

/** By party and strategy, what it gains on average where the others are drawn from their shares. */
function expectedGains(
  shares: readonly (readonly number[])[],
  profiles: readonly TournamentProfile[],
): readonly (readonly number[])[] {
  const worth = shares.map((own) => own.map(() => 0));
  for (const { strategies, gain } of profiles) {
    strategies.forEach((place, party) => {
      let chance = 1;
      strategies.forEach((other, player) => {
        if (player !== party) chance *= shares[player]![other]!;
      });
      worth[party]![place]! += chance * gain[party]!;
    });
  }
  return worth;
}
