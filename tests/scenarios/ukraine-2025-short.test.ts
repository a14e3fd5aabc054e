/** Holds the short version of the headline scenario to the long one: the same data, and the same verdicts. */
import { describe, expect, it } from 'vitest';
import { points } from '../report/tenths.ts';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { assessDraft } from '../../src/engine/draft/draft.ts';
import type { Party, Rule, Scenario } from '../../src/scenario/scenario.ts';
import { collisionOf } from '../../src/engine/conflict/collision.ts';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import { atStage, judge, room, ukraine2025, waysOut } from './headline.ts';
import { chosen } from '../runs.ts';
import { shipped } from '../shipped.ts';
import { without } from './support.ts';

const short = shipped('ukraine-2025-short');

const ISSUES = new Set(short.issues.map(({ id }) => id));

/** What no deal is worth before the facts of the situation are counted, as METHOD.md argues it. */
const [START, START_OF_THE_LONG] = [36, 44];

/**
 * At later dates: what the United States asks of oversight and of the fund, which weighs in the long version, is not asked
 * here.
 */
const OTHER_VERDICTS = [' rus us', ' ua20 us'];

const LINES = [
  ['ukraine', 'no-withdrawal', '14.0'],
  ['ukraine', 'no-free-zone', '4.8'],
  ['russia', 'all-donbas', '2.2'],
  ['russia', 'no-mirrored-zone', '2.2'],
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

/** Those that are solved: where a change lands the first, one in the middle and the last but one. */
const STAGES = chosen(short.stages, (_, k) => k % 4 === 0);

describe('the stages of the short version', () => {
  it('have the dates and titles of the long one', () => {
    const named = ({ stages }: Scenario) => stages.map(({ id, date, title }) => [id, date, title]);
    expect(named(short)).toEqual(named(ukraine2025));
  });

  it.each(short.stages)('change what those of the long one change there, and thresholds by as much: $id', ({ id }) => {
    const [own, long] = [shortAt(id), atStage(id)];
    for (const [index, party] of own.parties.entries()) {
      const of = long.parties[index]!;
      expect(valuesOf(own, party)).toEqual(valuesOf(long, of).filter(({ issue }) => ISSUES.has(issue)));
      expect(party.redLines).toEqual(of.redLines.filter(isAboutShort));
      expect(party.adjustments).toEqual(of.adjustments.filter(isAboutShort));
      expect(party.disagreement.value - START).toBe(of.disagreement.value - START_OF_THE_LONG);
      expect(party.reservation.value - START).toBe(of.reservation.value - START_OF_THE_LONG);
    }
  });

  it.each(STAGES)('have the lines that each draft crosses, and the verdicts, of the long one: $id', ({ id }) => {
    const scenario = shortAt(id);
    const different: string[] = [];
    for (const draft of short.drafts) {
      const answers = judged(draft.id, scenario).parties;
      for (const [index, party] of scenario.parties.entries()) {
        const long = judge(id, draft.id, party.id);
        const { accepts, redLines } = answers[index]!;
        const crossed = redLines.map((line) => party.redLines[line]!.id);
        expect(crossed).toEqual(long.crossed.filter((line) => party.redLines.some((own) => own.id === line)));
        if (accepts !== long.answer.accepts) different.push(`${id} ${draft.id} ${party.id}`);
      }
    }
    expect(different.filter((name) => !OTHER_VERDICTS.some((other) => name.endsWith(other)))).toEqual([]);
  });

  it.each(STAGES)(
    'are closed by lines of the same parties on the same issue, as those of the long one: $id',
    ({ id }) => {
      const { problem } = compileProblem(shortAt(id));
      const found = collisionOf(problem, 1, { nodes: 0 })!;
      const names = found.conflict.map(({ kind, party, ...rest }) => {
        const { redLines } = shortAt(id).parties[party]!;
        return kind === 'redLine' && 'index' in rest ? `${short.parties[party]!.id}.${redLines[rest.index]!.id}` : kind;
      });
      expect(names.toSorted()).toEqual([...waysOut(id).conflict].toSorted());
    },
  );
});

const staged = new Map<string, Scenario>();

function shortAt(stage: string): Scenario {
  const known = staged.get(stage);
  if (known !== undefined) return known;
  const edit = applyStage(short, stage);
  if (!edit.ok) throw new Error(edit.message);
  staged.set(stage, edit.scenario);
  return edit.scenario;
}

function judged(draft: string, scenario = short): ReturnType<typeof assessDraft> {
  const { problem } = compileProblem(scenario);
  return assessDraft(problem, compileDraft(scenario, draft), [], { nodes: 0 });
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
