/** What comes of a scenario along its dates, and whose change of position moved the window. */
import { compileProblem } from '../../compile/compile.ts';
import type { OutcomeOptions } from '../../engine/sensitivity/outcome.ts';
import { counted } from '../../report/text/number.ts';
import type { StageOutcome, StagesCase } from './case.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { applyStage } from '../../scenario/edit/stage.ts';
import type { Crew } from '../crew.ts';

export interface AlongDates {
  /** The positions of the file first, then the stages in the order of the scenario. */
  readonly stages: readonly StageOutcome[];
  readonly moves: NonNullable<StagesCase['moves']>;
}

/**
 * The positions of the file and those of every stage that can be reached from there, each with `changed` made to it.
 */
export async function askStages(
  file: Scenario,
  changed: (positions: Scenario) => Scenario,
  options: OutcomeOptions,
  crew: Crew,
): Promise<AlongDates> {
  const rows = positionsOf(file).map((row) => {
    const scenario = changed(row.positions);
    return { ...row, scenario, compiled: compileProblem(scenario) };
  });
  const found = await crew.run<'stage'>(
    rows.map(({ since, compiled: { problem } }) => ({
      kind: 'stage',
      problem,
      before: since === null ? null : rows[since]!.compiled.problem,
      options,
    })),
    (told) => {
      const done = told.filter((word) => word !== null).length;
      return { text: `${done} of ${counted(rows.length, 'stage')}`, share: done / rows.length };
    },
  );
  return {
    stages: rows.map(({ scenario, compiled, date, title }, k) => ({
      scenario,
      compiled,
      date,
      title,
      outcome: found[k]!.outcome,
    })),
    moves: {
      solution: options.solution,
      byStage: rows.map(({ since }, k) => {
        const { step } = found[k]!;
        return since === null || step === null ? null : { since, step };
      }),
    },
  };
}

interface Row {
  readonly positions: Scenario;
  /** Number of the row that it builds on; null for the positions of the file. */
  readonly since: number | null;
  readonly date: string | null;
  readonly title: string;
}

function positionsOf(file: Scenario): readonly Row[] {
  const at = file.stages.find(({ id }) => id === file.stage);
  const { date, title } = at ?? { date: file.asOf ?? null, title: 'positions of the file' };
  const start: Row = { positions: file, since: null, date, title };
  const rows: Row[] = [start];
  for (const stage of file.stages) {
    const reached = applyStage(file, stage.id);
    if (!reached.ok || stage.id === file.stage) continue;
    const since = rows.findIndex(({ positions }) => positions.stage === stage.after);
    rows.push({ positions: reached.scenario, since: Math.max(0, since), date: stage.date, title: stage.title });
  }
  return rows;
}
