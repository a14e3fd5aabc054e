/** Scenario files of many kinds, from text to JSON through every command, against every deal looked at in exact fractions. */
import { afterAll, describe, expect, inject, it } from 'vitest';
import type { Question } from './judge.ts';
import { judgeFile, QUESTIONS, within } from './judge.ts';
import { randomScenario } from './random-scenario.ts';
import { Session } from './session.ts';
import { yamlText } from './yaml.ts';

const session = new Session(inject('program'));
afterAll(() => session.close());

const SEEDS = Array.from({ length: 12 }, (_, k) => k + 1);

/** Sensitivity asks everything again for every number, so a few files have to do. */
function questionsFor(seed: number): readonly Question[] {
  const { sensitivity, ...others } = QUESTIONS;
  return seed % 6 === 0 ? [...Object.values(others), sensitivity] : Object.values(others);
}

describe('every answer is what looking at every deal gives', () => {
  it.each(SEEDS)('for the file of seed %i', async (seed) => {
    const file = yamlText(randomScenario(seed));
    const wrong = await judgeFile(session, file, [...questionsFor(seed), ...within(seed)]);
    expect({ file, wrong }).toEqual({ file, wrong: [] });
  });
});
