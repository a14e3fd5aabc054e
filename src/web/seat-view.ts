/** What one seat may see: everything public, its own brief and sheet, and its own team's table. Nothing of other roles. */
import { handoutsFor, stageOf } from '../class/handouts.ts';
import type { Handout } from '../class/plan.ts';
import { missingOn, standingProposals } from '../class/signing.ts';
import type { Proposal, Seat, State, Team } from '../class/state.ts';
import { seatOf, seatsOf, strategyOf, teamOf, timeLeft } from '../class/state.ts';
import type { DealText } from '../class/event.ts';
import { worthTo } from '../class/game.ts';
import type { Game } from '../class/game.ts';
import { oneSide } from '../scenario/edit/one-side.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Sheet } from './sheet.ts';
import { sheetOf } from './sheet-of.ts';
import type { ClockView, HandoutView, OwnWorth, ProposalView, ResultView, RoleView, SeatView } from './wire.ts';

/** @throws RangeError when there is no such seat */
export function seatView(game: Game, state: State, id: string, now: number): SeatView {
  const seat = seatOf(state, id);
  if (seat === null) throw new RangeError(`no seat '${id}'`);
  const team = seat.team === null ? null : teamOf(state, seat.team);
  const members = team === null ? [] : seatsOf(state, team.id);
  const { role } = seat;
  return {
    seat: id,
    team: seat.team,
    role,
    clock: clockView(state, now),
    roles: game.file.parties.map(({ id: own, name }) => ({
      id: own,
      name,
      you: own === role,
      by: playerOf(members, team, own),
    })),
    ...(role !== null && isBriefed(game, state) ? ownPapers(game, state, role) : { brief: null, sheet: null }),
    proposals: team === null ? [] : standingProposals(team).map((one) => proposalView(game, state, team, one, role)),
    result: team === null ? null : resultView(game, state, team, role),
    handouts:
      role === null ? publicHandouts(game, state) : handoutsFor(game, state, role).map((out) => handoutView(game, out)),
    announcements: state.announcements
      .filter((one) => one.team === null || one.team === seat.team)
      .map(({ text }) => text),
    chat: team === null || role === null ? [] : chatOf(team, role),
    notes: seat.notes,
  };
}

export function clockView(state: State, now: number): ClockView {
  const { phase, minutes } = state.clock;
  return { phase, minutes, left: timeLeft(state.clock, now) };
}

/** A text on the table as a role, or for null an observer, sees it. */
export function proposalView(game: Game, state: State, team: Team, one: Proposal, role: string | null): ProposalView {
  const { roles, others } = missingOn(game, state, team, one);
  const { number, by, deal, accepted } = one;
  return {
    number,
    by,
    deal,
    accepted,
    waitsFor: roles,
    others,
    worth: role === null ? null : ownWorth(game, state, role, deal),
  };
}

export function handoutView(game: Game, { id, text, draft }: Handout): HandoutView {
  const found = game.file.drafts.find((own) => own.id === draft);
  const deal =
    found === undefined ? null : Object.fromEntries(found.clauses.map(({ issue, option }) => [issue, option]));
  return { id, text: text ?? null, draft: found === undefined || deal === null ? null : { title: found.title, deal } };
}

/** Whether people see their own papers yet, as the plan says. */
function isBriefed({ plan }: Game, { clock }: State): boolean {
  return plan.briefs === 'joining' || clock.started !== null;
}

interface Papers {
  readonly brief: readonly string[];
  readonly sheet: Sheet;
  /** Reasons of its red lines, by id. */
  readonly lines: ReadonlyMap<string, string>;
}

/** By positions, then by role: looked at with every change of every table. */
const PAPERS = new WeakMap<Scenario, Map<string, Papers>>();

function papersOf(game: Game, stage: string | null, role: string): Papers {
  const { scenario } = game.at(stage);
  const known = PAPERS.get(scenario) ?? new Map<string, Papers>();
  PAPERS.set(scenario, known);
  const papers = known.get(role) ?? madePapers(game, stage, role);
  known.set(role, papers);
  return papers;
}

/** Of what the role knows of the scenario, so that nothing of the others can get in. */
function madePapers(game: Game, stage: string | null, role: string): Papers {
  const [party] = oneSide(game.at(stage).scenario, role).parties;
  return {
    brief: (party?.brief ?? '').split(/\n\s*\n/).filter((each) => each.trim() !== ''),
    sheet: sheetOf(game, stage, role),
    lines: new Map(party?.redLines.map(({ id, why }) => [id, why ?? id])),
  };
}

function ownPapers(game: Game, state: State, role: string): Pick<SeatView, 'brief' | 'sheet'> {
  const { brief, sheet } = papersOf(game, stageOf(game, state, role), role);
  return { brief, sheet };
}

/** What was handed out, on which the numbers of a role depend. */
export type Known = Pick<State, 'handedOut'>;

/** What was known when a team signed: later news does not change what a deal was worth then. */
export function knownAt({ handedOut }: Known, then: number): Known {
  return { handedOut: handedOut.filter(({ at }) => at <= then) };
}

function ownWorth(game: Game, state: Known, role: string, deal: DealText | null): OwnWorth {
  const stage = stageOf(game, state, role);
  const { points, least, belowLeast, crosses } = worthTo(game, stage, role, deal);
  const { lines } = papersOf(game, stage, role);
  return { points, least, belowLeast, crosses: crosses.map((id) => lines.get(id) ?? id) };
}

function resultView(game: Game, state: State, { result }: Team, role: string | null): ResultView | null {
  if (result === null) return null;
  const { deal, by, without, at } = result;
  return { deal, by, without, worth: role === null ? null : ownWorth(game, knownAt(state, at), role, deal) };
}

/** `members`: seats of the team. */
function playerOf(members: readonly Seat[], team: Team | null, role: string): RoleView['by'] {
  if (strategyOf(team, role) !== null) return 'computer';
  return members.some((seat) => seat.role === role && !seat.absent) ? 'person' : 'nobody';
}

/** Of what was handed out, what everybody got. */
function publicHandouts(game: Game, state: State): readonly HandoutView[] {
  return handoutsFor(game, state)
    .filter(({ roles }) => roles === undefined)
    .map((out) => handoutView(game, out));
}

/** What was written to the whole team, by the role or to it. */
function chatOf({ chat }: Team, role: string): SeatView['chat'] {
  return chat
    .filter(({ by, to }) => to === null || by === role || to.includes(role))
    .map(({ by, to, text }) => ({ by, to, text }));
}
