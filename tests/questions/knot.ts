/** A small negotiation that two red lines on one issue close, with stages and dated drafts. */
export const KNOT = `winset: 1
title: Knot
asOf: 2025-01-01
parties:
  a:
    name: Alpha
    disagreement: 10
    issues:
      land: { weight: 3, values: { mine: 100, half: 60, yours: 0 } }
      rent: { weight: { value: 1, low: 0.5, high: 2 }, values: { 0: 0, 50: 50, 100: 100 } }
    redLines: [{ id: keep, when: { land: [half, yours] } }]
  b:
    name: Beta
    disagreement: 10
    issues:
      land: { weight: 3, values: { mine: 0, half: 60, yours: 100 } }
      rent: { weight: { value: 1, low: 0.5, high: 2 }, values: { 0: 100, 50: 50, 100: 0 } }
    redLines: [{ id: get, when: { land: mine } }]
issues:
  - { id: land, title: Land, options: [{ id: mine }, { id: half }, { id: yours }] }
  - { id: rent, title: Rent, range: { from: 0, to: 100, step: 50 } }
drafts:
  early: { title: Early, date: 2025-01-01, clauses: { land: half, rent: 50 } }
  late: { title: Late, date: 2025-03-01, clauses: { land: half, rent: 50 } }
  undated: { title: Undated, clauses: { land: mine, rent: 0 } }
stages:
  - { id: soft, date: 2025-02-01, title: Alpha gives way, change: { a: { dropRedLines: [keep] } } }
  - { id: hard, date: 2025-04-01, title: Alpha is firm, change: { a: { reservation: 90 } } }
`;
