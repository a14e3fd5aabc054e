/**
 * A scenario in which everything that a party would keep to itself stands out, in two versions that differ in that alone:
 * whatever another party is told of one it must be told of the other.
 */

/** Texts that only the confidential parts of each version have; the first one is a number. */
export const SECRETS = {
  first: ['61.803', '27.183', 'violet', '0.577', '31.416', 'harvest'],
  second: ['57.721', '16.449', 'orange', '0.915', '42.021', 'autumn'],
} as const;

export function talks(version: keyof typeof SECRETS): string {
  const [value, disagreement, word, patience, later, reason] = SECRETS[version];
  // Not even the party itself is told which of its lines the instructor counts as a bluff.
  const bluff = version === 'first' ? ', bluff: true' : '';
  return `winset: 1
title: Talks on a bridge
summary: Two towns and a county on the two sides of a river.
instructor: Ask after the ${word} debrief.
asOf: 2024-01-01
sources:
  gazette: { title: The gazette, note: ${word} gazette }
parties:
  near:
    name: Upstream
    brief: Own brief of upstream.
    instructor: Upstream means ${word}.
    disagreement: 20
    reservation: 22.5
    issues:
      toll: { weight: 3, value: 100 - x * 10 }
      lanes: { weight: 2, values: { one: 0, two: 70, four: 100 } }
      opening: { weight: 1, values: { day: 30, always: 100 } }
    redLines:
      - { id: no-high-toll, when: { toll: [9, 10] }, why: Own reason of upstream.${bluff} }
  them:
    name: Downstream
    brief: Their ${word} brief.
    instructor: Downstream hides its ${reason}.
    disagreement: { value: ${disagreement}, why: ${reason} }
    reservation: ${later}
    power: ${version === 'first' ? 2 : 3}
    issues:
      toll: { weight: 2.${value.slice(0, 2)}, value: x * 10 }
      lanes: { weight: 1, values: { one: 0, two: ${value}, four: 20 } }
      opening: { weight: 1, values: { day: ${disagreement}, always: ${later} } }
    redLines:
      - { id: ${word}-line, when: { lanes: ${version === 'first' ? 'one' : 'four'} }, why: ${reason} }
    adjustments:
      - { when: { lanes: two, opening: always }, add: ${version === 'first' ? 3.25 : -4.75} }
  county:
    name: County
    disagreement: ${version === 'first' ? 11.25 : 13.75}
    issues:
      toll: { weight: 1, value: 100 - x * ${version === 'first' ? 9 : 7} }
issues:
  - { id: toll, title: Toll, range: { from: 0, to: 10, step: 1 } }
  - id: lanes
    title: Lanes
    options: [{ id: one, label: one }, { id: two, label: two }, { id: four, label: four }]
  - id: opening
    title: Opening hours
    options: [{ id: day, label: by day }, { id: always, label: always }]
rules:
  - { id: wide-bridges-stay-open, if: { lanes: four }, then: { opening: always }, why: The public rule. }
consent:
  needs: { quorum: 2, veto: [near] }
  conditional:
    - { party: county, when: { lanes: four }, why: ${word} county }
drafts:
  mayor:
    title: The paper of the mayor
    date: 2024-02-01
    note: Downstream says no because of its ${word} ${reason}.
    clauses: { toll: 4, lanes: two }
  all-in:
    title: The whole text
    clauses: { toll: 6, lanes: two, opening: day }
stages:
  - id: spring
    date: 2024-03-20
    title: After the flood
    why: Downstream has ${reason} in mind.
    change:
      near: { reservation: 25, redLines: [{ id: no-free-bridge, when: { toll: 0 }${bluff} }] }
      them: { reservation: { value: ${value}, why: ${word} } }
bargaining:
  rounds: 5
  patience: { near: 0.9, them: ${patience} }
  strategies: { them: { kind: ${version === 'first' ? 'boulware' : 'conceder'} } }
`;
}
