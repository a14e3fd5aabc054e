/**
 * Drafts at their own date: a text is held against the positions of the day it is from, not those of another day.
 */
import { compileProblem } from '../compile/compile.ts';
import type { DraftGlance } from '../engine/draft/glance-draft.ts';
import type { DraftApart, Glance, ZoneGlance } from '../engine/glance.ts';
import type { DraftStandpoint } from '../report/case.ts';
import { ownStage } from '../scenario/edit/own-stage.ts';
import { applyStage } from '../scenario/edit/stage.ts';
import type { Draft } from '../scenario/scenario.ts';
import { atStage } from './choose.ts';
import type { DraftsAt } from './common.ts';
import type { OpenCase } from './question.ts';

/** The positions that drafts are held against, where they are not those of the case: null where they are. */
export interface Standpoints {
  readonly drafts: readonly (DraftStandpoint | null)[];
  /** Of no deal, where the scenario gives it a name. */
  readonly noDeal: DraftStandpoint | null;
}

/** Red lines that are set aside in the case are set aside at other dates as well. */
export function standpoints(of: OpenCase, at: DraftsAt): Standpoints {
  const { scenario, file, changed } = of;
  const made = new Map<string | null, DraftStandpoint | null>();
  const standing = (stage: string | null): DraftStandpoint | null => {
    if (stage === scenario.stage) return null;
    const known = made.get(stage);
    if (known !== undefined) return known;
    const reached = stage === null ? { ok: true as const, scenario: file } : applyStage(file, stage);
    const positions = reached.ok ? changed(reached.scenario) : null;
    const point = positions === null ? null : { scenario: positions, compiled: compileProblem(positions) };
    made.set(stage, point);
    return point;
  };
  const pointOf = (draft: Pick<Draft, 'date'>): DraftStandpoint | null => {
    const stage = at === 'base' ? undefined : ownStage(file, draft);
    return stage === undefined ? null : standing(stage);
  };
  const { drafts, statusQuo } = scenario;
  return { drafts: drafts.map(pointOf), noDeal: statusQuo === undefined ? null : pointOf(statusQuo) };
}

/** The case by the positions of the draft's own date, where a draft of the scenario is named and no stage is asked for. */
export function atOwnDate(
  of: OpenCase,
  deal: Pick<Draft, 'date'>,
  asked: { readonly draft?: string | undefined; readonly stage?: string | undefined },
): OpenCase {
  const own = asked.draft === undefined || asked.stage !== undefined ? undefined : ownStage(of.file, deal);
  if (typeof own !== 'string') return of;
  const scenario = of.changed(atStage(of.file, own));
  return { ...of, scenario, compiled: compileProblem(scenario) };
}

/** The drafts that are held against another date, with the problem of that date; `points` and `drafts` by draft. */
export function draftsApart(
  points: Standpoints['drafts'],
  drafts: readonly DraftApart['draft'][],
): readonly DraftApart[] {
  return points.flatMap((at, k) => (at === null ? [] : { problem: at.compiled.problem, draft: drafts[k]! }));
}

/** The glance with what is said of the drafts held against another date in its place: by draft, whether it was. */
export function withDrafts<Own>(
  near: Glance,
  apart: readonly boolean[],
  own: readonly Own[],
): ZoneGlance & { readonly drafts: readonly (DraftGlance | Own)[] } {
  const here = [...near.drafts];
  const there = [...own];
  const next = (isApart: boolean): (DraftGlance | Own)[] => (isApart ? there : here).splice(0, 1);
  return { ...near, drafts: apart.flatMap(next) };
}
