import { describe, expect, test } from 'vitest';
import { readText } from '../../src/cli/open-scenario.ts';
import { edited } from '../scenario/support.ts';

const RULE = '  - { id: r1, forbid: { cap: low, rent: 200 }, why: Because. }';

/** What is wrong with the scenario if r0, r1, ... forbid this; nothing where it can be used. */
async function wrongWith(...forbidden: string[]): Promise<readonly string[]> {
  const rules = forbidden.map((clauses, k) => `  - { id: r${k}, forbid: ${clauses}, why: Because. }`);
  const reading = await readText(edited(RULE, rules.join('\n')), 'test.yaml');
  return reading.ok ? [] : reading.findings.map(({ message }) => message);
}

describe('rules', () => {
  test('that the first options keep', async () => {
    expect(await wrongWith('{ cap: high, rent: 200 }')).toEqual([]);
  });

  test('that leave a deal, with neither the first options nor the clauses of a draft', async () => {
    expect(await wrongWith('{ cap: [low, mid] }', '{ rent: 0 }')).toEqual([]);
  });

  test('that leave none: those are named which are in the way', async () => {
    expect(await wrongWith('{ cap: [low, mid] }', '{ rent: 200 }', '{ cap: high }')).toEqual([
      "the rules 'r0', 'r2' together forbid every combination of options; narrow one of them or take it out",
    ]);
  });
});
