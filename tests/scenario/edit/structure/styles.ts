/** One scenario as people lay files out: blocks with comments within them, a list behind its dash, JSON. */
import { parse } from 'yaml';

/** Everything that names something else stands in it: sums, conditions, stages, an agenda, a mediator's text. */
export const BLOCKS = `winset: 1
title: >-
  A pier and
  its kiosk # part of the title
parties:
  owner:
    # What it is called.
    name: The owner # of the pier
    short: Owner
    disagreement:
      value: 20 # as last year
      low: 10
    issues:
      # Rent first.
      rent:
        weight: 3
        value:
          0: 0 # nothing
          100: 100
      term:
        weight: 1
        values:
          1: 0
          2: 50 # two years
          3: 100
          open end: 20
      roof: unknown
    redLines:
      # It needs money.
      - id: poor
        when:
          rent: 0..10 # next to nothing
          term: 3
        why: It has debts.
      -
        id: endless
        when: { term: open end } # for ever
  keeper:
    name: The keeper
    disagreement: 5
    issues:
      rent: { score: 50 - x / 2 }
      term: { scores: { 1: 0, 2: 3, 3: 5, open end: 9 } }
issues:
- id: rent # in euros
  title: Rent
  unit: euros
  range:
    from: 0 # free
    to: 100
    step: 1
-
  id: term
  title: Term
  range: { from: 1, to: 3, step: 1 }
  options: [open end]
- title: Roof
  id: roof
  only: # nobody mends it for a year
    term: [2, 3]
    rent: { from: 20 }
  options:
  - new
  - id: mended # at least
    label: As it was
rules:
- # The bank asks for it.
  id: bank
  sum:
    rent: 1 # each euro
    term: { open end: 5 }
  atLeast: 5
  atMost: 90
  why: The bank says so.
- id: same
  sum: { term: 1 }
  exactly: 2 # to the year
  why: >-
    It was
    always so.
- { id: roofless, forbid: { roof: new, term: 2 }, why: Too dear. }
drafts:
  first:
    title: First try
    clauses:
      term: 2 # two years
      rent: 50
  second: { title: Second, clauses: { term: 1 } }
bargaining:
  protocol: single-text
  mediator: { text: first }
  order: [owner, keeper]
  agenda: { groups: [[rent], [roof, term]], revisable: true }
  patience: { owner: 0.9 }
stages:
  - id: spring
    date: 2025-03-01
    title: Spring
    bargaining: { patience: { keeper: 0.8 } }
    change:
      owner:
        disagreement: 22
        dropRedLines: [endless] # no longer
        redLines:
          - { id: later, when: { roof: mended } }
      keeper:
        issues:
          roof: { scores: { new: 4, mended: 1 } }
  - id: autumn
    date: 2025-09-01
    title: Autumn
    change: { owner: { redLines: [{ id: later, when: { roof: new } }] } }
`;

/** The same as JSON, which has no comments. */
export const JSON_TEXT = JSON.stringify(parse(BLOCKS), null, 2);
