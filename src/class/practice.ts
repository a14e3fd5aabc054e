/**
 * One person who practises with roles that the program plays: a class of one team with one seat. `act` decides everything,
 * and the state is the fold of the events, as in any class. A round is a text of the person and what the others answer;
 * the clock gives a minute to each, so nothing hangs on when a key was pressed.
 */
import type { Scenario } from '../scenario/scenario.ts';
import { act } from './act.ts';
import type { Asked, TableAction } from './action.ts';
import { computerMove } from './computer-move.ts';
import type { DealText, Event } from './event.ts';
import type { Game, Worth } from './game.ts';
import { gameOf, worthTo } from './game.ts';
import { standingProposals } from './signing.ts';
import type { Proposal, Result, State, Team } from './state.ts';
import { fold } from './fold.ts';
import { strategyOf, teamOf } from './state.ts';

export interface Practice {
  readonly game: Game;
  /** The person's. */
  readonly role: string;
  readonly rounds: number;
  readonly seed: string;
  readonly state: State;
}

/** What became of it, or why nothing did, in words for the person. */
export type Tried =
  { readonly ok: true; readonly practice: Practice } | { readonly ok: false; readonly reason: string };

const TEAM = 'practice';
const ROUND = 60_000;

export interface PracticeSetup {
  readonly scenario: Scenario;
  /** Null: the positions of the file. */
  readonly stage: string | null;
  readonly role: string;
  /** Of every other role, as `readStrategy` reads it. */
  readonly strategies: ReadonlyMap<string, string>;
  readonly rounds: number;
  readonly seed: string;
}

/** The clock runs, and nothing has been said. */
export function startPractice({ scenario, stage, role, strategies, rounds, seed }: PracticeSetup): Practice {
  const plan = {
    class: 1 as const,
    scenario: scenario.title,
    minutes: rounds,
    talk: 'face' as const,
    briefs: 'joining' as const,
    computer: {},
    handouts: [],
    ...(stage !== null && { stage }),
  };
  const events: readonly Event[] = [
    { kind: 'opened', scenario: scenario.hash, minutes: rounds },
    { kind: 'seated', seat: role, team: TEAM, role },
    ...[...strategies].map(([other, strategy]): Event => ({ kind: 'computer', team: TEAM, role: other, strategy })),
    { kind: 'started' },
  ];
  return { game: gameOf(plan, scenario), role, rounds, seed, state: fold(events.map((event) => ({ event, at: 0 }))) };
}

/** Texts that the person has put on the table, which is the round that it is; 0 before the first. */
export function roundOf(practice: Practice): number {
  return tableOf(practice).proposals.filter(({ by, deal }) => by === practice.role && deal !== null).length;
}

export function roundsLeft(practice: Practice): number {
  return practice.rounds - roundOf(practice);
}

/** What stands on the table: the person's own text, then those of the others, oldest first. */
export function textsOf(practice: Practice): readonly Proposal[] {
  return standingProposals(tableOf(practice))
    .filter(({ deal }) => deal !== null)
    .toSorted((a, b) => Number(b.by === practice.role) - Number(a.by === practice.role));
}

/** What was signed, "no deal" too; null before that. */
export function resultOf(practice: Practice): Result | null {
  return tableOf(practice).result;
}

/** By the person's own numbers; null is "no deal". */
export function ownWorth({ game, role }: Practice, deal: DealText | null): Worth {
  return worthTo(game, game.plan.stage ?? null, role, deal);
}

/** A round: the text takes the place of the person's last one, and of what it has accepted; then the others answer. */
export function propose(practice: Practice, deal: DealText): Tried {
  if (roundsLeft(practice) === 0) {
    return { ok: false, reason: 'The rounds are over. Accept a text that stands, or leave without a deal.' };
  }
  const now = roundOf(practice) * ROUND;
  const { role } = practice;
  const standing = standingProposals(tableOf(practice));
  const before = [
    ...standing.filter(({ accepted }) => accepted.includes(role)).map(({ number }) => own('takeBack', number)),
    ...standing.filter(({ by }) => by === role).map(({ number }) => own('withdraw', number)),
  ];
  const tried = allOf(practice, [...before, { kind: 'propose', deal }], now);
  return tried.ok ? { ok: true, practice: answered(tried.practice, now) } : tried;
}

function own(kind: 'takeBack' | 'withdraw', proposal: number): TableAction {
  return { kind, proposal };
}

/** The person is sure; then those may accept who have not. */
export function accept(practice: Practice, proposal: number): Tried {
  const now = presentOf(practice);
  const tried = allOf(practice, [{ kind: 'accept', proposal, sure: true }], now);
  return tried.ok ? { ok: true, practice: settled(tried.practice, now) } : tried;
}

/** The person is sure; the program lets everybody go who wants to. */
export function walkAway(practice: Practice): Tried {
  const now = presentOf(practice);
  const tried = allOf(practice, [{ kind: 'propose', deal: null }], now);
  if (!tried.ok) return tried;
  return accept(tried.practice, tableOf(tried.practice).proposals.length);
}

/** Of the round that it is: answers and signatures belong to the text that began it. */
function presentOf(practice: Practice): number {
  return Math.max(0, roundOf(practice) - 1) * ROUND;
}

/** Each of the others says one thing, then those may accept who have not. */
function answered(practice: Practice, now: number): Practice {
  let current = practice;
  for (const role of othersOf(practice)) {
    // An old text goes before the new one comes: that is one thing.
    for (let last: TableAction['kind'] = 'withdraw'; last === 'withdraw';) {
      const action = moveOf(current, role, now);
      if (action === null) break;
      const tried = asComputer(current, role, action, now);
      if (!tried.ok) break;
      current = tried.practice;
      last = action.kind;
    }
  }
  return settled(current, now);
}

/** Whoever accepts draws others along, at most once each. */
function settled(practice: Practice, now: number): Practice {
  let current = practice;
  for (let turns = practice.game.roles.length; turns > 0; turns--) {
    const before = current;
    for (const role of othersOf(practice)) {
      const action = moveOf(current, role, now);
      const tried = action?.kind === 'accept' ? asComputer(current, role, action, now) : null;
      if (tried?.ok === true) current = tried.practice;
    }
    if (current === before) break;
  }
  return current;
}

function othersOf({ game, role }: Practice): readonly string[] {
  return game.roles.filter((other) => other !== role);
}

/** Null where it waits, and once a text is signed. */
function moveOf(practice: Practice, role: string, now: number): TableAction | null {
  const { game, state, rounds, seed } = practice;
  const team = tableOf(practice);
  const strategy = strategyOf(team, role);
  if (strategy === null || team.result !== null) return null;
  return computerMove({ game, state, team, role, strategy, now, rounds, seed });
}

function asComputer(practice: Practice, role: string, action: TableAction, now: number): Tried {
  return asked(practice, { as: 'computer', team: TEAM, role, action }, now);
}

/** All of what the person does, or nothing. */
function allOf(practice: Practice, actions: readonly TableAction[], now: number): Tried {
  return actions.reduce<Tried>(
    (tried, action) => (tried.ok ? asked(tried.practice, { as: 'seat', seat: practice.role, action }, now) : tried),
    { ok: true, practice },
  );
}

function asked(practice: Practice, what: Asked, now: number): Tried {
  const outcome = act(practice.game, practice.state, what, now);
  switch (outcome.kind) {
    case 'done': {
      const entries = outcome.events.map((event) => ({ event, at: now }));
      return { ok: true, practice: { ...practice, state: fold(entries, practice.state) } };
    }
    case 'refused':
      return { ok: false, reason: outcome.reason };
    case 'sure':
      throw new RangeError('a practice asks back before it acts');
  }
}

function tableOf({ state }: Practice): Team {
  const team = teamOf(state, TEAM);
  if (team === null) throw new RangeError('a practice has a table');
  return team;
}
