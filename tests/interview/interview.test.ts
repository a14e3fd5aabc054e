import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuestions, heldAgainst, inOrder } from '../../src/interview/checks.ts';
import type { Preferred } from '../../src/interview/checks.ts';
import { anywhere, narrowed } from '../../src/interview/least.ts';
import type { Next, Progress } from '../../src/interview/next.ts';
import { nextQuestion, profileOf } from '../../src/interview/next.ts';
import type { Package } from '../../src/interview/package.ts';
import { BEST, REFERENCE, saidValue, saidWeight, WORST } from '../../src/interview/said.ts';
import { runs } from '../runs.ts';

/** Somebody who knows exactly what he wants and answers in round numbers. */
interface Person {
  /** The largest is 100. */
  readonly weights: readonly number[];
  /** By issue, the best 100 and the worst 0. */
  readonly values: readonly (readonly number[])[];
  readonly alternative: number;
  /** 1, 5 or 10: the step of the numbers that are said. */
  readonly step: number;
}

const START = (person: Person): Progress => ({
  weights: person.weights.map(() => null),
  values: person.values.map((own) => own.map(() => null)),
  least: null,
  picked: null,
  checked: [],
  drawn: false,
  allowed: person.values.map((own) => [...own.keys()]),
});

function worth({ weights, values }: Person, options: Package): number {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return options.reduce((all, option, issue) => all + weights[issue]! * values[issue]![option]!, 0) / sum;
}

function preferred(person: Person, a: Package, b: Package): Preferred {
  const [one, other] = [worth(person, a), worth(person, b)];
  return one === other ? 'same' : one > other ? 'a' : 'b';
}

function rounded({ step }: Person, points: number): number {
  return Math.round(points / step) * step;
}

type Answer = (person: Person, progress: Progress, next: Next) => Progress;

const honest: Answer = (person, progress, next) => {
  const withValue = (issue: number, option: number, said: ReturnType<typeof saidValue>): Progress => ({
    ...progress,
    values: progress.values.with(issue, progress.values[issue]!.with(option, said)),
  });
  switch (next.kind) {
    case 'best':
      return withValue(next.issue, person.values[next.issue]!.indexOf(100), BEST);
    case 'worst':
      return withValue(next.issue, person.values[next.issue]!.indexOf(0), WORST);
    case 'rate':
      return withValue(next.issue, next.option, saidValue(rounded(person, person.values[next.issue]![next.option]!)));
    case 'swing': {
      const first = next.among.reduce((a, b) => (person.weights[b]! > person.weights[a]! ? b : a));
      if (next.after.length > 0) return { ...progress, picked: first };
      return { ...progress, weights: progress.weights.with(first, REFERENCE) };
    }
    case 'ratio': {
      const said = saidWeight(rounded(person, person.weights[next.issue]!));
      return { ...progress, picked: null, weights: progress.weights.with(next.issue, said) };
    }
    case 'check': {
      const profile = profileOf(progress)!;
      const held = heldAgainst(profile, next.check, preferred(person, next.check.a, next.check.b));
      return { ...progress, weights: held.weights, checked: [...progress.checked, next.check] };
    }
    case 'redLines':
      return { ...progress, drawn: true };
    case 'least': {
      const points = worth(person, next.options);
      const rather = points >= person.alternative ? 'package' : 'alternative';
      const profile = profileOf(progress)!;
      const least = narrowed(profile, progress.least ?? anywhere(profile), next.options, rather);
      return { ...progress, least };
    }
    case 'alternative':
      return { ...progress, least: saidValue(rounded(person, person.alternative)) };
    case 'score':
      throw new Error('asked of score sheets alone');
  }
};

function interviewed(person: Person, answer: Answer = honest): { readonly end: Progress; readonly asked: Next[] } {
  let progress = START(person);
  const asked: Next[] = [];
  for (let next = nextQuestion(progress); next !== null; next = nextQuestion(progress)) {
    asked.push(next);
    if (asked.length > 200) throw new Error('the interview does not end');
    progress = answer(person, progress, next);
  }
  return { end: progress, asked };
}

const people = fc
  .record({
    weights: fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { maxLength: 4 }),
    inner: fc.array(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 3 }), {
      minLength: 5,
      maxLength: 5,
    }),
    alternative: fc.double({ min: 0, max: 100, noNaN: true }),
    step: fc.constantFrom(1, 5, 10),
    turn: fc.boolean(),
  })
  .map(({ weights, inner, alternative, step, turn }): Person => ({
    weights: turn ? [...weights, 100] : [100, ...weights],
    values: [100, ...weights].map((_, issue) => (turn ? [100, ...inner[issue]!, 0] : [0, 100, ...inner[issue]!])),
    alternative,
    step,
  }));

const NEARLY = 1e-9;

describe('an interview', () => {
  it('gives the weights, values and the least of a consistent person back within its intervals', () => {
    fc.assert(
      fc.property(people, (person) => {
        const { end } = interviewed(person);
        for (const [issue, weight] of person.weights.entries()) {
          const { low, value, high } = end.weights[issue]!;
          expect(low - NEARLY).toBeLessThanOrEqual(weight);
          expect(high + NEARLY).toBeGreaterThanOrEqual(weight);
          expect(low).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(high);
          for (const [option, points] of person.values[issue]!.entries()) {
            const said = end.values[issue]![option]!;
            expect(said.low - NEARLY).toBeLessThanOrEqual(points);
            expect(said.high + NEARLY).toBeGreaterThanOrEqual(points);
          }
        }
        expect(end.least!.low - NEARLY).toBeLessThanOrEqual(person.alternative);
        expect(end.least!.high + NEARLY).toBeGreaterThanOrEqual(person.alternative);
      }),
      { numRuns: runs(300) },
    );
  });

  it('finds no contradiction in a consistent person, and one in whoever answers every check the other way', () => {
    let contradicted = 0;
    fc.assert(
      fc.property(people, (person) => {
        const contrary: Answer = (of, progress, next) => {
          if (next.kind !== 'check') return honest(of, progress, next);
          const profile = profileOf(progress)!;
          const { a, b } = next.check;
          expect(heldAgainst(profile, next.check, preferred(of, a, b)).widened).toBe(0);
          const wrong = preferred(of, a, b) === 'a' ? 'b' : 'a';
          const { weights, widened } = heldAgainst(profile, next.check, wrong);
          expect(widened).toBeGreaterThan(0);
          contradicted++;
          const wider = weights.filter(({ low, high }, k) => {
            const before = progress.weights[k]!;
            expect(low).toBeLessThanOrEqual(before.low);
            expect(high).toBeGreaterThanOrEqual(before.high);
            return low < before.low || high > before.high;
          });
          expect(wider.length).toBeGreaterThan(0);
          // The widened intervals leave both answers open: asked again, neither would contradict.
          const again = { ...profile, weights };
          expect(heldAgainst(again, next.check, wrong).widened).toBeCloseTo(0, 9);
          expect(heldAgainst(again, next.check, wrong === 'a' ? 'b' : 'a').widened).toBe(0);
          return { ...progress, weights, checked: [...progress.checked, next.check] };
        };
        interviewed(person, contrary);
      }),
      { numRuns: runs(200) },
    );
    expect(contradicted).toBeGreaterThan(runs(200) / 2);
  });

  it('asks the ends, the swings, what lies between, checks, red lines and the least, in that order', () => {
    const person: Person = {
      weights: [100, 60, 30],
      values: [
        [0, 40, 100],
        [100, 0],
        [0, 100],
      ],
      alternative: 45,
      step: 10,
    };
    const { asked, end } = interviewed(person);
    expect(asked.map(({ kind }) => kind).join(' ')).toBe(
      'best worst best worst best worst swing swing ratio ratio rate check check check redLines least least least',
    );
    expect(end.weights.map((weight) => weight?.value)).toEqual([100, 60, 30]);
    expect(end.least!.low).toBeLessThan(45);
    expect(end.least!.high).toBeGreaterThan(45);
  });

  it('goes on where it was left, whatever was answered', () => {
    fc.assert(
      fc.property(people, fc.nat(40), (person, stop) => {
        let progress = START(person);
        let next = nextQuestion(progress);
        for (let k = 0; k < stop && next !== null; k++, next = nextQuestion(progress))
          progress = honest(person, progress, next);
        // What a sitting keeps to itself is lost: a picked swing, checks and whether red lines were asked for.
        const resumed: Progress = { ...progress, picked: null, checked: [], drawn: false };
        const again = nextQuestion(resumed);
        if (next === null || next.kind === 'best' || next.kind === 'worst' || next.kind === 'rate') {
          expect(again).toEqual(next);
        } else {
          expect(again).not.toBeNull();
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('keeps options that a red line rules out out of the packages it compares with', () => {
    const person: Person = {
      weights: [100, 50],
      values: [
        [0, 30, 100],
        [0, 100],
      ],
      alternative: 50,
      step: 5,
    };
    const { asked } = interviewed(person, (of, progress, next) =>
      next.kind === 'redLines'
        ? {
            ...progress,
            drawn: true,
            allowed: [
              [0, 2],
              [0, 1],
            ],
          }
        : honest(of, progress, next),
    );
    const packages = asked.flatMap((next) => (next.kind === 'least' ? [next.options] : []));
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.every(([first]) => first !== 1)).toBe(true);
  });

  it('asks for the alternative as a number where every package is all or nothing', () => {
    const { asked, end } = interviewed({ weights: [100], values: [[0, 100]], alternative: 40, step: 10 });
    expect(asked.at(-1)).toEqual({ kind: 'alternative' });
    expect(end.least).toEqual({ value: 40, low: 35, high: 45 });
  });
});

describe('check questions', () => {
  it('are about different issues, and none is one that what was said leaves open', () => {
    fc.assert(
      fc.property(people, (person) => {
        const { end } = interviewed(person);
        const profile = profileOf(end)!;
        const checks = checkQuestions(profile, 3, []);
        for (const check of checks) expect(heldAgainst(profile, check, 'same').expected).not.toBeNull();
        const issues = checks.map(({ a, b }) => [...a.keys()].filter((k) => a[k] !== b[k]).join());
        expect(new Set(issues).size).toBe(issues.length);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('the order of the swings', () => {
  it('widens both intervals until they meet where a later swing is said to be worth more', () => {
    const { before, later, widened } = inOrder(saidWeight(60), saidWeight(80));
    expect(widened).toBeCloseTo(10 / 140, 12);
    expect(before).toMatchObject({ value: 60, low: 55 });
    expect(later).toMatchObject({ value: 80, high: 85 });
    expect(before.high).toBeCloseTo(later.low, 12);
  });

  it('leaves numbers alone that may be in order', () => {
    const [before, later] = [saidWeight(60), saidWeight(65)];
    expect(inOrder(before, later)).toEqual({ before, later, widened: 0 });
  });
});
