import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { inZone } from '../../../src/engine/deal.ts';
import { runHere } from '../../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../../src/jobs/job.ts';
import { askSession } from '../../../src/questions/bargain/ask.ts';
import type { SessionCase } from '../../../src/questions/bargain/case.ts';
import { setupOf } from '../../../src/questions/bargain/setup.ts';
import type { Wishes } from '../../../src/questions/bargain/setup.ts';
import { sessionView } from '../../../src/questions/bargain/view.ts';
import { wholeFocus } from '../../../src/report/view/focus.ts';
import { loadScenario } from '../../../src/scenario/read/load.ts';

function session(name: string, wishes: Partial<Wishes> = {}): Promise<SessionCase> {
  const loaded = loadScenario(join(import.meta.dirname, '../../../scenarios', name));
  if (!loaded.ok) throw new Error(`${name} does not load`);
  const { scenario } = loaded;
  const compiled = compileProblem(scenario);
  const opened = { file: scenario, scenario, compiled, assumptions: [], changed: <T>(at: T) => at };
  const asked = { ...opened, warnings: [], version: '1' };
  return askSession(asked, setupOf(asked, { seed: '1', rounds: 40, ...wishes }), {
    patience: 'screen',
    crewFor: () => ({
      run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
    }),
  });
}

const view = (of: SessionCase) => sessionView(of, wholeFocus(of.scenario, true, 'winset bargain it'));

it('tells a session with a deal: when, on whose offer, what it cost whom, what was left', async () => {
  const of = await session('lease', { strategies: 'bakery=linear,owner=linear' });
  const { agreement } = of.session;
  expect(agreement !== null && inZone(of.compiled.problem, agreement.deal)).toBe(true);
  const { headline, sentences, chart, sections } = view(of);
  expect(headline).toBe(`A deal in round ${agreement!.round} of 40, on an offer of The owner.`);
  expect(sentences.join(' ')).toContain('From its first to its last offer The bakery stayed where it was');
  expect(sentences.join(' ')).toContain('Nothing was left on the table');
  expect(chart?.bands.map(({ moment }) => moment)).toEqual([agreement!.round - 1, agreement!.round - 1]);
  expect(sections.at(-1)?.rows.map(({ cells }) => cells[1])).toEqual(
    agreement!.utility.map((points) => points.toFixed(1)),
  );
});

it('tells a session without a deal: that there was none to be had, and whose offer came nearest', async () => {
  const { headline, sentences } = view(await session('quarry-dispute'));
  expect(headline).toBe('No deal: 40 rounds pass without one.');
  expect(sentences.join(' ')).toContain('There was none to be had: no combination of clauses is signed by everybody');
  expect(sentences.join(' ')).toMatch(/The offer that came nearest was that of .* would not sign it\./);
});
