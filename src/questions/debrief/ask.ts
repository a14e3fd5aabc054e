/** A class held against its case: every deal by the numbers of the day it was signed on, and what was left on the table. */
import { compileDraft } from '../../compile/compile.ts';
import type { Hindsight } from '../../engine/hindsight.ts';
import { questionNodes } from '../../engine/question-nodes.ts';
import { spaceSize } from '../../engine/problem.ts';
import { dealOf } from '../../class/game.ts';
import type { Game } from '../../class/game.ts';
import { stageOf } from '../../class/handouts.ts';
import type { State, Team } from '../../class/state.ts';
import { timeLeft } from '../../class/state.ts';
import type { Case } from '../../report/case.ts';
import type { Draft } from '../../scenario/scenario.ts';
import { SEED, STATES, TIES, VECTORS } from '../budgets.ts';
import { atStage } from '../choose.ts';
import { first, silent } from '../crew.ts';
import { askFrontier } from '../frontier/ask.ts';
import type { FrontierCase } from '../frontier/case.ts';
import { DEFAULT_TOLERANCE } from '../frontier/tolerance.ts';
import type { Tolerance } from '../frontier/tolerance.ts';
import { openedCase } from '../opened.ts';
import type { Asker, OpenCase } from '../question.ts';
import type { Day, DebriefCase, Judged, TeamCase } from './case.ts';

/** What a debrief is asked about. */
export interface Debriefed {
  readonly game: Game;
  readonly state: State;
  /** By when a clock that still runs is over or not. */
  readonly now: number;
  /** Judge everybody by this stage; absent: by the one that the class had reached when the team signed. */
  readonly stage?: string | undefined;
  readonly nameOf: (team: string, role: string) => string;
  readonly version: string;
}

/** Trades that are listed for one deal. */
const MOST_TRADES = 2;

/** With the efficient deals to hold the results against. @throws InputError for a stage that does not exist */
export async function askDebrief(asked: Debriefed, asker: Asker): Promise<DebriefCase> {
  const of = await judgeTeams(asked, asker);
  const last = asked.stage ?? stageOf(asked.game, asked.state);
  const counted = of.teams.map(({ team }) => team);
  return {
    ...of,
    frontier: await frontierOf(
      of.days.find(({ stage }) => stage === last)!,
      counted,
      asker,
    ),
  };
}

/** Team by team alone. @throws InputError for a stage that does not exist */
export async function judgeTeams(asked: Debriefed, asker: Asker): Promise<Judged> {
  const { game, state, nameOf } = asked;
  const counted = state.teams.filter(({ leftOut }) => leftOut === null);
  const stages = [...new Set(counted.map((team) => stageFor(asked, team)))];
  const last = asked.stage ?? stageOf(game, state);
  const days: Day[] = [];
  for (const stage of stages.includes(last) ? stages : [...stages, last]) {
    const teams = counted.filter((team) => stageFor(asked, team) === stage);
    days.push(await solvedDay(asked, stage, teams, asker));
  }
  const dayOf = (stage: string | null): Day => days.find((day) => day.stage === stage)!;
  const teams: TeamCase[] = [];
  for (const stage of stages) {
    const on = counted.filter((team) => stageFor(asked, team) === stage);
    teams.push(...(await judged(asked, dayOf(stage), on, asker)));
  }
  const order = counted.map(({ id }) => id);
  const warnings =
    state.scenario === null || state.scenario === game.file.hash
      ? []
      : ['The scenario has changed since the class; its numbers as they are now are used here.'];
  return {
    game,
    state,
    days,
    teams: teams.toSorted((a, b) => order.indexOf(a.team.id) - order.indexOf(b.team.id)),
    leftOut: state.teams.filter(({ leftOut }) => leftOut !== null),
    nameOf,
    warnings,
  };
}

/** What the class knew when the team signed; without a result, all that it came to know. */
function stageFor({ game, state, stage }: Debriefed, { result }: Team): string | null {
  if (stage !== undefined) return stage;
  const until = result?.proposal === null ? Infinity : (result?.at ?? Infinity);
  return stageOf(game, { handedOut: state.handedOut.filter(({ at }) => at <= until) });
}

/** The case at a stage, red lines that are a bluff set aside: they bind nobody. */
function openedAt({ game, version }: Debriefed, stage: string | null): OpenCase {
  const at = stage ?? undefined;
  const bluffs = atStage(game.file, at).parties.flatMap(({ id, redLines }) =>
    redLines.filter(({ bluff }) => bluff === true).map((line) => `${id}.${line.id}`),
  );
  return openedCase({ scenario: game.file, warnings: [] }, { stage: at, without: bluffs }, version);
}

/** The result of a team as a draft; none without a deal. */
function draftOf({ id, result }: Team): readonly Draft[] {
  if (result === null || result.deal === null) return [];
  const clauses = Object.entries(result.deal).map(([issue, option]) => ({ issue, option }));
  return [{ id, title: `Team ${id}`, clauses }];
}

async function solvedDay(asked: Debriefed, stage: string | null, teams: readonly Team[], asker: Asker): Promise<Day> {
  const opened = openedAt(asked, stage);
  const scenario = { ...opened.scenario, drafts: teams.flatMap(draftOf) };
  const options = {
    drafts: scenario.drafts.map(({ id }) => compileDraft(scenario, id)),
    coalition: null,
    ties: TIES.command,
    states: STATES,
    seed: SEED,
  };
  const job = { kind: 'solve' as const, problem: opened.compiled.problem, options };
  const answer = first(
    await asker.crewFor({ doing: 'Solving' }).run<'solve'>([job], ([told]) => ({ text: told ?? '', share: null })),
  );
  const of: Case = { ...opened, scenario, answer, seed: SEED };
  return { stage, of, drafts: opened.scenario.drafts };
}

async function judged(
  { game, state, now }: Debriefed,
  day: Day,
  teams: readonly Team[],
  { crewFor }: Asker,
): Promise<readonly TeamCase[]> {
  const { problem } = day.of.compiled;
  const withDeal = teams.filter(({ result }) => result !== null && result.deal !== null);
  const deals = withDeal.map(({ result }) => dealOf(game, result!.deal!));
  const limits = { nodes: Math.ceil(questionNodes(problem) / Math.max(1, deals.length)), most: MOST_TRADES };
  const job = { kind: 'hindsight' as const, problem, deals, limits };
  const found: readonly Hindsight[] =
    deals.length === 0
      ? []
      : first(await crewFor({ doing: 'Looking for better deals of' }).run<'hindsight'>([job], silent));
  const { clock } = state;
  const isOver = clock.phase === 'closed' || (clock.started !== null && timeLeft(clock, now) === 0);
  return teams.map((team): TeamCase => {
    const at = withDeal.indexOf(team);
    if (at !== -1) return { kind: 'deal', team, day, draft: at, hindsight: found[at]! };
    return { kind: team.result !== null || isOver ? 'no deal' : 'open', team, day };
  });
}

async function frontierOf(day: Day, teams: readonly Team[], asker: Asker): Promise<FrontierCase> {
  const scenario = { ...day.of.scenario, drafts: teams.flatMap(draftOf) };
  const exact = spaceSize(day.of.compiled.problem) <= FEW_DEALS;
  const options = {
    epsilon: exact ? EXACT : DEFAULT_TOLERANCE,
    vectors: VECTORS,
    coalition: undefined,
    zone: undefined,
    maxPoints: undefined,
  };
  return { ...day.of, scenario, ...(await askFrontier({ scenario, compiled: day.of.compiled }, options, asker)) };
}

/** Up to so many deals all efficient ones are looked for; beyond that a spread of them. */
const FEW_DEALS = 100_000n;
const EXACT: Tolerance = { amount: 0, measure: 'points' };
