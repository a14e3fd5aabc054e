/** What an option is to a party, and who forbids it: plain readings of the scenario. */
import { digitsOf } from '../../../report/digits.ts';
import type { Digits } from '../../../report/text/points.ts';
import { points, TENTHS, tightPoints } from '../../../report/text/points.ts';
import { oneLine } from '../../../report/text/width.ts';
import { optionPoints } from '../../../engine/deal.ts';
import type { OptionSet } from '../../../engine/option-set.ts';
import { unionOf } from '../../../engine/option-set.ts';
import { choiceSpan, holdsAlone } from '../../../scenario/format/choice.ts';
import { tellingOptions, worthAt, worthRange } from '../../../scenario/format/worth.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { hasUnvalued } from '../../../scenario/unvalued.ts';
import { optionStandsIn, standInFigure } from '../../../report/view/unvalued.ts';
import { lockId, locksOf } from '../../../scenario/edit/locks.ts';
import type { Subject } from '../../live/question.ts';

export interface Stake {
  /** 0..100 as the file has it, or points of a score sheet; null where the party leaves the issue out. */
  readonly value: number | null;
  /** 0..100 between the party's worst and best option of the issue, for the shade; null where it has no stake. */
  readonly level: number | null;
  /** The value in few columns: "75", "0.92", "1.2m", "?50" where it only stands in; empty where there is none. */
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
  const { problem } = compiled;
  const added = optionPoints(problem, problem.parties[party]!, issue, option);
  const standsIn = optionStandsIn(scenario, party, issue, option);
  const worth = worthText(added, digitsOf(of, party), standsIn);
  const redLine = redLinesOn(scenario, party, issue, option).length > 0;
  const own = preferences.issues[issue]!;
  const { value: stated, unknown } = worthAt(scenario.issues[issue]!, own, option);
  const figure = (text: string): string => standInFigure(text, unknown !== undefined);
  const value = own.mentioned ? stated : null;
  if (preferences.form === 'weights') {
    return { value, level: value, figure: value === null ? '' : figure(tightPoints(value, TENTHS)), worth, redLine };
  }
  const { least, most } = worthRange(scenario.issues[issue]!, own);
  const level = most === least ? null : ((stated - least) / (most - least)) * 100;
  return {
    value,
    level,
    figure: value === null ? '' : figure(tightPoints(value, digitsOf(of, party))),
    worth,
    redLine,
  };
}

/** Columns of the points beside a value. */
export const WORTH = 5;

function worthText(added: number, digits: Digits, standsIn: boolean): string {
  const text = standInFigure(points(added, digits), standsIn);
  return text.length > WORTH ? standInFigure(tightPoints(added, digits), standsIn) : text;
}

const FIGURE = 3;
const WIDTHS = new WeakMap<Subject['scenario'], number>();

/** Columns that hold every figure of the scenario, at least 3; one more for the sign of a number that stands in. */
export function figureWidth(of: Subject): number {
  const known = WIDTHS.get(of.scenario);
  if (known !== undefined) return known;
  const { issues, parties } = of.scenario;
  const width = Math.max(
    FIGURE,
    ...parties.flatMap(({ preferences }, party) => {
      if (preferences.form === 'weights') return [];
      const digits = digitsOf(of, party);
      return preferences.issues.flatMap((own, issue) =>
        tellingOptions(issues[issue]!, own).map((option) => {
          return tightPoints(worthAt(issues[issue]!, own, option).value, digits).length;
        }),
      );
    }),
  );
  const whole = width + Number(hasUnvalued(of.scenario));
  WIDTHS.set(of.scenario, whole);
  return whole;
}

/** Ids of the party's red lines that the option crosses whatever else is in the deal. */
function redLinesOn({ parties, issues }: Scenario, party: number, issue: number, option: number): string[] {
  const own = issues[issue]!;
  const crossed = parties[party]!.redLines.filter(({ when }) => holdsAlone(when, own, option));
  return crossed.map((line) => line.id);
}

/** Who forbids the option by itself: red lines as "russia.all-donbas", rules of the scenario, and a lock. */
export function forbiddenBy(scenario: Scenario, issue: number, option: number): string[] {
  const own = scenario.issues[issue]!;
  const { id } = own;
  const lines = scenario.parties.flatMap((party, k) =>
    redLinesOn(scenario, k, issue, option).map((line) => `${party.id}.${line}`),
  );
  const rules = scenario.rules.flatMap((rule) =>
    rule.kind === 'forbid' && rule.id !== lockId(id) && holdsAlone(rule.forbid, own, option) ? [`rule ${rule.id}`] : [],
  );
  return [...lines, ...rules].map(oneLine);
}

/** The options that a lock leaves allowed; null where the issue is not locked. */
export function allowedOptions(scenario: Scenario, issue: number): OptionSet | null {
  const own = scenario.issues[issue]!;
  const lock = locksOf(scenario).find((candidate) => candidate.issue === own.id);
  return lock === undefined ? null : unionOf(lock.options.flatMap((choice) => choiceSpan(own, choice) ?? []));
}
