/** Shipped scenarios and random edits of them, for properties. */
import fc from 'fast-check';
import type { ScenarioEdit, SingleEdit } from '../../../src/scenario/edit/edit.ts';
import { formatFinding } from '../../../src/scenario/finding.ts';
import type { History } from '../../../src/scenario/edit/history.ts';
import { record, startHistory } from '../../../src/scenario/edit/history.ts';
import type { Loaded } from '../../../src/scenario/read/load.ts';
import { loadScenario, parseScenarioText } from '../../../src/scenario/read/load.ts';
import { locksOf } from '../../../src/scenario/edit/locks.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { chosen } from '../../runs.ts';
import { loadedShipped } from '../../shipped.ts';
import { CONDITIONAL, MIXED, SCENARIO, TYPED } from '../support.ts';
import { optionIds } from '../../../src/scenario/format/options.ts';

/** The short version of the headline has all that the long one has, and is read in a third of the time. */
export const SHIPPED: readonly string[] = chosen(
  ['ukraine-2025', 'ukraine-2025-short', 'quarry-dispute', 'lease', 'first-five-minutes'],
  (name) => name !== 'ukraine-2025',
);

export function loaded(path: string): Loaded {
  const result = loadScenario(path);
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'));
  return result;
}

export function loadedText(text: string): Loaded {
  const result = parseScenarioText(text, 'scenario.yaml');
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'));
  return result;
}

/** Conditions under `needs: all`, an issue one party leaves out, and scores with ranges. */
export const CONDITIONS = `winset: 1
title: Conditions
sources: { s: { note: n } }
parties:
  a:
    name: A
    disagreement: 10
    aspiration: 90
    issues:
      x: { weight: 3, values: { p: 0, q: { value: 50, low: 40, high: 60 }, r: 100 }, confidence: stated }
  b:
    name: B
    disagreement: 1
    reservation: { value: 2, low: 1.5, high: 4, why: 'said so', sources: [s] }
    issues:
      x: { scores: { p: 0.1, q: { value: 2.5, low: 2, high: 3, confidence: reported }, r: 0 } }
      y: { scores: { 1: 3, 2: 0, no: 7 } }
    redLines: [{ id: one, when: { x: p } }, { id: two, when: { x: [q, r], y: 1 } }]
  c:
    name: C
    disagreement: 0
    issues:
      y: { weight: 1, value: 40 * x, values: { no: 3 } }
issues:
  - { id: x, title: X, options: [{ id: p }, { id: q }, { id: r }] }
  - { id: y, title: Y, range: { from: 1, to: 2, step: 1 }, options: [{ id: no }] }
rules:
  - { id: lock-x, forbid: { x: p }, why: Mine. }
  - { id: r, if: { x: q }, then: { y: [1, no] }, why: Because. }
consent:
  conditional:
    - { party: b, when: { x: [p, q] }, why: First. }
    - { party: b, when: { y: 1 } }
    - { party: c, when: { x: p } }
    - { party: b, when: { x: [p, q] } }
drafts:
  d: { title: D, clauses: { y: no } }
bargaining:
  rounds: { value: 12, why: A dozen. }
  patience: { b: 0.97, c: { value: 1/3, sources: [s] } }
  strategies: { a: boulware:8, b: { kind: conceder, exponent: { value: 0.5, low: 0.25 }, why: Idle. } }
stages:
  - { id: s1, date: 2025-01-01, title: One, bargaining: { patience: { a: 0.5 } }, change: { b: { redLines: [{ id: one, when: { y: no } }], adjustments: [{ when: { x: p }, add: 2 }] } } }
  - { id: s2, date: 2025-01-02, title: Two, change: { a: { disagreement: 12, issues: { y: { weight: 1, value: 10 * x, values: { no: 5 } } } } } }
`;

/** Every scenario that the properties look at. */
export const MATERIAL: readonly { readonly name: string; readonly load: () => Loaded }[] = [
  ...SHIPPED.map((name) => ({ name, load: () => loadedShipped(name) })),
  { name: 'small', load: () => loadedText(SCENARIO) },
  { name: 'mixed', load: () => loadedText(MIXED) },
  { name: 'conditions', load: () => loadedText(CONDITIONS) },
  { name: 'conditional', load: () => loadedText(CONDITIONAL) },
  { name: 'typed', load: () => loadedText(TYPED) },
];

/** One edit, most of them possible. */
export function singleEdit(scenario: Scenario, stages: boolean): fc.Arbitrary<SingleEdit> {
  const party = fc.constantFrom(...scenario.parties.map(({ id }) => id));
  const issue = fc.constantFrom(...scenario.issues.map(({ id }) => id));
  const number = fc.oneof(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 1000 }).map((n) => n / 10),
  );
  const place = fc.constantFrom(
    ...scenario.issues.flatMap((own) => optionIds(own).map((option) => ({ issue: own.id, option }))),
  );
  const redLine = fc.constantFrom('none', ...scenario.parties.flatMap(({ redLines }) => redLines.map(({ id }) => id)));
  const lock = fc
    .constantFrom(...scenario.issues)
    .chain((own) =>
      fc
        .subarray([...optionIds(own)], { minLength: 1 })
        .map((options) => ({ kind: 'lock' as const, issue: own.id, options })),
    );
  const draft = fc
    .tuple(
      fc.constantFrom('mine', '7', ...scenario.drafts.map(({ id }) => id)),
      fc.uniqueArray(place, { selector: (clause) => clause.issue, maxLength: 5 }),
    )
    .map(([id, clauses]) => ({ kind: 'draft' as const, draft: { id, title: "It's: a # draft", clauses } }));
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('weight' as const), party, issue, value: number }) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(party, place, number)
        .map(([who, at, value]) => ({ kind: 'value' as const, party: who, ...at, value })),
    },
    fc.record({ kind: fc.constant('scale' as const), party, issue, factor: fc.constantFrom(0, 0.5, 1.1, 3) }),
    fc.record({
      kind: fc.constantFrom('disagreement' as const, 'reservation' as const, 'aspiration' as const),
      party,
      value: number,
    }),
    fc.record({ kind: fc.constant('dropRedLine' as const), party, redLine }),
    fc
      .tuple(party, redLine, fc.uniqueArray(place, { selector: (clause) => clause.issue, minLength: 1, maxLength: 2 }))
      .map(([who, id, clauses]) => ({
        kind: 'redLine' as const,
        party: who,
        redLine: { id, when: clauses.map(({ issue: own, option }) => ({ issue: own, options: [option] })) },
      })),
    fc.record({ kind: fc.constant('dropConsent' as const), index: fc.nat(4) }),
    lock,
    fc.record({ kind: fc.constant('unlock' as const), issue }),
    draft,
    fc.record({
      kind: fc.constant('patience' as const),
      party,
      value: fc.constantFrom(0, 0.5, 0.9, 0.97, 1, 2),
    }),
    fc.record({
      kind: fc.constant('strategy' as const),
      party,
      strategy: fc.constantFrom('boulware', 'boulware:8', 'linear', 'averaged-tit-for-tat:2', 'micro:1'),
    }),
    fc.record({ kind: fc.constant('rounds' as const), value: fc.constantFrom(0, 12, 40) }),
    fc.record({ kind: fc.constant('protocol' as const), protocol: fc.constantFrom('single-text', 'none') }),
    fc.shuffledSubarray(scenario.parties.map(({ id }) => id)).map((order) => ({ kind: 'order' as const, order })),
    ...(stages && scenario.stages.length > 0
      ? [
          fc.record({
            kind: fc.constant('stage' as const),
            stage: fc.constantFrom(...scenario.stages.map(({ id }) => id)),
          }),
        ]
      : []),
  );
}

export function someEdits(scenario: Scenario, stages = true): fc.Arbitrary<ScenarioEdit[]> {
  const single = singleEdit(scenario, stages);
  const several = fc
    .array(single, { maxLength: 3 })
    .map((edits): ScenarioEdit => ({ kind: 'several' as const, edits }));
  return fc.array(fc.oneof({ weight: 6, arbitrary: single }, several), { maxLength: 12 });
}

/** The history of those edits that can be made. */
export function historyOf(scenario: Scenario, edits: readonly ScenarioEdit[]): History {
  let history = startHistory(scenario);
  for (const edit of edits) {
    const next = record(history, edit);
    if (next.ok) history = next.history;
  }
  return history;
}

/** What must be the same of two scenarios but for their hash. */
export function locksAndDrafts(scenario: Scenario): unknown {
  return { locks: locksOf(scenario), drafts: scenario.drafts, stage: scenario.stage, bargaining: scenario.bargaining };
}
