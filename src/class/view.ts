/** What one person may see of a class: the common part, the own team's table, and of sheets the own alone. */
import { issueTitle, optionLabel } from '../report/view/words.ts';
import { optionAt } from '../scenario/format/options.ts';
import { isNotArising } from '../scenario/format/conditional.ts';
import { whyClosed } from './act-table.ts';
import type { DealText } from './event.ts';
import type { Game, Missing, Worth } from './game.ts';
import { worthTo } from './game.ts';
import { handoutsFor, stageOf } from './handouts.ts';
import type { Sheet } from './sheet.ts';
import { sheetOf } from './sheet.ts';
import { missingOn } from './signing.ts';
import type { Clock, Message, Proposal, Seat, State, Team } from './state.ts';
import { seatOf, strategyOf, teamOf, timeLeft } from './state.ts';

export interface SeatView {
  readonly seat: string;
  readonly team: string | null;
  /** Null for an observer. */
  readonly role: string | null;
  /** Of all roles, for names on the page: ids in the order of the scenario. */
  readonly roles: readonly { readonly id: string; readonly name: string; readonly short: string }[];
  readonly clock: ClockView;
  /** Null for an observer, and before the plan shows it. */
  readonly sheet: Sheet | null;
  readonly proposals: readonly ProposalView[];
  readonly result: ResultView | null;
  readonly messages: readonly Message[];
  readonly handouts: readonly HandoutView[];
  readonly announcements: readonly { readonly at: number; readonly text: string }[];
  readonly notes: string;
  /** Why nothing can be done at the table now, in words; null while it can. */
  readonly closed: string | null;
  readonly talk: 'face' | 'text';
}

export interface ClockView {
  readonly phase: Clock['phase'];
  readonly minutes: number;
  /** Milliseconds. */
  readonly left: number;
}

export interface ProposalView {
  readonly number: number;
  /** Role. */
  readonly by: string;
  readonly at: number;
  /** Null: "no deal". */
  readonly deal: DealText | null;
  readonly clauses: readonly ClauseView[];
  readonly withdrawn: boolean;
  readonly accepted: readonly string[];
  readonly missing: Missing;
  /** What it is worth to the role that looks; null for an observer, and before the sheet is shown. */
  readonly worth: Worth | null;
}

export interface ResultView {
  readonly deal: DealText | null;
  readonly clauses: readonly ClauseView[];
  readonly by: readonly string[];
  readonly without: readonly string[];
  readonly worth: Worth | null;
}

export interface ClauseView {
  readonly issue: string;
  readonly option: string;
}

export interface HandoutView {
  readonly id: string;
  readonly text: string | null;
  /** A draft: its title, and its clauses in words and by id. */
  readonly draft: { readonly title: string; readonly clauses: readonly ClauseView[]; readonly deal: DealText } | null;
  /** The title of the stage whose numbers count from here on. */
  readonly stage: string | null;
}

/** What the person at a seat may see now. @throws RangeError when there is no such seat */
export function seatView(game: Game, state: State, id: string, now: number): SeatView {
  const seat = seatOf(state, id);
  if (seat === null) throw new RangeError(`no seat '${id}'`);
  const { team: teamId, role } = seat;
  const team = teamId === null ? null : teamOf(state, teamId);
  const shown = team !== null && role !== null && isShown(game, state) ? role : null;
  const stage = shown === null ? null : stageOf(game, state, shown);
  const worth = (deal: DealText | null): Worth | null => (shown === null ? null : worthTo(game, stage, shown, deal));
  return {
    seat: id,
    team: teamId,
    role,
    roles: game.file.parties.map((party) => ({ id: party.id, name: party.name, short: party.short })),
    clock: clockView(state, now),
    sheet: shown === null ? null : sheetOf(game, stage, shown),
    proposals: team === null ? [] : team.proposals.map((proposal) => proposalView(game, state, team, proposal, worth)),
    result: team === null ? null : resultView(game, team, worth),
    messages: team === null ? [] : team.chat.filter((message) => mayRead(message, role)),
    handouts: handoutsOf(game, state, role),
    announcements: state.announcements
      .filter((said) => said.team === null || said.team === teamId)
      .map(({ at, text }) => ({ at, text })),
    notes: seat.notes,
    closed: whyNot(state, seat, team, now),
    talk: game.plan.talk,
  };
}

/** Whether people have their own briefs by now. */
function isShown({ plan }: Game, { clock }: State): boolean {
  return plan.briefs === 'joining' || clock.started !== null;
}

export function clockView({ clock }: State, now: number): ClockView {
  return { phase: clock.phase, minutes: clock.minutes, left: timeLeft(clock, now) };
}

function whyNot(state: State, { role }: Seat, team: Team | null, now: number): string | null {
  if (team === null || role === null) return 'You observe.';
  if (strategyOf(team, role) !== null) return 'The program plays your role at the moment. Tell your instructor.';
  return whyClosed(state, now) ?? (team.result === null ? null : 'Your team has signed.');
}

function mayRead({ by, to }: Message, role: string | null): boolean {
  return to === null || (role !== null && (by === role || to.includes(role)));
}

function proposalView(
  game: Game,
  state: State,
  team: Team,
  proposal: Proposal,
  worth: (deal: DealText | null) => Worth | null,
): ProposalView {
  const { deal } = proposal;
  return {
    ...proposal,
    clauses: clausesOf(game, deal),
    missing: missingOn(game, state, team, proposal),
    worth: worth(deal),
  };
}

function resultView(game: Game, { result }: Team, worth: (deal: DealText | null) => Worth | null): ResultView | null {
  if (result === null) return null;
  const { deal, by, without } = result;
  return { deal, clauses: clausesOf(game, deal), by, without, worth: worth(deal) };
}

/** A text in words, issue by issue; those that do not arise are left out. None for "no deal". */
export function clausesOf({ file }: Game, deal: DealText | null): readonly ClauseView[] {
  if (deal === null) return [];
  return file.issues.flatMap((issue, k) => {
    const option = deal[issue.id];
    if (option === undefined || isNotArising(issue, option)) return [];
    return [{ issue: issueTitle(file, k), option: optionLabel(file, k, optionAt(issue, option)) }];
  });
}

/** For everybody's eyes where no role is given: only what went to all. */
export function handoutsOf(game: Game, state: State, role: string | null): readonly HandoutView[] {
  const got = handoutsFor(game, state, role ?? undefined).filter(({ roles }) => role !== null || roles === undefined);
  return got.map(({ id, text, draft: draftId, stage }) => {
    const draft = game.file.drafts.find((candidate) => candidate.id === draftId);
    const deal = Object.fromEntries(draft?.clauses.map(({ issue, option }) => [issue, option]) ?? []);
    return {
      id,
      text: text ?? null,
      draft: draft === undefined ? null : { title: draft.title, clauses: clausesOf(game, deal), deal },
      stage: game.file.stages.find((candidate) => candidate.id === stage)?.title ?? null,
    };
  });
}
