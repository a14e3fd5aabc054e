/** Cases and crews for tests of pages: everything in this thread. */
import { compileProblem } from '../../src/compile/compile.ts';
import { runHere } from '../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../src/jobs/job.ts';
import type { Asker, OpenCase } from '../../src/questions/question.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { loadScenario, parseScenarioText } from '../../src/scenario/read/load.ts';

export const HERE: Asker = {
  patience: 'screen',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
  }),
};

/** @throws where it cannot be read */
export function scenarioAt(path: string): Scenario {
  const loaded = loadScenario(path);
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  return loaded.scenario;
}

/** @throws where the text is no scenario */
export function scenarioFrom(text: string): Scenario {
  const parsed = parseScenarioText(text, 'scenario.yaml');
  if (!parsed.ok) throw new Error(parsed.findings.map(({ message }) => message).join('\n'));
  return parsed.scenario;
}

export function caseOf(scenario: Scenario): OpenCase {
  return {
    file: scenario,
    scenario,
    compiled: compileProblem(scenario),
    assumptions: [],
    changed: (positions) => positions,
    warnings: [],
    version: '0.0.0',
  };
}
