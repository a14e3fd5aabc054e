/** Scenario files of many kinds, from text to JSON through every command, against every deal looked at in exact fractions. */
import { describe, expect, it } from 'vitest';
import { chosen } from '../runs.ts';
import type { Question } from './judge.ts';
import { judgeFile, QUESTIONS, within } from './judge.ts';
import { randomScenario } from './random-scenario.ts';
import { sharedSession } from './session.ts';
import { yamlText } from './yaml.ts';
import { builtProgram } from '../program.ts';

const session = sharedSession(builtProgram());

const SEEDS = Array.from({ length: 12 }, (_, k) => k + 1);

/**
 * Where a change lands: together they have all that a file may have and take a quarter of the time. Five parties with
 * adjustments and fractions; scores with a quorum, a veto and conditions; the same of five with forbidden patterns; sums;
 * one party, with a rule on two issues, and its sensitivity.
 */
const LANDING: readonly number[] = [4, 7, 9, 10, 12];

/** Sensitivity asks everything again for every number, so a few files have to do. */
function questionsFor(seed: number): readonly Question[] {
  const { sensitivity, ...others } = QUESTIONS;
  return seed % 6 === 0 ? [...Object.values(others), sensitivity] : Object.values(others);
}

describe('every answer is what looking at every deal gives', () => {
  it.each(chosen(SEEDS, (seed) => LANDING.includes(seed)))('for the file of seed %i', async (seed) => {
    const file = yamlText(randomScenario(seed));
    const wrong = await judgeFile(session, file, [...questionsFor(seed), ...within(seed)]);
    expect({ file, wrong }).toEqual({ file, wrong: [] });
  });
});
