/**
 * What the program does next for a role that it plays: alternating offers against whoever sits at the table. It knows the
 * role's own sheet and the texts that were proposed, and nothing else; what it does follows from these alone, so it does
 * the same after a restart.
 */
import { moveOf } from '../compile/strategy.ts';
import { Negotiator } from '../engine/bargain/party/negotiator.ts';
import type { Moment } from '../engine/bargain/party/negotiator.ts';
import { canList } from '../engine/bargain/offer/can-list.ts';
import { Sides } from '../engine/bargain/party/own-side.ts';
import type { Deal } from '../engine/problem.ts';
import { seededRandom } from '../engine/random.ts';
import type { Units } from '../engine/units.ts';
import { MOST_STANDING } from './act-table.ts';
import type { TableAction } from './action.ts';
import { dealOf, textOf } from './game.ts';
import type { Game } from './game.ts';
import { stageOf } from './handouts.ts';
import { standingProposals } from './signing.ts';
import type { Proposal, State, Team } from './state.ts';
import { ranUntil, seatsOf, strategyOf } from './state.ts';
import { readStrategy } from '../scenario/format/strategy.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Rounds until the deadline, where nobody says another number. */
export function usualRounds({ bargaining }: Scenario): number {
  return bargaining?.rounds?.value ?? 20;
}

/** Sides are worked out once for all tables of a game. */
const SIDES = new WeakMap<Game, Sides>();

/** Who asks, where, and when. */
export interface Turn {
  readonly game: Game;
  readonly state: State;
  readonly team: Team;
  readonly role: string;
  readonly strategy: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Until the deadline. */
  readonly rounds: number;
  /** Of whatever is drawn. */
  readonly seed: string;
}

/** Null where it waits. The caller sees to it that the program plays the role. */
export function computerMove(turnOf: Turn): TableAction | null {
  const { game, state, team, role, strategy } = turnOf;
  const party = game.roles.indexOf(role);
  const standing = standingProposals(team);
  const ending = standing.find(({ deal }) => deal === null);
  if (ending !== undefined && allPeopleAccept(game, state, team, ending)) {
    return ending.accepted.includes(role) ? null : accepting(ending);
  }
  const { problem } = game.at(stageOf(game, state, role)).compiled;
  const sides = SIDES.get(game) ?? new Sides();
  SIDES.set(game, sides);
  const side = sides.of(problem, party, false);
  const negotiator = new Negotiator(
    moveOf(known(strategy, canList(problem))),
    side,
    seededRandom(`${turnOf.seed}/${role}`),
  );
  const turn = negotiator.turn(replay(negotiator, turnOf));

  // Where several texts will do, it goes where most of the others are, so that a table of many comes together. It stands
  // by what it has offered itself once a person has accepted it.
  const welcome = standing
    .filter((proposal) => proposal.deal !== null && (proposal.by !== role || hasPerson(team, proposal)))
    .map((proposal) => ({ proposal, deal: dealOf(game, proposal.deal ?? {}) }))
    .filter(({ deal }) => turn.accepts(deal))
    .map(({ proposal, deal }) => ({ proposal, support: supportOf(proposal, role), worth: side.worthOf(deal) }))
    .reduce<Welcome | null>((best, one) => (best === null || isBetter(one, best) ? one : best), null);
  if (welcome !== null && !welcome.proposal.accepted.includes(role)) return accepting(welcome.proposal);

  const bid = turn.bid();
  if (bid === null) return null;
  const standsAlready = standing.find(({ deal }) => deal !== null && sameDeal(dealOf(game, deal), bid.deal));
  if (standsAlready !== undefined) {
    const waits = welcome !== null || standsAlready.accepted.includes(role);
    return waits ? null : accepting(standsAlready);
  }
  // An old text of its own goes before the new one comes, unless somebody stands behind it.
  const own = standing.filter(({ by }) => by === role);
  const outdated = own.find((proposal) => supportOf(proposal, role) === 0);
  if (outdated !== undefined) return { kind: 'withdraw', proposal: outdated.number };
  return own.length < MOST_STANDING ? { kind: 'propose', deal: textOf(game, bid.deal) } : null;
}

interface Welcome {
  readonly proposal: Proposal;
  readonly support: number;
  readonly worth: Units;
}

function isBetter(one: Welcome, other: Welcome): boolean {
  return one.support === other.support ? one.worth > other.worth : one.support > other.support;
}

/** How many others stand behind a text. */
function supportOf({ accepted }: Proposal, role: string): number {
  return accepted.filter((other) => other !== role).length;
}

/** Whether a person stands behind a text. */
function hasPerson(team: Team, { accepted }: Proposal): boolean {
  return accepted.some((role) => strategyOf(team, role) === null);
}

/** Lives through what has happened so far; gives the moment that it is now. */
function replay(negotiator: Negotiator, { game, state, team, role, now, rounds }: Turn): Moment {
  const heard = new Map<string, number>();
  let made = 0;
  const momentAt = (at: number): Moment => {
    const exchanges = Math.min(made, Math.max(0, ...heard.values()));
    return { rounds, round: Math.min(rounds - 1, Math.max(exchanges, roundOf(state, at, rounds))) };
  };
  for (const { by, at, deal } of team.proposals) {
    if (deal === null) continue;
    const picked = dealOf(game, deal);
    if (by === role) {
      negotiator.turn(momentAt(at));
      negotiator.note(picked);
      made++;
    } else {
      negotiator.hear(game.roles.indexOf(by), picked, momentAt(at));
      // Programs that answer each other do not hurry the table on.
      if (strategyOf(team, by) === null) heard.set(by, (heard.get(by) ?? 0) + 1);
    }
  }
  return momentAt(now);
}

/** A round is over with its share of the time, and sooner where people make offers. */
function roundOf({ clock }: State, at: number, rounds: number): number {
  return Math.floor((ranUntil(clock, at) / (clock.minutes * 60_000)) * rounds);
}

function accepting({ number }: Proposal): TableAction {
  return { kind: 'accept', proposal: number, sure: true };
}

/** The program ends talks without a deal only where every person at the table wants that. */
function allPeopleAccept({ roles }: Game, state: State, team: Team, { accepted }: Proposal): boolean {
  const people = roles.filter(
    (role) =>
      strategyOf(team, role) === null && seatsOf(state, team.id).some((seat) => seat.role === role && !seat.absent),
  );
  return people.length > 0 && people.every((role) => accepted.includes(role));
}

function sameDeal(a: Deal, b: Deal): boolean {
  return a.every((option, issue) => option === b[issue]);
}

/** Some strategies look at every deal; where there are too many, the usual one plays. */
function known(strategy: string, canBeListed: boolean) {
  const read = readStrategy(strategy);
  return typeof read === 'string' || (read.kind === 'micro' && !canBeListed) ? { kind: 'linear' as const } : read;
}
