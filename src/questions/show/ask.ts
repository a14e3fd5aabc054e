/** What a path leads to, as it stands and along the dates: read off the files, nothing is solved. */
import { dequal } from 'dequal';
import type { z } from 'zod';
import { spaceSize } from '../../engine/problem.ts';
import type { Case } from '../../report/case.ts';
import { applyStage } from '../../scenario/edit/stage.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Place } from '../paths.ts';
import { placesAt } from '../paths.ts';
import type { OpenCase } from '../question.ts';
import type { Facts } from './facts.ts';
import { factsOf } from './facts.ts';
import type { showOptions } from './question.ts';

export interface ShowCase extends Omit<Case, 'answer' | 'seed'> {
  readonly answer: { readonly space: bigint };
  readonly path: string;
  /** Everything that the path can mean. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly place: Place;
  readonly facts: Facts;
  /** The positions of the file first, then each stage at which it is not what it was at the one before it. */
  readonly history: readonly Moment[];
}

export interface Moment {
  readonly scenario: Scenario;
  /** The positions that the stage builds on; null for those of the file. */
  readonly before: Scenario | null;
  /** Null for positions of the file without a date. */
  readonly date: string | null;
  readonly facts: Facts;
}

export function askShow(opened: OpenCase, { path }: z.output<typeof showOptions>): Promise<ShowCase> {
  const { scenario, compiled } = opened;
  const entries = placesAt(scenario, path).map((place) => ({
    place,
    facts: factsOf(scenario, place),
    history: historyOf(opened, place),
  }));
  return Promise.resolve({ ...opened, answer: { space: spaceSize(compiled.problem) }, path, entries });
}

/** Along the stages in the order of the file, each held against the one that it builds on. */
function historyOf({ file, changed }: OpenCase, place: Place): readonly Moment[] {
  const momentOf = (scenario: Scenario, before: Scenario | null, date: string | null): Moment => ({
    scenario,
    before,
    date,
    facts: factsOf(scenario, place),
  });
  const start = file.stages.find(({ id }) => id === file.stage);
  const first = momentOf(changed(file), null, start?.date ?? file.asOf ?? null);
  const reached = new Map<string | null, Moment>([[file.stage, first]]);
  for (const stage of file.stages) {
    const edit = stage.id === file.stage ? null : applyStage(file, stage.id);
    if (edit === null || !edit.ok) continue;
    const before = reached.get(stage.after) ?? first;
    reached.set(stage.id, momentOf(changed(edit.scenario), before.scenario, stage.date));
  }
  return [...reached.values()].filter(({ before, facts }) => before === null || !dequal(factsOf(before, place), facts));
}
