/**
 * Stages: names in their changes, what they build on, and the positions they lead to.
 */
import { checkBargaining } from './check-bargaining.ts';
import type { Checker } from './checker.ts';
import { checkDistinct, checkIssue, checkParty, checkSources } from './checker.ts';
import { checkAdjustments, checkRedLines } from './check-party.ts';
import { checkBeside, checkCurve, checkNumbers } from './check-values.ts';
import type { Path } from '../finding.ts';
import type { Part } from './parts.ts';
import { partsAt } from './parts.ts';
import type { Scenario } from '../scenario.ts';
import { stageHeadSchema } from '../format/schema-party.ts';
import type { PartyChange, StageBody, StageHead } from '../format/schema-party.ts';
import { applyChanges } from '../edit/stage.ts';
import { quote, unknownName } from '../suggest.ts';

/** The list of stages: their ids, and what they build on. */
export function checkStageList(checker: Checker): void {
  const stages = partsAt(checker.data, ['stages'], stageHeadSchema);
  checkDistinct(
    checker,
    'stage',
    stages.map(({ path, value }) => ({ path, id: value.id })),
  );
  checkOrder(checker, stages);
}

/**
 * What a stage changes, as far as its text alone can be judged; `path` leads to the block with `change` in it, and `body` is
 * what was read there.
 */
export function checkStageBody(checker: Checker, path: Path, body: StageBody | null): void {
  checkBargaining(checker, [...path, 'bargaining']);
  if (body === null) return;
  checkSources(checker, path, body);
  for (const [party, change] of Object.entries(body.change)) {
    checkParty(checker, [...path, 'change', party], party, { at: 'key' });
    checkChange(checker, [...path, 'change', party], change);
  }
}

/** Where the faults of a stage's changes are said. */
export interface StagePlace {
  readonly checker: Checker;
  readonly path: Path;
}

/** What shows only when the changes are made: positions after a stage that cannot be. `places`: by stage. */
export function checkPositions(places: readonly StagePlace[], scenario: Scenario): void {
  const reached = new Map<string | null, Scenario>([[null, scenario]]);
  const waiting = new Set(scenario.stages);
  // Stages need not stand in the order they build on each other: each round takes those whose base is reached.
  for (let before = -1; before !== waiting.size;) {
    before = waiting.size;
    for (const stage of waiting) {
      const base = reached.get(stage.after);
      if (base === undefined) continue;
      waiting.delete(stage);
      const { scenario: next, faults } = applyChanges(base, stage);
      const place = places[scenario.stages.indexOf(stage)]!;
      for (const fault of faults) place.checker.complain([...place.path, ...fault.path], fault.message);
      if (faults.length === 0) reached.set(stage.id, next);
    }
  }
}

/** The names in one party's change. */
export function checkChange(checker: Checker, path: Path, change: PartyChange): void {
  for (const key of ['disagreement', 'reservation', 'aspiration', 'firmness'] as const) {
    const entry = change[key];
    if (entry) checkSources(checker, [...path, key], entry);
  }
  for (const [issue, entry] of Object.entries(change.issues)) {
    const place = [...path, 'issues', issue];
    if (!checkIssue(checker, place, issue)) continue;
    checkSources(checker, place, entry);
    if (entry.weight) checkSources(checker, [...place, 'weight'], entry.weight);
    if (entry.values && entry.value !== undefined) checkBeside(checker, place, issue, entry.values);
    else if (entry.values) checkNumbers(checker, [...place, 'values'], issue, entry.values);
    if (entry.score) checkCurve(checker, [...place, 'score'], issue, entry.score, false);
    if (entry.scores) checkNumbers(checker, [...place, 'scores'], issue, entry.scores);
    if (entry.value !== undefined)
      checkCurve(checker, [...place, 'value'], issue, { ...entry.value, clip: entry.clip ?? false }, true);
  }
  checkRedLines(checker, [...path, 'redLines']);
  checkAdjustments(checker, [...path, 'adjustments']);
}

function checkOrder(checker: Checker, stages: readonly Part<StageHead>[]): void {
  const ids = checker.names.stages;
  if (ids === null) return;
  const byId = new Map(stages.map((stage) => [stage.value.id, stage]));
  const baseOf = (stage: Part<StageHead>) => stage.value.after ?? ids[Number(stage.key) - 1] ?? null;
  const inReportedCycle = new Set<string>();
  for (const stage of stages) {
    const after = [...stage.path, 'after'];
    const base = baseOf(stage);
    if (base === null) continue;
    if (!ids.includes(base)) {
      checker.complain(after, unknownName('stage', base, ids));
      continue;
    }
    const cycle = cycleFrom(stage.value.id, (id) => {
      const next = byId.get(id);
      return next === undefined ? null : baseOf(next);
    });
    if (cycle !== null && !cycle.some((id) => inReportedCycle.has(id))) {
      for (const id of cycle) inReportedCycle.add(id);
      checker.complain(after, `stages build on each other in a circle: ${[...cycle, stage.value.id].join(' -> ')}`);
    }
    const earlier = byId.get(base)?.value;
    if (cycle === null && earlier !== undefined && stage.value.date < earlier.date) {
      const message = `${stage.value.date} is before ${earlier.date}, the date of ${quote(base)} that it builds on`;
      checker.complain([...stage.path, 'date'], message);
    }
  }
}

/** The stages from this one back to itself, or null when it is in no circle. */
function cycleFrom(start: string, baseOf: (id: string) => string | null): string[] | null {
  const seen: string[] = [];
  for (let id: string | null = start; id !== null && !seen.includes(id); id = baseOf(id)) {
    seen.push(id);
    if (baseOf(id) === start) return seen;
  }
  return null;
}
