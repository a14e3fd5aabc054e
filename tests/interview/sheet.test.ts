/** The interview of a party with a score sheet: its own points come back, and what contradicts them widens them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldAgainst } from '../../src/interview/checks.ts';
import { anywhere, narrowed } from '../../src/interview/least.ts';
import type { Next } from '../../src/interview/next.ts';
import type { Package } from '../../src/interview/package.ts';
import { utilityOf, utilityRange, wholeOf } from '../../src/interview/package.ts';
import type { SheetProgress } from '../../src/interview/sheet.ts';
import { nextOnSheet, sheetProfile } from '../../src/interview/sheet.ts';
import { runs } from '../runs.ts';

/** What somebody's sheet says, and what no deal is worth to it, in the points that are added up. */
interface Person {
  readonly scores: readonly (readonly number[])[];
  readonly alternative: number;
}

const exactly = (value: number) => ({ value, low: value, high: value });

function worth({ scores }: Person, options: Package): number {
  return options.reduce((sum, option, issue) => sum + scores[issue]![option]!, 0);
}

function answered(person: Person, progress: SheetProgress, next: Next): SheetProgress {
  const { scores } = person;
  const withScore = (issue: number, option: number): SheetProgress => {
    const points = scores[issue]![option]! - Math.min(...scores[issue]!);
    return { ...progress, scores: progress.scores.with(issue, progress.scores[issue]!.with(option, exactly(points))) };
  };
  switch (next.kind) {
    case 'worst':
      return withScore(next.issue, scores[next.issue]!.indexOf(Math.min(...scores[next.issue]!)));
    case 'score':
      return withScore(next.issue, next.option);
    case 'check': {
      const [a, b] = [worth(person, next.check.a), worth(person, next.check.b)];
      const held = heldAgainst(sheetProfile(progress.scores)!, next.check, a === b ? 'same' : a > b ? 'a' : 'b');
      expect(held.widened).toBe(0);
      return { ...progress, checked: [...progress.checked, next.check] };
    }
    case 'redLines':
      return { ...progress, drawn: true };
    case 'least': {
      const rather = worth(person, next.options) >= person.alternative ? 'package' : 'alternative';
      const profile = sheetProfile(progress.scores)!;
      return { ...progress, least: narrowed(profile, progress.least ?? anywhere(profile), next.options, rather) };
    }
    case 'alternative':
      return { ...progress, least: exactly(person.alternative - bottomOf(person)) };
    default:
      throw new Error(`not asked of a sheet: ${next.kind}`);
  }
}

/** What everything at its worst is worth, which the interview calls 0. */
function bottomOf({ scores }: Person): number {
  return scores.reduce((sum, own) => sum + Math.min(...own), 0);
}

function interviewed(person: Person): { readonly end: SheetProgress; readonly asked: readonly Next[] } {
  let progress: SheetProgress = {
    scores: person.scores.map((own) => own.map(() => null)),
    least: null,
    checked: [],
    drawn: false,
    allowed: person.scores.map((own) => [...own.keys()]),
  };
  const asked: Next[] = [];
  for (let next = nextOnSheet(progress); next !== null; next = nextOnSheet(progress)) {
    asked.push(next);
    if (asked.length > 100) throw new Error('the interview does not end');
    progress = answered(person, progress, next);
  }
  return { end: progress, asked };
}

/** Sheets of tens, of thousands and of parts of a point. */
const people = fc
  .record({
    scores: fc.array(fc.array(fc.integer({ min: -40, max: 90 }), { minLength: 2, maxLength: 4 }), {
      minLength: 2,
      maxLength: 5,
    }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    unit: fc.constantFrom(0.25, 1, 512),
  })
  .filter(({ scores }) => scores.some((own) => new Set(own).size > 1))
  .map(({ scores, part, unit }): Person => {
    const own = scores.map((each) => each.map((points) => points * unit));
    const [low, high] = [Math.min, Math.max].map((end) => own.reduce((sum, each) => sum + end(...each), 0));
    return { scores: own, alternative: low! + part * (high! - low!) };
  });

describe('an interview about a score sheet', () => {
  it('gives the points back, counted from the worst option of each issue, and the least within its bracket', () => {
    fc.assert(
      fc.property(people, (person) => {
        const { end } = interviewed(person);
        const points = person.scores.map((own) => own.map((each) => each - Math.min(...own)));
        expect(end.scores.map((own) => own.map((score) => score!.value))).toEqual(points);
        const alternative = person.alternative - bottomOf(person);
        const slip = 1e-9 * wholeOf(sheetProfile(end.scores)!);
        expect(end.least!.low).toBeLessThanOrEqual(alternative + slip);
        expect(end.least!.high).toBeGreaterThanOrEqual(alternative - slip);
      }),
      { numRuns: runs(200) },
    );
  });

  it('asks the worst of each issue, its points, then checks, red lines and the least', () => {
    const { asked } = interviewed({
      scores: [
        [0, 40, 100],
        [60, 0],
      ],
      alternative: 70,
    });
    const kinds = asked.map(({ kind }) => kind);
    expect(kinds.slice(0, 5)).toEqual(['worst', 'score', 'score', 'worst', 'score']);
    const order = ['worst', 'score', 'check', 'redLines', 'least', 'alternative'];
    const later = kinds.slice(5).map((kind) => order.indexOf(kind));
    expect(later).toEqual(later.toSorted((a, b) => a - b));
    expect(later).toContain(order.indexOf('redLines'));
  });

  it('takes the sum of the points for what a package is worth, at the ends of what was said as well', () => {
    fc.assert(
      fc.property(people, fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }), (person, picks) => {
        const said = person.scores.map((own) =>
          own.map((points) => ({ value: points, low: points - 1, high: points + 2 })),
        );
        const profile = sheetProfile(said)!;
        const options = person.scores.map((own, issue) => picks[issue]! % own.length);
        expect(utilityOf(profile, options)).toBeCloseTo(worth(person, options), 6);
        const swings = person.scores.filter((own) => new Set(own).size > 1).length;
        const { least, most } = utilityRange(profile, options);
        expect(least).toBeCloseTo(worth(person, options) - swings, 6);
        expect(most).toBeCloseTo(worth(person, options) + 2 * swings, 6);
      }),
      { numRuns: runs(100) },
    );
  });

  it('says what no deal is worth as a number where no option is better than another', () => {
    const { asked } = interviewed({ scores: [[0, 0]], alternative: 0 });
    expect(asked.map(({ kind }) => kind)).toEqual(['worst', 'score', 'redLines', 'alternative']);
  });
});
