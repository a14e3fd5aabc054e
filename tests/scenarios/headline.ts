/** The headline scenario at its stages, in the words of the tables of its documents. */
import { readFileSync } from 'node:fs';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import type { Constraint, DraftPartyAnswer } from '../../src/engine/answer.ts';
import { collisionOf } from '../../src/engine/conflict/collision.ts';
import { assessDraft } from '../../src/engine/draft/draft.ts';
import { slackWithin } from '../../src/engine/slack.ts';
import { points } from '../report/tenths.ts';
import type { Party, Scenario, StatedNumber } from '../../src/scenario/scenario.ts';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import { shipped } from '../shipped.ts';
import { without } from './support.ts';
import { numberCount, optionAt, optionId } from '../../src/scenario/format/options.ts';
import { worthAt } from '../../src/scenario/format/worth.ts';

const folder = new URL('../../scenarios/ukraine-2025/', import.meta.url);

export const ukraine2025 = shipped('ukraine-2025');

/** The text of a file of the scenario's folder. */
export function fileText(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

export const DOCUMENTS = ['README.md', 'METHOD.md', 'VALIDITY.md', 'SOURCES.md', 'BARGAINING.md', 'READINGS.md'];

/** The rows of the table of its documents whose head begins with these cells, as texts without the marks of code. */
export function documentTable(...head: readonly string[]): string[][] {
  const lines = DOCUMENTS.flatMap((name) => fileText(name).split('\n'));
  const first = lines.findIndex(
    (line) => line.startsWith('|') && head.every((cell, column) => cellsOf(line)[column] === cell),
  );
  if (first < 0) throw new Error(`no table ${head.join(' | ')}`);
  const end = lines.findIndex((line, index) => index > first && !line.startsWith('|'));
  return lines.slice(first + 2, end).map(cellsOf);
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.replaceAll('`', '').trim());
}

const staged = new Map<string, Scenario>();

/** The scenario at a stage; "base" is the positions of the file. */
export function atStage(stage: string): Scenario {
  const known = staged.get(stage);
  if (known !== undefined) return known;
  const edit = stage === 'base' ? { ok: true as const, scenario: ukraine2025 } : applyStage(ukraine2025, stage);
  if (!edit.ok) throw new Error(edit.message);
  staged.set(stage, edit.scenario);
  return edit.scenario;
}

const SILENT = 50;

/** The base with nothing that a later page taught: each number that rests on one is that of a party that said nothing. */
export const KNOWN_ON_THE_DAY = 'known on 20 November';
staged.set(KNOWN_ON_THE_DAY, withoutPagesAfter(ukraine2025, '2025-11-20'));

function withoutPagesAfter(scenario: Scenario, day: string): Scenario {
  const parties = scenario.parties.map((party) => {
    const { preferences } = party;
    if (preferences.form !== 'weights') throw new Error(`${party.id} has no weights`);
    const issues = preferences.issues.map((stated, position) => {
      const silent = (value: StatedNumber): StatedNumber => ((value.date ?? day) > day ? { value: SILENT } : value);
      const listed = stated.listed.map(silent);
      if (stated.curve === null || (stated.date ?? day) <= day) return { ...stated, listed };
      const numbers = Array.from({ length: numberCount(scenario.issues[position]!) }, () => ({ value: SILENT }));
      return { ...stated, curve: null, listed: [...numbers, ...listed] };
    });
    return { ...party, preferences: { ...preferences, issues } };
  });
  return { ...scenario, parties };
}

export function partyNamed(scenario: Scenario, name: string): { readonly party: Party; readonly index: number } {
  const index = scenario.parties.findIndex(({ id, name: full }) => id === name || full === name);
  const party = scenario.parties[index];
  if (party === undefined) throw new Error(`no party ${name}`);
  return { party, index };
}

export interface Judgement {
  readonly answer: DraftPartyAnswer;
  /** Ids of the red lines that the draft crosses. */
  readonly crossed: readonly string[];
  /** Whether the draft leaves issues open. */
  readonly partial: boolean;
  readonly party: Party;
  readonly scenario: Scenario;
}

/** What the model says of a draft for a party at a stage. */
export function judge(stage: string, draft: string, name: string): Judgement {
  const scenario = atStage(stage);
  const { party, index } = partyNamed(scenario, name);
  const { complete, parties } = judgements(stage, draft);
  const answer = parties[index]!;
  const crossed = answer.redLines.map((line) => party.redLines[line]!.id);
  return { answer, crossed, partial: !complete, party, scenario };
}

const judged = new Map<string, ReturnType<typeof assessDraft>>();

function judgements(stage: string, draft: string): ReturnType<typeof assessDraft> {
  const scenario = atStage(stage);
  const key = `${stage} ${draft}`;
  const known = judged.get(key);
  if (known !== undefined) return known;
  const { problem } = compileProblem(scenario);
  const answer = assessDraft(problem, compileDraft(scenario, draft), [], { nodes: 0 });
  judged.set(key, answer);
  return answer;
}

/** The value of a draft's clause to a party at a stage; null where the draft leaves the issue open. */
export function valueOfClause({ party, scenario }: Judgement, draft: string, issue: string): number | null {
  const clause = scenario.drafts.find(({ id }) => id === draft)?.clauses.find((candidate) => candidate.issue === issue);
  if (clause === undefined) return null;
  const { preferences } = party;
  if (preferences.form !== 'weights') throw new Error(`${party.id} has no weights`);
  const position = scenario.issues.findIndex(({ id }) => id === issue);
  const option = optionAt(scenario.issues[position]!, clause.option);
  return worthAt(scenario.issues[position]!, preferences.issues[position]!, option).value;
}

const MOST_LINES = 4;
const DEAREST = 3;

/** "signs, 59.0 to spare", "open", or "refuses: no-impunity; short 4.9; dearest donetsk 4.8, ...". */
export function modelCell(judgement: Judgement): string {
  const { answer, crossed, party, scenario } = judgement;
  if (answer.accepts === 'open') return 'open';
  if (answer.accepts) return `signs, ${points(answer.utility.min - party.reservation.value)} to spare`;
  const more = crossed.length - MOST_LINES;
  const lines = `${crossed.slice(0, MOST_LINES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const short = answer.shortfall > 0 ? `short ${points(answer.shortfall)}` : '';
  const dearest = answer.costs
    .slice(0, DEAREST)
    .map(({ issue, cost }) => `${scenario.issues[issue]!.id} ${points(cost)}`)
    .join(', ');
  return `refuses: ${[lines, short, `dearest ${dearest}`].filter((part) => part !== '').join('; ')}`;
}

export interface Knot {
  /** The demands that exclude each other. */
  readonly conflict: readonly string[];
  readonly ways: readonly Way[];
}

const knots = new Map<string, Knot>();

/** The demands that exclude each other at a stage, and where each way out leads. */
export function waysOut(stage: string): Knot {
  const known = knots.get(stage) ?? knotOf(stage);
  knots.set(stage, known);
  return known;
}

function knotOf(stage: string): Knot {
  const scenario = atStage(stage);
  const { problem } = compileProblem(scenario);
  const collision = collisionOf(problem, 1, { nodes: 0 });
  if (collision === null) throw new Error('no deal keeps the rules');
  const demand = (constraint: Constraint): string => demandName(scenario, constraint);
  return {
    conflict: collision.conflict.map(demand),
    ways: collision.openings.map(({ drop, solution }) => {
      const names = drop.map(demand);
      const { deal, utility } = solution.deals[0]!;
      const slack = slackWithout(scenario, names);
      if (slack === null) throw new Error(`no deal without ${names.join(' ')}`);
      return { drop: names, slack, utility, clauses: clausesOf(scenario, deal) };
    }),
  };
}

export interface Way {
  readonly drop: readonly string[];
  /** Points that all parties could ask for on top. */
  readonly slack: number;
  /** Points of the parties in the Nash deal. */
  readonly utility: readonly number[];
  /** Its option ids by issue. */
  readonly clauses: Readonly<Record<string, string>>;
}

function demandName(scenario: Scenario, constraint: Constraint): string {
  const party = scenario.parties[constraint.party]!;
  if (constraint.kind !== 'redLine') return `${party.id} ${constraint.kind}`;
  return `${party.id}.${party.redLines[constraint.index]!.id}`;
}

function slackWithout(scenario: Scenario, redLines: readonly string[]): number | null {
  const freed = redLines.reduce((current, name) => {
    const [party = '', line = ''] = name.split('.');
    return without(current, party, line);
  }, scenario);
  return room(freed);
}

/** Points that all parties could ask for on top, with a deal of all four left; null when red lines leave none. */
export function room(scenario: Scenario): number | null {
  const { problem } = compileProblem(scenario);
  const everyone = problem.parties.map((_, index) => index);
  return slackWithin(problem, everyone, { nodes: 0 }, Infinity).points;
}

function clausesOf(scenario: Scenario, deal: readonly number[]): Record<string, string> {
  return Object.fromEntries(scenario.issues.map((own, issue) => [own.id, optionId(own, deal[issue]!)]));
}
