/** A tournament as jobs: the profiles are split over threads. */
import type { z } from 'zod';
import { moveOf } from '../../compile/strategy.ts';
import { canList } from '../../engine/bargain/offer/can-list.ts';
import { tournamentOf } from '../../engine/bargain/many/payoffs.ts';
import { profileCount } from '../../engine/bargain/many/profiles.ts';
import { spaceSize } from '../../engine/problem.ts';
import { seededRandom } from '../../engine/random.ts';
import { readStrategy } from '../../scenario/format/strategy.ts';
import type { Scenario, Strategy } from '../../scenario/scenario.ts';
import { sessionQuestion } from '../bargain/session-question.ts';
import { setupOf } from '../bargain/setup.ts';
import { MOST_PROFILES } from '../budgets.ts';
import { namesIn } from '../choose.ts';
import { counting, partsOf } from '../crew.ts';
import { InputError } from '../input-error.ts';
import type { Asker, OpenCase } from '../question.ts';
import type { TournamentCase } from './case.ts';
import type { tournamentOptions } from './question.ts';

/** Parts that the profiles are split into: few where each finds out by searching what the parties could sign. */
const PARTS = 250;
const SEARCHED_PARTS = 16;

export async function askTournament(
  opened: OpenCase,
  options: z.output<typeof tournamentOptions>,
  { crewFor }: Asker,
): Promise<TournamentCase> {
  const { runs, seed, threads } = options;
  const { problem } = opened.compiled;
  const setup = setupOf(opened, options);
  const menus = menusOf(opened.scenario, options.menu, options.strategies, setup.strategies);
  if (menus.flat().some(({ kind }) => kind === 'micro') && !canList(problem)) {
    throw new InputError(["error: 'micro' goes through all deals, and this scenario has too many; leave it out"]);
  }
  const all = profileCount(menus);
  if (all > MOST_PROFILES && options.sample === undefined) {
    throw new InputError([
      `error: ${all} profiles are more than the ${MOST_PROFILES} that are played at most; shorten --menu, fix parties with --strategies, or play some of them with --sample`,
    ]);
  }
  const profiles = sampled(all, Math.min(all, options.sample ?? all), seed);
  const question = {
    ...sessionQuestion(setup),
    menus: menus.map((menu) => menu.map((strategy) => moveOf(strategy, options.offers))),
    runs,
    drawStart: runs > 1,
  };
  const crew = crewFor({ doing: 'Playing the profiles of', threads, stoppable: true });
  const tallies = await crew.run<'profiles'>(
    partsOf(profiles.length, canList(problem) ? PARTS : SEARCHED_PARTS).map(({ from, to }) => ({
      kind: 'profiles',
      problem,
      question: { ...question, profiles: profiles.slice(from, to) },
    })),
    counting(profiles.length, 'profile'),
  );
  return {
    ...opened,
    answer: { space: spaceSize(problem) },
    setup,
    menus,
    runs,
    asked: profiles.length,
    all,
    tournament: tournamentOf(menus, tallies.flat()),
    seed,
  };
}

/** The menu for everybody; one strategy for a party that always does the same. */
function menusOf(
  { parties }: Scenario,
  menu: string,
  fixed: string | undefined,
  strategies: readonly Strategy[],
): readonly (readonly Strategy[])[] {
  const names = namesIn([menu]);
  if (names.length === 0) throw new InputError(['error: --menu: expected strategies such as boulware:4,linear']);
  const twice = names.find((name, k) => names.indexOf(name) < k);
  if (twice !== undefined) throw new InputError([`error: --menu: '${twice}' stands there twice`]);
  const choices = names.map((name) => {
    const read = readStrategy(name);
    if (typeof read === 'string') throw new InputError([`error: --menu: ${read}`]);
    return read;
  });
  const withOne = new Set(namesIn(fixed === undefined ? [] : [fixed]).map((entry) => entry.split('=')[0]));
  return parties.map(({ id }, party) => (withOne.has(id) ? [strategies[party]!] : choices));
}

/** So many distinct numbers below `all`, ascending. */
function sampled(all: number, count: number, seed: string): readonly number[] {
  if (count === all) return Array.from({ length: all }, (_, number) => number);
  const random = seededRandom(`${seed}/sample`);
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(Math.floor(random() * all));
  return [...drawn].sort((a, b) => a - b);
}
