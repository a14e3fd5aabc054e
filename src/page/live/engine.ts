/**
 * The engine behind a page: the scenario of the file with what the reader has turned, asked the same questions in the
 * same way as the commands do. Runs wherever there is JavaScript; a page runs it in workers.
 */
import { compileDraft, compileProblem } from '../../compile/compile.ts';
import { runHere } from '../../jobs/job.ts';
import type { AnswerOf, JobOf, Kind } from '../../jobs/job.ts';
import { TIES } from '../../questions/budgets.ts';
import { draftsApart, standpoints, withDrafts } from '../../questions/own-date.ts';
import type { Crew } from '../../questions/crew.ts';
import type { Asker, OpenCase } from '../../questions/question.ts';
import { spaceSize } from '../../engine/problem.ts';
import type { SingleEdit } from '../../scenario/edit/edit.ts';
import { applyEdit, withEdits } from '../../scenario/edit/edit.ts';
import { overlayText } from '../../scenario/save/overlay-text.ts';
import { describeEdit } from '../../scenario/edit/describe-edit.ts';
import type { Assumption, Setting } from '../../report/case.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { glanceAnswer } from '../answer.ts';
import { askWhole, focusOf } from '../ask-whole.ts';
import type { PageAnswer } from '../content.ts';

/** What a page carries beside its words. */
export interface Carried {
  /** As read, before any stage or change. */
  readonly file: Scenario;
  /** What was asked for when the page was written: a stage, numbers that were set, red lines set aside. */
  readonly start: readonly SingleEdit[];
  readonly command: string;
  readonly version: string;
}

const HERE: Crew = {
  run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job): AnswerOf<K> => runHere(job))),
};
const ASKER: Asker = { patience: 'screen', crewFor: () => HERE };

type DropLine = Extract<SingleEdit, { readonly kind: 'dropRedLine' }>;

export class PageEngine {
  readonly #carried: Carried;

  constructor(carried: Carried) {
    this.#carried = carried;
  }

  /** What can be said before anything is counted. */
  glance(edits: readonly SingleEdit[]): PageAnswer {
    const opened = this.#open(edits);
    const { scenario, compiled } = opened;
    const { problem } = compiled;
    const draftsAt = standpoints(opened, 'own').drafts;
    const apart = draftsAt.map((at) => at !== null);
    const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
    const own = draftsApart(draftsAt, drafts);
    const options = { drafts, apart, coalition: null, ties: TIES.screen };
    const near = runHere<'glance'>({ kind: 'glance', problem, options });
    const glance = withDrafts(near, apart, runHere<'glanceDrafts'>({ kind: 'glanceDrafts', drafts: own }));
    const asked = { ...opened, answer: { space: spaceSize(problem) } };
    return glanceAnswer(asked, glance, focusOf(opened, this.#carried.command));
  }

  /** The same with counts, drafts and the frontier. */
  whole(edits: readonly SingleEdit[]): Promise<PageAnswer> {
    return askWhole(this.#open(edits), this.#carried.command, ASKER);
  }

  /** An overlay that gives the scenario as it was turned, standing on what it calls `baseName`. */
  overlay(edits: readonly SingleEdit[], baseName: string): string {
    return overlayText(this.#carried.file, this.#open(edits).scenario, { baseName });
  }

  /** Of these edits, those that can be made one after the other. */
  possible(edits: readonly SingleEdit[]): readonly SingleEdit[] {
    const { file, start } = this.#carried;
    let scenario = withEdits(file, start, file);
    return edits.filter((edit) => {
      const made = applyEdit(scenario, edit, file);
      if (made.ok) scenario = made.scenario;
      return made.ok;
    });
  }

  /** The case as a command opens it, with what was turned said as assumptions and settings. */
  #open(edits: readonly SingleEdit[]): OpenCase {
    const { file, start, version } = this.#carried;
    const changes = [...start, ...edits].filter(({ kind }) => kind !== 'stage');
    const before = withEdits(
      file,
      start.filter(({ kind }) => kind === 'stage'),
      file,
    );
    const scenario = withEdits(before, changes, file);
    return {
      file,
      scenario,
      compiled: compileProblem(scenario),
      assumptions: changes.flatMap((edit) => (edit.kind === 'dropRedLine' ? lineNamed(before, edit) : [])),
      settings: changes.flatMap((edit) => (edit.kind === 'dropRedLine' ? [] : [settingOf(before, edit)])),
      changed: (positions) => withEdits(positions, changes, file),
      warnings: [],
      version,
    };
  }
}

function lineNamed({ parties }: Scenario, { party: id, redLine }: DropLine): readonly Assumption[] {
  const party = parties.find((each) => each.id === id);
  const line = party?.redLines.find((each) => each.id === redLine);
  return party === undefined || line === undefined ? [] : [{ party, redLine: line }];
}

function settingOf(before: Scenario, edit: SingleEdit): Setting {
  return { path: edit.kind, value: '', edit, words: describeEdit(before, edit) };
}
