/** Holds the short version of the headline scenario to the long one: the same data, and the same verdicts. */
import { describe, expect, it } from 'vitest';
import { points } from '../report/tenths.ts';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { assessDraft } from '../../src/engine/draft/draft.ts';
import type { Party, Rule, Scenario } from '../../src/scenario/scenario.ts';
import { judge, room, ukraine2025 } from './headline.ts';
import { shipped, without } from './support.ts';

const short = shipped('ukraine-2025-short');

const ISSUES = new Set(short.issues.map(({ id }) => id));

/** What no deal is worth before the facts of the situation are counted, as METHOD.md argues it. */
const [START, START_OF_THE_LONG] = [36, 44];

const LINES = [
  ['ukraine', 'no-withdrawal', '14.0'],
  ['ukraine', 'no-one-sided-zone', '4.8'],
  ['russia', 'all-donbas', '2.1'],
  ['russia', 'no-mirrored-zone', '2.1'],
] as const;

describe('the data of the short version', () => {
  it('has issues, drafts and parties of the long one', () => {
    expect(short.issues).toEqual(ukraine2025.issues.filter(({ id }) => ISSUES.has(id)));
    for (const { id, clauses } of short.drafts) {
      const long = ukraine2025.drafts.find((draft) => draft.id === id)!;
      expect(clauses).toEqual(long.clauses.filter(({ issue }) => ISSUES.has(issue)));
    }
    expect(short.parties.map(({ id }) => id)).toEqual(ukraine2025.parties.map(({ id }) => id));
  });

  it('has every value, and every line and adjustment that is about its issues alone', () => {
    for (const [index, party] of short.parties.entries()) {
      const long = ukraine2025.parties[index]!;
      expect(valuesOf(short, party)).toEqual(valuesOf(ukraine2025, long).filter(({ issue }) => ISSUES.has(issue)));
      expect(party.redLines).toEqual(long.redLines.filter(isAboutShort));
      expect(party.adjustments).toEqual(long.adjustments.filter(isAboutShort));
    }
  });

  it('has every rule that is about its issues alone, and no rule that the long one has not', () => {
    const alone = ukraine2025.rules.filter((rule) => namedIn(rule).every((id) => ISSUES.has(id)));
    for (const rule of alone) expect(short.rules).toContainEqual(rule);
    const ids = new Set(ukraine2025.rules.map(({ id }) => id));
    expect(short.rules.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it('shares the points of each theme among the issues that are left of it', () => {
    for (const [index, party] of short.parties.entries()) {
      const [own, long] = [themesOf(short, party), themesOf(ukraine2025, ukraine2025.parties[index]!)];
      for (const [theme, share] of own) expect(share).toBeCloseTo(long.get(theme)!, 0);
    }
  });

  it('sums its thresholds as the long one does, from just above the best text that a side turned down', () => {
    const turnedDown = [
      ['ukraine', 'us28'],
      ['russia', 'e3'],
      ['e3', 'us28'],
    ] as const;
    const worth = turnedDown.map(([id, draft]) => {
      const index = short.parties.findIndex((party) => party.id === id);
      return judged(draft).parties[index]!.utility.max;
    });
    expect(Math.max(...worth)).toBeLessThan(START);
    expect(Math.max(...worth)).toBeGreaterThan(START - 2);
    for (const [index, { disagreement, reservation }] of short.parties.entries()) {
      const long = ukraine2025.parties[index]!;
      expect(disagreement.value - START).toBe(long.disagreement.value - START_OF_THE_LONG);
      expect(reservation.value - START).toBe(long.reservation.value - START_OF_THE_LONG);
    }
  });
});

describe('the verdicts of the short version', () => {
  it.each(short.drafts)('are those of the long one on $id', ({ id }) => {
    for (const [index, party] of short.parties.entries()) {
      const long = judge('base', id, party.id);
      const { accepts, redLines } = judged(id).parties[index]!;
      expect([party.id, accepts]).toEqual([party.id, long.answer.accepts]);
      const crossed = redLines.map((line) => party.redLines[line]!.id);
      expect(crossed).toEqual(long.crossed.filter((line) => party.redLines.some((own) => own.id === line)));
    }
  });

  it('are no deal as the lines are read, and a deal without any one of the same four', () => {
    expect(room(short)).toBeNull();
    for (const [party, line, told] of LINES)
      expect([line, points(room(without(short, party, line))!)]).toEqual([line, told]);
  });
});

function judged(draft: string): ReturnType<typeof assessDraft> {
  const { problem } = compileProblem(short);
  return assessDraft(problem, compileDraft(short, draft), [], { nodes: 0 });
}

function isAboutShort({ when }: Party['redLines'][number] | Party['adjustments'][number]): boolean {
  return when.every(({ issue }) => ISSUES.has(issue));
}

function valuesOf({ issues }: Scenario, { id, preferences }: Party) {
  if (preferences.form !== 'weights') throw new Error(`${id} has no weights`);
  return preferences.issues.map(({ curve, listed }, position) => ({
    issue: issues[position]!.id,
    curve,
    listed: listed.map(({ value, low, high }) => ({ value, low, high })),
  }));
}

function themesOf({ issues }: Scenario, { id, preferences }: Party): Map<string, number> {
  if (preferences.form !== 'weights') throw new Error(`${id} has no weights`);
  const themes = new Map<string, number>();
  for (const [position, { weight }] of preferences.issues.entries()) {
    const theme = issues[position]!.group ?? '';
    themes.set(theme, (themes.get(theme) ?? 0) + weight.value);
  }
  return themes;
}

function namedIn(rule: Rule): string[] {
  if (rule.kind === 'sum') return rule.sum.map(({ issue }) => issue);
  const patterns = rule.kind === 'forbid' ? [rule.forbid] : [rule.if, rule.then];
  return patterns.flatMap((pattern) => pattern.map(({ issue }) => issue));
}
