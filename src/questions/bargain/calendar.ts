/** Rounds along the dates of a scenario: the day of each, and whose positions hold from when on. */
import { compileProblem } from '../../compile/compile.ts';
import { applyStage } from '../../scenario/edit/stage.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { InputError } from '../input-error.ts';
import type { OpenCase } from '../question.ts';
import type { Period } from './case.ts';

const DAY = 86_400_000;

/** The day of each round, evenly from the first to the last; null where none were asked for. @throws InputError */
export function daysOf(
  { file }: Pick<OpenCase, 'file'>,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  rounds: number,
): readonly string[] | null {
  if (from === undefined) return null;
  const last =
    to ??
    file.stages
      .map(({ date }) => date)
      .toSorted()
      .at(-1);
  if (last === undefined)
    throw new InputError(['error: the scenario has no stages; say with --to when the last round is']);
  if (last < from) throw new InputError([`error: --to: ${last} is before ${from}, the day of the first round`]);
  const [first, span] = [Date.parse(from), (Date.parse(last) - Date.parse(from)) / DAY];
  return Array.from({ length: rounds }, (_, k) => {
    const day = rounds === 1 ? 0 : Math.floor((k * span) / (rounds - 1));
    return new Date(first + day * DAY).toISOString().slice(0, 10);
  });
}

/** One period for each stretch of rounds with the same positions. */
export function periodsOf(
  { file, changed }: Pick<OpenCase, 'file' | 'changed'>,
  days: readonly string[],
): readonly Period[] {
  const periods: Period[] = [];
  let held: string | null | undefined;
  for (const [k, date] of days.entries()) {
    const stage = stageOn(file, date);
    if (stage === held) continue;
    held = stage;
    const reached =
      stage === file.stage || stage === null ? { ok: true as const, scenario: file } : applyStage(file, stage);
    if (!reached.ok) throw new InputError([`error: ${reached.message}`]);
    const scenario = changed(reached.scenario);
    periods.push({ fromRound: k + 1, date, scenario, compiled: compileProblem(scenario) });
  }
  return periods;
}

/** The latest stage on or before a day, of several on one day the last in the list; null: the positions of the file. */
function stageOn({ stages, stage }: Scenario, day: string): string | null {
  const early = stages.filter(({ date }) => date <= day);
  return early.findLast(({ date }) => early.every((other) => other.date <= date))?.id ?? stage;
}
