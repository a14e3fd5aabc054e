/**
 * What one role has on paper or on its screen: its brief and its score sheet, as plain data in plain words. Made from the
 * scenario as that role alone knows it, so that nothing of the others can get in.
 */
import type { Party } from '../engine/problem.ts';
import { inPoints, plus } from '../engine/units.ts';
import { matches, optionPoints, optionUnits } from '../engine/deal.ts';
import { compileProblem } from '../compile/compile.ts';
import type { Named } from '../report/case.ts';
import { isStrict } from '../report/digits.ts';
import { plainNumber } from '../report/text/points.ts';
import { optionLabel, patternWords, sentence } from '../report/view/words.ts';
import { oneSide } from '../scenario/edit/one-side.ts';
import { isNotArising } from '../scenario/format/conditional.ts';
import { isNumberLine, listedOptions, numberCount, optionAt, optionId } from '../scenario/format/options.ts';
import type { Issue, Scenario } from '../scenario/scenario.ts';
import type { DealText } from './event.ts';
import type { Game } from './game.ts';

export interface Sheet {
  readonly role: string;
  readonly name: string;
  readonly short: string;
  readonly color: string | null;
  readonly brief: string | null;
  readonly issues: readonly SheetIssue[];
  /** What the role has without a deal. */
  readonly noDeal: Threshold;
  /** The least it may sign for. */
  readonly least: Threshold;
  /** It signs only for more than its least. */
  readonly strict: boolean;
  readonly extras: readonly Extra[];
  /** What it never signs. */
  readonly lines: readonly { readonly id: string; readonly words: string; readonly why: string | null }[];
}

export interface Threshold {
  readonly points: number;
  readonly written: string;
  readonly why: string | null;
}

/** Points beyond the sum of the options. */
export interface Extra {
  readonly points: number;
  readonly written: string;
  /** "Road: tunnel, with Fund: 60". */
  readonly words: string;
  readonly why: string | null;
}

export interface SheetIssue {
  readonly id: string;
  /** Its number in the plan, or null. */
  readonly point: string | null;
  readonly title: string;
  readonly summary: string | null;
  /** "Only with Road: tunnel"; null for an issue that every deal settles. */
  readonly only: string | null;
  readonly why: string | null;
  /** All options; of a long range of numbers a few, from its first to its last. */
  readonly options: readonly SheetOption[];
  /** The numbers between those that are shown can be agreed on, too. */
  readonly range: { readonly from: string; readonly to: string; readonly count: number } | null;
}

export interface SheetOption {
  readonly id: string;
  /** With the unit. */
  readonly label: string;
  readonly text: string | null;
  readonly points: number;
  readonly written: string;
}

/** Of a long range of numbers so many stretches are shown. */
const STRETCHES = 10;

/** The sheet of a role at a stage; null: the positions of the file. @throws RangeError when there is no such role */
export function sheetOf(game: Game, stage: string | null, role: string): Sheet {
  const { scenario } = game.at(stage);
  const known = SHEETS.get(scenario) ?? new Map<string, Sheet>();
  SHEETS.set(scenario, known);
  const sheet = known.get(role) ?? sheetFrom(scenario, role);
  known.set(role, sheet);
  return sheet;
}

/** By positions, then by role: a server looks at them with every change. */
const SHEETS = new WeakMap<Scenario, Map<string, Sheet>>();

function sheetFrom(whole: Scenario, role: string): Sheet {
  const scenario = oneSide(whole, role);
  const own: Named = { scenario, compiled: compileProblem(scenario) };
  const [party, numbers] = [scenario.parties[0]!, own.compiled.problem.parties[0]!];
  const threshold = (units: Party['reservation'], why: string | undefined): Threshold => {
    const points = inPoints(units, numbers.scale);
    return { points, written: plainNumber(points), why: why === undefined ? null : sentence(why) };
  };
  return {
    role,
    name: party.name,
    short: party.short,
    color: party.color ?? null,
    brief: party.brief?.trim() ?? null,
    issues: scenario.issues.map((issue, k) => issueOf(own, issue, k)),
    noDeal: threshold(numbers.disagreement, party.disagreement.why),
    least: threshold(numbers.reservation, party.reservationIsDisagreement ? undefined : party.reservation.why),
    strict: isStrict(own, 0),
    extras: party.adjustments.map(({ when, why }, k) => {
      const points = inPoints(numbers.adjustments[k]!.units, numbers.scale);
      return {
        points,
        written: `${points > 0 ? '+' : ''}${plainNumber(points)}`,
        words: patternWords(scenario, when),
        why: why === undefined ? null : sentence(why),
      };
    }),
    lines: party.redLines.map(({ id, when, why }) => ({
      id,
      words: patternWords(scenario, when),
      why: why === undefined ? null : sentence(why),
    })),
  };
}

function issueOf(own: Named, issue: Issue, index: number): SheetIssue {
  const { problem } = own.compiled;
  const party = problem.parties[0]!;
  const options = shownOptions(issue).map((option): SheetOption => {
    const points = optionPoints(problem, party, index, option);
    const named = option < numberCount(issue) ? undefined : issue.named[option - numberCount(issue)];
    return {
      id: optionId(issue, option),
      label: optionLabel(own.scenario, index, option),
      text: named?.text ?? null,
      points,
      written: plainNumber(points),
    };
  });
  const { why } = own.scenario.parties[0]!.preferences.issues[index]!;
  const count = numberCount(issue);
  return {
    id: issue.id,
    point: issue.point ?? null,
    title: issue.title,
    summary: issue.summary ?? null,
    only: issue.only === undefined ? null : `Only with ${patternWords(own.scenario, issue.only)}`,
    why: why === undefined ? null : sentence(why),
    options: options.filter(({ id }) => !isNotArising(issue, id)),
    range: isNumberLine(issue) ? { from: optionId(issue, 0), to: optionId(issue, count - 1), count } : null,
  };
}

function shownOptions(issue: Issue): readonly number[] {
  if (!isNumberLine(issue)) return listedOptions(issue);
  const last = numberCount(issue) - 1;
  const numbers = Array.from({ length: STRETCHES + 1 }, (_, k) => Math.round((k * last) / STRETCHES));
  return [...numbers, ...listedOptions(issue)];
}

/** What the issues that are settled so far give a role, and how many are open: for a builder while a text is written. */
export function pointsSoFar(
  game: Game,
  stage: string | null,
  role: string,
  deal: DealText,
): { readonly points: number; readonly open: number } {
  const { problem } = game.at(stage).compiled;
  const party = problem.parties[game.roles.indexOf(role)];
  if (party === undefined) throw new RangeError(`no role '${role}'`);
  const picked = game.file.issues.map((issue) => optionAt(issue, deal[issue.id] ?? ''));
  let units: Party['reservation'] = 0;
  for (const [issue, option] of picked.entries()) {
    if (option !== -1) units = plus(units, optionUnits(problem, party, issue, option));
  }
  // An issue that is open has an option that no pattern names.
  for (const { when, units: more } of party.adjustments) if (matches(picked, when)) units = plus(units, more);
  return { points: inPoints(units, party.scale), open: picked.filter((option) => option === -1).length };
}
