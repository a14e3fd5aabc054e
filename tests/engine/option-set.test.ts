import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complement, hasOption, intersection, optionSet, optionsOf, setSize } from '../../src/engine/option-set.ts';

const OPTIONS = 12;
const anySet = fc.array(fc.integer({ min: 0, max: OPTIONS - 1 }));

describe('an option set', () => {
  it('has the options it was made of, in spans that neither touch nor overlap', () => {
    fc.assert(
      fc.property(anySet, (options) => {
        const set = optionSet(options);
        const members = [...new Set(options)].sort((a, b) => a - b);
        expect([...optionsOf(set)]).toEqual(members);
        expect(setSize(set)).toBe(members.length);
        for (let option = -1; option <= OPTIONS; option++) {
          expect(hasOption(set, option)).toBe(members.includes(option));
        }
        set.forEach(({ first, last }, place) => {
          expect(last).toBeGreaterThanOrEqual(first);
          expect(first).toBeGreaterThan((set[place - 1]?.last ?? -2) + 1);
        });
      }),
    );
  });

  it('meets another set in the options of both, and leaves the others of its issue', () => {
    fc.assert(
      fc.property(anySet, anySet, (one, other) => {
        const [a, b] = [optionSet(one), optionSet(other)];
        expect(intersection(a, b)).toEqual(optionSet(one.filter((option) => other.includes(option))));
        const others = [...Array(OPTIONS).keys()].filter((option) => !one.includes(option));
        expect(complement(a, OPTIONS)).toEqual(optionSet(others));
      }),
    );
  });

  it('of half a million options in a row is one span', () => {
    const half = optionSet(Array(500_000).keys());
    expect(half).toEqual([{ first: 0, last: 499_999 }]);
    expect(complement(half, 1_000_001)).toEqual([{ first: 500_000, last: 1_000_000 }]);
  });
});
