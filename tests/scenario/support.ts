/** A small valid scenario as text, and the ways tests break and read it. */
import { formatFinding } from '../../src/scenario/finding.ts';
import { parseScenarioText } from '../../src/scenario/read/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

export const SCENARIO = `winset: 1
title: Test
sources:
  press: { outlet: Press }
parties:
  us:
    name: United States
    disagreement: 20
    reservation: 30
    issues:
      cap: { weight: 3, values: { low: 0, mid: 50, high: 100 } }
      rent: { weight: 1, value: x / 2 }
    redLines:
      - { id: no-high, when: { cap: high } }
  ua:
    name: Ukraine
    disagreement: 10
    issues:
      cap: { weight: 3, values: { low: 100, mid: 50, high: 0 } }
      rent: { weight: 1, values: { 0: 100, 100: 50, 200: 0 } }
issues:
  - id: cap
    title: Cap
    options: [{ id: low }, { id: mid }, { id: high }]
  - id: rent
    title: Rent
    range: { from: 0, to: 200, step: 100 }
rules:
  - { id: r1, forbid: { cap: low, rent: 200 }, why: Because. }
consent:
  needs: all
drafts:
  d1: { title: Draft, clauses: { cap: mid } }
stages:
  - { id: s1, date: 2025-01-01, title: One, change: { us: { reservation: 35 } } }
  - { id: s2, date: 2025-01-02, title: Two, change: { ua: { issues: { cap: { values: { mid: 60 } } } } } }
`;

/** A valid scenario with an issue that has numbers and named options. */
export const MIXED = `winset: 1
title: Forces
sources:
  press: { outlet: Press }
parties:
  us:
    name: United States
    disagreement: 20
    issues:
      cap: { weight: 3, value: 100 - x / 10, values: { none: 5, later: { value: 40, low: 30, sources: [press] } } }
    redLines:
      - { id: capped, when: { cap: [900, none] } }
    adjustments:
      - { when: { cap: 600 }, add: 2 }
  ua:
    name: Ukraine
    disagreement: 10
    issues:
      cap: { weight: 1, values: { 600: 0, 700: 20, 800: 40, 900: 60, none: 100, later: 50 } }
  eu:
    name: Union
    disagreement: 1
    issues:
      cap: { scores: { 600: 1, 700: 2, 800: 3, 900: 4, none: 9, later: 5 } }
issues:
  - id: cap
    title: Cap
    unit: thousand
    range: { from: 600, to: 900, step: 100 }
    options: [{ id: none, label: no cap }, { id: later, sources: [press] }]
  - id: other
    title: Other
    options: [{ id: a }]
rules:
  - { id: r1, forbid: { cap: [none, 600] }, why: Because. }
drafts:
  d1: { title: Number, clauses: { cap: 800 } }
  d2: { title: Name, clauses: { cap: none } }
stages:
  - { id: s1, date: 2025-01-01, title: One, change: { us: { reservation: 25 } } }
`;

/** A valid scenario with issues that arise only in some deals. */
export const CONDITIONAL = `winset: 1
title: Fund
parties:
  a:
    name: A
    disagreement: 10
    reservation: 20
    firmness: { value: 1, low: -4, high: 6 }
    issues:
      fund: { weight: 2, value: x }
      share: { weight: 1, values: { half: 100, none: 0 } }
      audit: { weight: 1, value: x * 30, values: { no: 5 } }
    redLines:
      - { id: empty, when: { fund: 0 }, holds: { value: 0.7, low: 0.5, high: 0.9 } }
      - { id: unasked, when: { share: not-applicable }, holds: 0.2 }
  b:
    name: B
    disagreement: 0
    issues:
      fund: { scores: { 0: 10, 50: 4, 100: 0 } }
      share: { scores: { half: 0, none: 3 } }
issues:
  - { id: fund, title: Fund, range: { from: 0, to: 100, step: 50 } }
  - { id: share, title: Share, only: { fund: [50, 100] }, options: [{ id: half }, { id: none }] }
  - { id: audit, title: Audit, only: { share: half, fund: 100 }, range: { from: 1, to: 2, step: 1 }, options: [{ id: no }] }
rules:
  - { id: r, if: { audit: 'no' }, then: { share: half }, why: Because. }
drafts:
  empty: { title: Nothing, clauses: { fund: 0 } }
  open: { title: Open, clauses: { fund: 100 } }
  said: { title: Said, clauses: { share: not-applicable } }
stages:
  - { id: s1, date: 2025-01-01, title: One, change: { b: { issues: { audit: { scores: { 1: 2, 2: 1, no: 0 } } } } } }
`;

/** A valid scenario with names as people type them: no ids of their own, any signs, any script. */
export const TYPED = `winset: 1
title: Job offer
parties:
  the firm:
    name: Firm & Co
    disagreement: 0
    issues:
      Salary: { scores: { $60000: -6, "$58,000": -4.5, 'x=1;y': 0 } }
      "Bonus, in all": { scores: { 10%: 0, '+5%': 1, -5%: 2, '?': 3, "a: b": 4 } }
      День: { score: x / 2, scores: { Да: 3, "no # day": 4, "it's": 1, '{never}': 0, '- x': 2, '"so"': 1 } }
    redLines: [{ id: no Sunday, when: { День: [1..2, Да], Salary: $60000 } }]
  работник:
    name: Worker
    disagreement: 0
    issues:
      Salary: { weight: 2, values: { $60000: 6, "$58,000": 4.5, 'x=1;y': 0 } }
      "Bonus, in all": { weight: 1, values: { 10%: 100, '+5%': 50, -5%: 20, '?': 0, "a: b": 4 } }
issues:
  - { title: Salary, options: [$60000, "$58,000", { id: 'x=1;y', label: by agreement }] }
  - { title: "Bonus, in all", options: [10%, +5%, { label: -5% }, '?', "a: b"] }
  - { title: День, range: { from: 1, to: 3, step: 1 }, options: [Да, "no # day", "it's", '{never}', '- x', '"so"'] }
rules:
  - { id: "rule: one", forbid: { Salary: 'x=1;y', "Bonus, in all": [10%, -5%] }, why: Because. }
drafts:
  d 1: { title: Draft, clauses: { Salary: "$58,000", День: '- x' } }
stages:
  - { id: s 1, date: 2025-01-01, title: One, change: { the firm: { reservation: 1, issues: { Salary: { scores: { 'x=1;y': 2 } } } } } }
`;

/** The text with one piece replaced; the piece must be there. */
export function edited(piece: string, replacement: string, text: string = SCENARIO): string {
  if (!text.includes(piece)) throw new Error(`not in the text: ${piece}`);
  return text.replace(piece, () => replacement);
}

/** Every finding of a text as lines, or 'valid'. */
export function verdict(text: string): string {
  const result = parseScenarioText(text, 'test.yaml');
  return result.ok ? 'valid' : result.findings.map(formatFinding).join('\n');
}

/** The verdict on the valid scenario with one piece replaced. */
export function refusal(piece: string, replacement: string): string {
  return verdict(edited(piece, replacement));
}

export function scenarioOf(text: string): Scenario {
  const result = parseScenarioText(text, 'test.yaml');
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'));
  return result.scenario;
}
