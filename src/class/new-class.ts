/** A new class as files: the plan to be edited, the seats with their code words, and the sheets. */
import type { Scenario } from '../scenario/scenario.ts';
import { codeWords } from './codes.ts';
import type { Material } from './folder.ts';
import { gameOf } from './game.ts';
import type { Handout, Plan } from './plan.ts';
import { MOST_MINUTES, PLAN_FILE } from './plan.ts';
import { planText } from './plan-text.ts';
import { emptyResults, RESULTS_FILE } from './results.ts';
import type { Leftovers, Person } from './roster.ts';
import { seated } from './roster.ts';
import type { SeatLine } from './seats.ts';
import { CODES_FILE, seatsText, teamsOf } from './seats.ts';
import { sheetFiles } from './sheets/files.tsx';
import type { Paper } from './sheets/styles.ts';

export interface NewClass {
  readonly scenario: Scenario;
  /** What the plan calls it: a name, or a path from the folder of the class. */
  readonly scenarioName: string;
  readonly material: Material;
  /** Those who come; null: as many as fill the teams. */
  readonly people: readonly Person[] | null;
  /** Null: as many as the people fill. */
  readonly teams: number | null;
  readonly random: boolean;
  readonly leftovers: Leftovers;
  /** Of the scenario; null: its drafts and stages, whenever the instructor likes. */
  readonly handouts: readonly Handout[] | null;
  readonly minutes: number;
  readonly talk: Plan['talk'];
  readonly paper: Paper;
  /** Of the code words, and of the draw. */
  readonly seed: string;
}

export interface ClassFile {
  /** From the folder of the class, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface MadeClass {
  readonly files: readonly ClassFile[];
  readonly seats: readonly SeatLine[];
}

/** Plain data, nothing written. The same input gives the same files. */
export function newClass(asked: NewClass): MadeClass {
  const { scenario, scenarioName, minutes, talk, material, paper } = asked;
  const plan: Plan = {
    class: 1,
    title: scenario.title,
    scenario: scenarioName,
    minutes,
    talk,
    briefs: 'joining',
    computer: {},
    handouts: [...(asked.handouts ?? usualHandouts(scenario))],
  };
  const seats = seatsOf(asked);
  const game = gameOf(plan, scenario);
  const sheets = sheetFiles({ game, seats, material, paper });
  return {
    seats,
    files: [
      { path: PLAN_FILE, text: planText(plan, scenario) },
      { path: CODES_FILE, text: seatsText(seats) },
      { path: RESULTS_FILE, text: emptyResults(game, teamsOf(seats)) },
      ...sheets.map(({ name, html }) => ({ path: `sheets/${name}`, text: html })),
    ],
  };
}

/** Minutes of negotiation in a class of ninety; more where something is handed out later. */
export function usualMinutes(handouts: readonly Handout[]): number {
  const last = Math.max(0, ...handouts.map(({ minute = 0 }) => minute));
  return Math.min(MOST_MINUTES, Math.max(USUAL_MINUTES, last + AFTER_THE_LAST));
}

const USUAL_MINUTES = 40;
/** Time to use what was handed out last. */
const AFTER_THE_LAST = 20;

function usualHandouts({ drafts, stages }: Scenario): readonly Handout[] {
  return [...drafts.map(({ id }) => ({ id, draft: id })), ...stages.map(({ id }) => ({ id: `from-${id}`, stage: id }))];
}

/** Code words for people who come late: a tenth of the seats, two at least. */
const SPARE_SHARE = 0.1;
const FEWEST_SPARE = 2;

function seatsOf({ scenario, people, teams, random, leftovers, seed }: NewClass): readonly SeatLine[] {
  const roles = scenario.parties.map(({ id }) => id);
  const someone: Person = { name: '', team: null, role: null };
  const list = people ?? Array.from({ length: (teams ?? 1) * roles.length }, () => someone);
  const places = seated(list, { roles, teams, draw: random ? seed : null, leftovers });
  const spare = Math.max(FEWEST_SPARE, Math.ceil(places.length * SPARE_SHARE));
  const codes = codeWords(seed, places.length + spare);
  const digits = Math.max(2, String(codes.length).length);
  return codes.map((code, k) => {
    const seat = `p${String(k + 1).padStart(digits, '0')}`;
    return { seat, code, ...(places[k] ?? { team: null, role: null, name: '' }) };
  });
}
