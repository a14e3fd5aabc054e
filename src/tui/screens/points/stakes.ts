/** What an option is to a party, and who forbids it: plain readings of the scenario. */
import { digitsOf } from '../../../report/digits.ts';
import type { Digits } from '../../../report/text/points.ts';
import { points, TENTHS, tightPoints } from '../../../report/text/points.ts';
import { oneLine } from '../../../report/text/width.ts';
import { inPoints, unitsOf } from '../../../engine/units.ts';
import type { Pattern, Scenario } from '../../../scenario/scenario.ts';
import { lockId, locksOf } from '../../../scenario/edit/locks.ts';
import type { Subject } from '../../live/question.ts';

export interface Stake {
  /** 0..100 as the file has it, or points of a score sheet; null where the party leaves the issue out. */
  readonly value: number | null;
  /** 0..100 between the party's worst and best option of the issue, for the shade; null where it has no stake. */
  readonly level: number | null;
  /** The value in few columns: "75", "0.92", "1.2m"; empty where there is none. */
  readonly figure: string;
  /** What the option adds to the party's utility, in points. */
  readonly worth: string;
  /** The party has a red line that this clause crosses by itself. */
  readonly redLine: boolean;
}

/** What the option is to the party. */
export function stakeOf(of: Subject, party: number, issue: number, option: number): Stake {
  const { scenario, compiled } = of;
  const { preferences } = scenario.parties[party]!;
  const { contributions, scale } = compiled.problem.parties[party]!;
  const added = inPoints(unitsOf(contributions, compiled.problem.offsets[issue]! + option), scale);
  const worth = worthText(added, digitsOf(of, party));
  const redLine = redLinesOn(scenario, party, issue, option).length > 0;
  if (preferences.form === 'weights') {
    const { mentioned, values } = preferences.issues[issue]!;
    const value = mentioned ? values[option]!.value : null;
    return { value, level: value, figure: value === null ? '' : tightPoints(value, TENTHS), worth, redLine };
  }
  const { mentioned, scores } = preferences.issues[issue]!;
  const all = scores.map((score) => score.value);
  const [worst, best] = [Math.min(...all), Math.max(...all)];
  const level = best === worst ? null : ((all[option]! - worst) / (best - worst)) * 100;
  const value = mentioned ? all[option]! : null;
  return { value, level, figure: value === null ? '' : tightPoints(value, digitsOf(of, party)), worth, redLine };
}

/** Columns of the points beside a value. */
export const WORTH = 5;

function worthText(added: number, digits: Digits): string {
  const text = points(added, digits);
  return text.length > WORTH ? tightPoints(added, digits) : text;
}

const FIGURE = 3;
const WIDTHS = new WeakMap<Subject['scenario'], number>();

/** Columns that hold every figure of the scenario, at least 3. */
export function figureWidth(of: Subject): number {
  const known = WIDTHS.get(of.scenario);
  if (known !== undefined) return known;
  const width = Math.max(
    FIGURE,
    ...of.scenario.parties.flatMap(({ preferences }, party) => {
      if (preferences.form === 'weights') return [];
      const digits = digitsOf(of, party);
      return preferences.issues.flatMap(({ scores }) => scores.map(({ value }) => tightPoints(value, digits).length));
    }),
  );
  WIDTHS.set(of.scenario, width);
  return width;
}

/** Ids of the party's red lines that the option crosses whatever else is in the deal. */
function redLinesOn({ parties, issues }: Scenario, party: number, issue: number, option: number): string[] {
  const { id, options } = issues[issue]!;
  return parties[party]!.redLines.filter(({ when }) => holdsAlone(when, id, options[option]!.id)).map(
    (line) => line.id,
  );
}

/** Who forbids the option by itself: red lines as "russia.all-donbas", rules of the scenario, and a lock. */
export function forbiddenBy(scenario: Scenario, issue: number, option: number): string[] {
  const { id, options } = scenario.issues[issue]!;
  const lines = scenario.parties.flatMap((party, k) =>
    redLinesOn(scenario, k, issue, option).map((line) => `${party.id}.${line}`),
  );
  const rules = scenario.rules.flatMap((rule) =>
    rule.kind === 'forbid' && rule.id !== lockId(id) && holdsAlone(rule.forbid, id, options[option]!.id)
      ? [`rule ${rule.id}`]
      : [],
  );
  return [...lines, ...rules].map(oneLine);
}

function holdsAlone(pattern: Pattern, issue: string, option: string): boolean {
  return pattern.every((clause) => clause.issue === issue && clause.options.includes(option));
}

/** Option numbers that a lock leaves allowed; null where the issue is not locked. */
export function allowedOptions(scenario: Scenario, issue: number): readonly number[] | null {
  const { id, options } = scenario.issues[issue]!;
  const lock = locksOf(scenario).find((candidate) => candidate.issue === id);
  if (lock === undefined) return null;
  return lock.options.map((allowed) => options.findIndex((option) => option.id === allowed));
}
