/** Rules on sums, from the text of a file to what the engine keeps, against adding up in fractions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProblem, ruleIds } from '../../src/compile/compile.ts';
import { assessDraft } from '../../src/engine/draft/draft.ts';
import { keepsRules } from '../../src/engine/deal.ts';
import { parseScenarioText } from '../../src/scenario/read/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { runs } from '../runs.ts';

function fileWith(rules: readonly unknown[], more: object = {}): string {
  return JSON.stringify({
    winset: 1,
    title: 'Sums',
    issues: [
      { id: 'a', title: 'A', range: { from: 0, to: 3, step: 0.5 }, options: [{ id: 'none' }] },
      { id: 'b', title: 'B', options: [{ id: 'build' }, { id: 'leave' }] },
      { id: 'c', title: 'C', range: { from: -1, to: 1, step: 1 }, only: { b: 'build' } },
    ],
    parties: { p: { name: 'P', disagreement: 0, issues: { b: { scores: { build: 1, leave: 0 } } } } },
    rules,
    ...more,
  });
}

function scenarioOf(text: string): Scenario {
  const read = parseScenarioText(text, 'file');
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.scenario;
}

function messagesOf(rules: readonly unknown[]): readonly string[] {
  const read = parseScenarioText(fileWith(rules), 'file');
  return (read.ok ? read.warnings : read.findings).map(({ path, message }) => `${path}: ${message}`);
}

/** The options of issue a. */
const A = ['0', '0.5', '1', '1.5', '2', '2.5', '3', 'none'];

describe('a rule on a sum', () => {
  it('keeps exactly the deals whose amounts lie between its bounds', () => {
    const amount = fc.constantFrom('1', '-1', '0.5', '1/3', '2/3', '0.1', '7');
    const rule = fc.record({
      a: amount,
      build: amount,
      c: amount,
      bound: fc.constantFrom('0', '1/3', '0.6', '2', '3'),
    });
    fc.assert(
      fc.property(rule, fc.constantFrom('atMost', 'atLeast', 'exactly'), ({ a, build, c, bound }, word) => {
        const sum = { a: plain(a), b: { build: plain(build) }, c: plain(c) };
        const read = parseScenarioText(fileWith([{ id: 'r', sum, [word]: plain(bound), why: 'w' }]), 'f');
        if (!read.ok) {
          expect(read.findings[0]!.message).toMatch(/adds up to so (little|much)/);
          return;
        }
        const { problem } = compileProblem(read.scenario);
        for (const [i, own] of A.entries()) {
          for (const j of [0, 1]) {
            for (const k of j === 0 ? [0, 1, 2] : [3]) {
              const total =
                (own === 'none' ? 0 : sixtieths(a) * Number(own)) +
                (j === 0 ? sixtieths(build) + sixtieths(c) * (k - 1) : 0);
              const limit = sixtieths(bound);
              const kept = word === 'atMost' ? total <= limit : word === 'atLeast' ? total >= limit : total === limit;
              expect(keepsRules(problem, [i, j, k])).toBe(kept);
            }
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('is named by a draft that breaks it, however the draft is completed', () => {
    const rules = [{ id: 'budget', sum: { a: 2, b: { build: 3 } }, atMost: 5, why: 'w' }];
    const scenario = scenarioOf(fileWith(rules));
    const compiled = compileProblem(scenario);
    const brokenBy = (draft: readonly (number | null)[]) => {
      const { broken, brokenSums } = assessDraft(compiled.problem, draft, [], { nodes: 0 });
      return ruleIds(scenario, compiled, { forbidden: broken, sums: brokenSums });
    };
    expect(brokenBy([4, 0, null])).toEqual(['budget']);
    expect(brokenBy([6, null, null])).toEqual(['budget']);
    expect(brokenBy([2, null, null])).toEqual([]);
    expect(brokenBy([7, 0, 1])).toEqual([]);
  });

  it('is refused where it names what is not there, cannot be kept, or has no bound', () => {
    const said = (rule: object) => messagesOf([{ id: 'r', why: 'w', ...rule }]).join(' | ');
    expect(said({ sum: { d: 1 }, atMost: 1 })).toContain("issue 'd' does not exist");
    expect(said({ sum: { b: { biuld: 1 } }, atMost: 1 })).toContain("did you mean 'build'?");
    expect(said({ sum: { b: 1 }, atMost: 1 })).toContain('has no numbers to multiply; give an amount by option');
    expect(said({ sum: { c: { 'not-applicable': 1 } }, atMost: 0 })).toContain('adds nothing; leave it out');
    expect(said({ sum: { a: 1 } })).toContain('needs `atMost`, `atLeast` or `exactly`');
    expect(said({ sum: { a: 1 }, atMost: 1, exactly: 1 })).toContain('`exactly` stands for both bounds');
    expect(said({ sum: { a: 1 }, atLeast: 2, atMost: 1 })).toContain('must not be above atMost');
    expect(said({ sum: { a: 1 }, atLeast: 4 })).toContain(
      'no combination of options adds up to so much; the most is 3',
    );
    expect(said({ sum: { a: 1 }, atMost: -1 })).toContain('adds up to so little; the least is 0');
    expect(said({ sum: { a: 1e12, c: { 1: '1/1000003' } }, atMost: 5 })).toContain('too many digits beside each other');
    expect(said({ sum: {}, atMost: 1 })).toContain('must name at least one issue');
  });

  it('that every combination keeps is said by a warning', () => {
    expect(messagesOf([{ id: 'r', sum: { a: 1 }, atMost: 3, why: 'w' }])).toEqual([
      'rules[0]: every combination of options keeps this rule: they add up to 0 to 3',
    ]);
  });
});

function plain(text: string): unknown {
  return text.includes('/') ? text : Number(text);
}

function sixtieths(text: string): number {
  const [over = '', under = '1'] = text.split('/');
  return Math.round((Number(over) * 60) / Number(under));
}
