/** Every question of a scenario with numbers not yet valued: what it says of them at its top, and that it claims nothing more. */
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { runHere } from '../../src/jobs/job.ts';
import type { Asker, OpenCase } from '../../src/questions/question.ts';
import { QUESTIONS } from '../../src/questions/table.ts';
import { scenarioOf } from '../scenario/support.ts';

const STALL = `winset: 1
title: A stall
issues:
  - { id: rent, title: Rent, options: [low, high] }
  - { id: days, title: Days, options: [one, two] }
parties:
  baker:
    name: The baker
    disagreement: 60
    issues:
      rent: { weight: 1, values: { low: 100, high: 0 } }
      days: { weight: 1, values: { one: 0, two: unknown } }
  town:
    name: The town
    disagreement: LEAST
    issues:
      rent: { weight: 1, values: { low: 0, high: 100 } }
      days: { weight: 1, values: { one: 0, two: 100 } }
drafts:
  d: { title: Draft, clauses: { rent: low, days: two } }
stages:
  - { id: later, date: 2026-01-01, title: Later, change: { town: { aspiration: 100 } } }
bargaining: { rounds: 3 }
`;

/** With all of it: the baker signs `low, two` where `two` is worth 20 at least, and the town then has 50. */
const OPENED = { depends: opened('40'), never: opened('70') };

function opened(least: string): OpenCase {
  const scenario = scenarioOf(STALL.replace('LEAST', least));
  const compiled = compileProblem(scenario);
  return { file: scenario, scenario, compiled, assumptions: [], changed: (at) => at, warnings: [], version: '0' };
}

const asker: Asker = {
  patience: 'command',
  crewFor: () => ({ run: async (jobs) => jobs.map((job) => runHere(job)) }),
};

const OPTIONS: Readonly<Record<string, object>> = {
  score: { draft: 'd' },
  price: { draft: 'd' },
  show: { path: 'baker' },
  compare: { others: ['@later'] },
};

const ASKED = QUESTIONS.filter(({ id }) => id !== 'debrief');

async function answerOf(id: string, verdict: keyof typeof OPENED, given: object = {}) {
  const question = QUESTIONS.find((each) => each.id === id)!;
  const answered = await question.ask(OPENED[verdict], { ...OPTIONS[id], ...given }, asker);
  const text = await answered.text({ width: 100, all: false, command: 'again' });
  return { text: text.replaceAll(/\s+/g, ' '), document: JSON.parse(JSON.stringify(await answered.document())) };
}

describe.each(ASKED)('$id', ({ id, schema }) => {
  it.each(['depends', 'never'] as const)(
    'says at its top what is not yet valued, where the verdict %s',
    async (verdict) => {
      const { text, document } = await answerOf(id, verdict);
      expect((await schema()).safeParse(document).error).toBeUndefined();
      if (id === 'show') return;
      const head = text.slice(0, text.indexOf('────'));
      const told = id === 'compare' ? text : head;
      expect(told).toContain('Not yet valued: The baker: Days (two).');
      if (id !== 'compare') expect(told).not.toContain(verdict === 'depends' ? 'there is no deal' : 'may be a deal');
      const said = document.unvalued ?? document.columns[0].unvalued;
      expect(said).toMatchObject({
        verdict,
        numbers: [{ party: 'baker', what: 'options', issue: 'days', options: ['two'] }],
      });
    },
  );
});

describe('no verdict of single numbers stands as if they were known', () => {
  it.each([
    ['explain', {}, 'It depends on numbers that are not yet valued. With the middle of what is not yet valued:'],
    ['frontier', { zone: true }, 'With the middle of what is not yet valued: '],
    ['sensitivity', {}, 'With the middle of what is not yet valued: As the numbers stand'],
    ['sensitivity', { stages: true }, 'With the middle of what is not yet valued: '],
    ['bargain', {}, 'With the middle of what is not yet valued: '],
    ['power', {}, 'With the middle of what is not yet valued: '],
  ])('%s %j', async (id, given, words) => {
    expect((await answerOf(id, 'depends', given)).text).toContain(words);
  });

  it('explain says what holds whatever they are', async () => {
    const { text } = await answerOf('explain', 'never');
    expect(text).toContain('No deal, whatever the numbers not yet valued are.');
    expect(text).toContain('proven for these numbers');
  });

  it('compare holds each against the others by the verdict that solve gives', async () => {
    const solved = await answerOf('solve', 'depends');
    const { text, document } = await answerOf('compare', 'depends');
    expect(text).toContain('It depends on what is not yet valued in A and B.');
    expect(document.columns[0].unvalued).toEqual(solved.document.unvalued);
    expect(document.columns[0].empty).toBe(solved.document.zone.empty);
    expect(document.columns[0].count).toEqual(solved.document.zone.count);
    expect(document.conclusions[0].values).toEqual({ A: 'depends', B: 'depends' });
  });
});
