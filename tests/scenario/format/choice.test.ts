/** Numbers between bounds, wherever a pattern or a lock stands, against looking at every number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { setSize } from '../../../src/engine/option-set.ts';
import { patternWords } from '../../../src/report/view/words.ts';
import { locksOf } from '../../../src/scenario/edit/locks.ts';
import { applyEdit } from '../../../src/scenario/edit/edit.ts';
import { describeEdit } from '../../../src/scenario/edit/describe-edit.ts';
import { choicesOf, choiceSpan, clauseHas, otherSpans, plainChoice } from '../../../src/scenario/format/choice.ts';
import { choice } from '../../../src/scenario/format/schema-shared.ts';
import { parseScenarioText } from '../../../src/scenario/read/load.ts';
import type { Issue, Scenario } from '../../../src/scenario/scenario.ts';
import { overlayText } from '../../../src/scenario/save/overlay-text.ts';
import { runs } from '../../runs.ts';

function numbers(first: number, step: number, count: number): Issue {
  const range = { first: BigInt(first), step: BigInt(step), places: 1, count };
  return { id: 'x', title: 'X', range, named: [{ id: 'none', label: 'none' }] };
}

function fileWith(when: unknown, kind = 'redLines'): string {
  const entry = kind === 'redLines' ? { id: 'line', when } : { when, add: 3 };
  return JSON.stringify({
    winset: 1,
    title: 'A sale',
    issues: [
      { id: 'price', title: 'Price', unit: 'dollars', range: { from: 0, to: 1_000_000, step: 1 } },
      { id: 'kind', title: 'Kind', options: [{ id: '10..20' }, { id: 'b' }] },
    ],
    parties: { p: { name: 'P', disagreement: 0, issues: { price: { scores: 'x' } }, [kind]: [entry] } },
  });
}

function loaded(text: string): Scenario {
  const read = parseScenarioText(text, 'file');
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.scenario;
}

function messageFor(when: unknown): string {
  const read = parseScenarioText(fileWith(when), 'file');
  return read.ok ? '' : read.findings.map(({ path, message }) => `${path}: ${message}`).join(' | ');
}

describe('an interval', () => {
  const bound = fc.integer({ min: -40, max: 60 }).map((tenths) => tenths / 10);
  const lower = fc.oneof(
    bound.map((from) => ({ from })),
    bound.map((above) => ({ above })),
    fc.constant({}),
  );
  const upper = fc.oneof(
    bound.map((to) => ({ to })),
    bound.map((below) => ({ below })),
    fc.constant({}),
  );

  it('names exactly the numbers between its bounds, and is the same after it was written', () => {
    fc.assert(
      fc.property(
        lower,
        upper,
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: 1, max: 7 }),
        (low, high, first, step) => {
          const read = choice.safeParse({ ...low, ...high });
          if (!read.success) return;
          const issue = numbers(first, step, 9);
          const all: { from?: number; above?: number; to?: number; below?: number } = { ...low, ...high };
          for (let option = 0; option < 10; option++) {
            const x = (first + option * step) / 10;
            const holds =
              option < 9 &&
              x >= (all.from ?? -Infinity) &&
              x > (all.above ?? -Infinity) &&
              x <= (all.to ?? Infinity) &&
              x < (all.below ?? Infinity);
            expect(clauseHas(issue, { options: [read.data] }, option)).toBe(holds);
          }
          expect(choice.parse(plainChoice(read.data))).toEqual(read.data);
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  it('of a million numbers is one span for the engine, and a line in words', () => {
    const scenario = loaded(fileWith({ price: ['100..250', { above: 900_000 }] }));
    const { problem } = compileProblem(scenario);
    const [clause] = problem.parties[0]!.redLines[0]!.clauses;
    expect(clause!.options).toHaveLength(2);
    expect(setSize(clause!.options)).toBe(151 + 100_000);
    expect(patternWords(scenario, scenario.parties[0]!.redLines[0]!.when)).toBe(
      'Price: 100 to 250 dollars or more than 900000 dollars',
    );
  });

  it('is an option where an issue has one of that name, as before', () => {
    const scenario = loaded(fileWith({ kind: '10..20' }));
    expect(choiceSpan(scenario.issues[1]!, scenario.parties[0]!.redLines[0]!.when[0]!.options[0]!)).toEqual({
      first: 0,
      last: 0,
    });
    expect(patternWords(scenario, scenario.parties[0]!.redLines[0]!.when)).toBe('Kind: 10..20');
  });

  it('that names no number is refused at its place', () => {
    expect(messageFor({ kind: '10..30' })).toContain("'kind' has no numbers, so none can lie between bounds");
    expect(messageFor({ price: { above: 1_000_000 } })).toContain('no number there; it goes from 0 to 1000000');
    expect(messageFor({ price: '250..100' })).toContain('no number there; it goes from 0 to 1000000');
    expect(messageFor({ price: { from: 1, above: 2 } })).toContain('both a lower bound');
    expect(messageFor({ price: {} })).toContain('needs a bound');
    expect(messageFor({ price: { under: 5 } })).toContain("unknown key 'under'");
    expect(messageFor({ price: true })).toContain('expected an id, found true; put it in quotes');
  });
});

describe('a lock on a number line', () => {
  it('stays an interval in the rule, in words and in an overlay', () => {
    const base = loaded(fileWith({ price: 5 }));
    const edit = {
      kind: 'lock',
      issue: 'price',
      options: [{ from: { value: 100 }, to: { value: 250 } }, '7'],
    } as const;
    const edited = applyEdit(base, edit);
    if (!edited.ok) throw new Error(edited.message);
    expect(describeEdit(base, edit)).toBe('Price: only 100 to 250 or 7');
    expect(locksOf(edited.scenario)).toEqual([
      { issue: 'price', options: ['7', { from: { value: 100 }, to: { value: 250 } }] },
    ]);
    expect(overlayText(base, edited.scenario, { baseName: 'b.yaml' })).toContain("price: ['7', 100..250]");
  });

  it('allows what it names and nothing else', () => {
    const issue = numbers(0, 1, 100);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 }), (allowed) => {
        const spans = otherSpans(
          issue,
          choicesOf(
            issue,
            allowed.map((k) => ({ first: k, last: k })),
          ),
          101,
        );
        const shut = choicesOf(issue, spans);
        for (let option = 0; option <= 100; option++) {
          expect(clauseHas(issue, { options: shut }, option)).toBe(!allowed.includes(option));
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
