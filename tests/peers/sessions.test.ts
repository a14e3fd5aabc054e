/** Published alternating-offers sessions, offer by offer; see README.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileProblem } from '../../src/compile/compile.ts';
import { runSession } from '../../src/engine/bargain/session.ts';
import { TIME_EXPONENTS, TOLERANCE } from '../../src/engine/bargain/party/strategy.ts';
import type { Concession } from '../../src/engine/bargain/party/strategy.ts';
import type { Deal, Problem } from '../../src/engine/problem.ts';
import { optionCount } from '../../src/engine/problem.ts';
import { loadScenario } from '../../src/scenario/read/load.ts';

/** Who made each offer, and the deals by number: the last issue changes first. */
const published = z
  .record(
    z.string(),
    z.array(
      z.object({
        strategies: z.array(z.string()),
        rounds: z.int(),
        by: z.string(),
        offers: z.string(),
        agreement: z.int().nullable(),
      }),
    ),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'sessions.json'), 'utf8')));

/** The strategies that begin with asp- give way by a tenth of a point instead of a hundredth. */
function concessionOf(name: string): Concession {
  if (name === 'micro') return { kind: 'micro' };
  const wide = name.startsWith('asp-');
  const plain = wide ? name.slice(4) : name;
  const exponents: Readonly<Record<string, number>> = { ...TIME_EXPONENTS, tough: Infinity, e5: 5, 'e0.2': 0.2 };
  return { kind: 'time', exponent: exponents[plain]!, tolerance: wide ? { num: 1n, den: 10n } : TOLERANCE };
}

describe.each(Object.entries(published))('published sessions on %s', (domain, sessions) => {
  const loaded = loadScenario(join(import.meta.dirname, `${domain}.yaml`));
  if (!loaded.ok) throw new Error(`${domain} does not load`);
  const { problem } = compileProblem(loaded.scenario);

  it.each(sessions)('$strategies: every offer and the agreement', ({ strategies, rounds, by, offers, agreement }) => {
    const session = runSession(problem, {
      later: [],
      protocol: { kind: 'alternating' },
      rounds,
      order: [...problem.parties.keys()],
      strategies: strategies.map((name) => ({
        concession: concessionOf(name),
        offers: 'thrifty',
        acceptance: { kind: 'target' },
        walkOut: null,
      })),
      seed: '1',
    });
    expect(session.offers.map(({ party }) => party).join('')).toBe(by);
    expect(session.offers.map(({ deal }) => numberOf(problem, deal)).join(' ')).toBe(offers);
    expect(session.agreement === null ? null : numberOf(problem, session.agreement.deal)).toBe(agreement);
  });
});

function numberOf(problem: Problem, deal: Deal): number {
  return deal.reduce((number, option, issue) => number * optionCount(problem, issue) + option, 0);
}
