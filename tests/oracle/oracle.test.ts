/** Scenario files of many kinds, from text to JSON through every command, against every deal looked at in exact fractions. */
import { afterAll, describe, expect, inject, it } from 'vitest';
import { judgeFile, QUESTIONS, within } from './judge.ts';
import { randomScenario } from './random-scenario.ts';
import { Session } from './session.ts';
import { yamlText } from './yaml.ts';

const session = new Session(inject('program'));
afterAll(() => session.close());

const SEEDS = Array.from({ length: 24 }, (_, k) => k + 1);

describe('every answer is what looking at every deal gives', () => {
  it.each(SEEDS)('for the file of seed %i', async (seed) => {
    const file = yamlText(randomScenario(seed));
    const said = await judgeFile(session, file, [...Object.values(QUESTIONS), ...within(seed)]);
    expect(said, file).toEqual([]);
  });
});
