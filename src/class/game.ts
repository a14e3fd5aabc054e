/**
 * What a class plays: its plan with the scenario, compiled. Reads single deals; never searches.
 */
import { compileProblem } from '../compile/compile.ts';
import { amountOf, matches, utilityUnits } from '../engine/deal.ts';
import type { Deal } from '../engine/problem.ts';
import { leastSigned } from '../engine/problem.ts';
import { inPoints } from '../engine/units.ts';
import type { Named } from '../report/case.ts';
import { sentence, sumSentence } from '../report/view/words.ts';
import { withNotArising } from '../scenario/format/conditional.ts';
import { optionAt, optionId } from '../scenario/format/options.ts';
import { applyStage } from '../scenario/edit/stage.ts';
import type { Rule, Scenario } from '../scenario/scenario.ts';
import type { DealText } from './event.ts';
import type { Plan } from './plan.ts';

export interface Game {
  readonly plan: Plan;
  /** As read, before any stage. Issues, rules and the consent rule are the same at all stages. */
  readonly file: Scenario;
  /** Party ids, in the order of the scenario. */
  readonly roles: readonly string[];
  /** The positions at a stage; null: those of the file. */
  readonly at: (stage: string | null) => Named;
}

/** The plan must have been checked against the scenario. Each stage is compiled once, when it is first asked for. */
export function gameOf(plan: Plan, file: Scenario): Game {
  const known = new Map<string | null, Named>();
  const at = (stage: string | null): Named => {
    const positions = known.get(stage) ?? compiled(file, stage);
    known.set(stage, positions);
    return positions;
  };
  return { plan, file, roles: file.parties.map(({ id }) => id), at };
}

function compiled(file: Scenario, stage: string | null): Named {
  const edit = stage === null ? { ok: true as const, scenario: file } : applyStage(file, stage);
  if (!edit.ok) throw new RangeError(edit.message);
  return { scenario: edit.scenario, compiled: compileProblem(edit.scenario) };
}

/** The whole text: issues that do not arise beside the others get `not-applicable`. What is left out stays open. */
export function completed({ file }: Game, deal: DealText): DealText {
  const clauses = Object.entries(deal).map(([issue, option]) => ({ issue, option }));
  return Object.fromEntries(withNotArising(clauses, file.issues).map(({ issue, option }) => [issue, option]));
}

/** Why a text cannot be a deal, in words for the person who wrote it; null where it can. */
export function dealFault(game: Game, deal: DealText): string | null {
  const { issues, rules } = game.file;
  const unknown = Object.keys(deal).find((id) => !issues.some((issue) => issue.id === id));
  if (unknown !== undefined) return `There is no issue \u201c${unknown}\u201d.`;
  for (const issue of issues) {
    const option = deal[issue.id];
    if (option === undefined) return `\u201c${issue.title}\u201d is still open. A deal settles every issue.`;
    if (optionAt(issue, option) === -1) return `\u201c${issue.title}\u201d has no option \u201c${option}\u201d.`;
  }
  const broken = brokenRule(game, dealOf(game, deal));
  return broken === null ? null : ruleWords(game.file, rules[broken]!);
}

/** Option numbers of a text without faults. */
export function dealOf({ file }: Game, deal: DealText): Deal {
  return file.issues.map((issue) => optionAt(issue, deal[issue.id]!));
}

/** The text of a deal. */
export function textOf({ file }: Game, deal: Deal): DealText {
  return Object.fromEntries(file.issues.map((issue, k) => [issue.id, optionId(issue, deal[k]!)]));
}

function brokenRule(game: Game, deal: Deal): number | null {
  const { problem, forbiddenRules, sumRules } = game.at(null).compiled;
  const pattern = problem.forbidden.findIndex((forbidden) => matches(deal, forbidden));
  if (pattern !== -1) return forbiddenRules[pattern]!;
  const sum = problem.sums.findIndex((rule) => amountOf(problem, rule, deal) > rule.atMost);
  return sum === -1 ? null : sumRules[sum]!;
}

function ruleWords(file: Scenario, rule: Rule): string {
  const what = rule.kind === 'sum' ? sumSentence(file, rule) : 'These options cannot stand together.';
  return `${what} ${sentence(rule.why)}`;
}

/** What a deal is worth to one role, in points of its own. Shown to nobody else. */
export interface Worth {
  readonly points: number;
  /** The least that it may sign for. */
  readonly least: number;
  /** What no deal is worth to it. */
  readonly noDeal: number;
  readonly belowLeast: boolean;
  /** Ids of its own red lines that the deal crosses. */
  readonly crosses: readonly string[];
}

/** Null is "no deal". @throws RangeError when there is no such role */
export function worthTo(game: Game, stage: string | null, role: string, deal: DealText | null): Worth {
  const {
    scenario,
    compiled: { problem },
  } = game.at(stage);
  const index = game.roles.indexOf(role);
  const party = problem.parties[index];
  if (party === undefined) throw new RangeError(`no role '${role}'`);
  const noDeal = inPoints(party.disagreement, party.scale);
  const least = inPoints(party.reservation, party.scale);
  if (deal === null) return { points: noDeal, least, noDeal, belowLeast: false, crosses: [] };
  const picked = dealOf(game, deal);
  const units = utilityUnits(problem, party, picked);
  const lines = scenario.parties[index]!.redLines.filter((_, k) => matches(picked, party.redLines[k]!));
  return {
    points: inPoints(units, party.scale),
    least,
    noDeal,
    belowLeast: units < leastSigned(party),
    crosses: lines.map(({ id }) => id),
  };
}

/** Whose consent a text still needs. */
export interface Missing {
  /** Roles that have to accept. */
  readonly roles: readonly string[];
  /** How many more of the others have to, whoever they are. */
  readonly others: number;
}

/**
 * What is missing until a text is signed, given who has accepted and who plays at all. A deal needs whom the scenario's
 * consent rule needs; nobody waits for a role that is not played, and a quorum is at most all that are. "No deal" needs
 * everybody who plays.
 */
export function missingFor(
  game: Game,
  deal: DealText | null,
  accepted: readonly string[],
  played: readonly string[],
): Missing {
  const open = (roles: readonly string[]): readonly string[] =>
    roles.filter((role) => played.includes(role) && !accepted.includes(role));
  if (deal === null) return { roles: open(game.roles), others: 0 };
  const { consent } = game.at(null).compiled.problem;
  const picked = dealOf(game, deal);
  const conditional = consent.conditional.filter(({ when }) => matches(picked, when)).map(({ party }) => party);
  const needed = [...new Set([...consent.required, ...conditional])].toSorted((a, b) => a - b);
  const roles = open(needed.map((party) => game.roles[party]!));
  const quorum = Math.min(consent.quorum, played.length);
  return { roles, others: Math.max(0, quorum - accepted.length - roles.length) };
}
