import { expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { mostOfferNodes } from '../../../src/engine/bargain/offer/offer-nodes.ts';
import { inZone } from '../../../src/engine/deal.ts';
import { runHere } from '../../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../../src/jobs/job.ts';
import { askForesight } from '../../../src/questions/bargain/ask-foresight.ts';
import { askSession } from '../../../src/questions/bargain/ask-session.ts';
import type { Asker } from '../../../src/questions/question.ts';
import type { SessionCase } from '../../../src/questions/bargain/case.ts';
import { setupOf } from '../../../src/questions/bargain/setup.ts';
import type { Wishes } from '../../../src/questions/bargain/setup.ts';
import { foresightView } from '../../../src/questions/bargain/foresight-view.ts';
import { sessionView } from '../../../src/questions/bargain/view.ts';
import { wholeFocus } from '../../../src/report/view/focus.ts';
import { shipped } from '../../shipped.ts';

function opened(name: string) {
  const scenario = shipped(name);
  const compiled = compileProblem(scenario);
  return { file: scenario, scenario, compiled, assumptions: [], changed: <T>(at: T) => at, warnings: [], version: '1' };
}

const HERE: Asker = {
  patience: 'screen',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
  }),
};

function session(name: string, wishes: Partial<Wishes> = {}): Promise<SessionCase> {
  const of = opened(name);
  return askSession(of, setupOf(of, { seed: '1', rounds: 40, ...wishes }), HERE);
}

const view = (of: SessionCase) => sessionView(of, wholeFocus(of.scenario, true, 'winset bargain it'));

it('tells a session with a deal: when, on whose offer, what it cost whom, what was left', async () => {
  const of = await session('lease', { strategies: 'bakery=linear,owner=linear' });
  const { agreement } = of.session;
  expect(agreement !== null && inZone(of.compiled.problem, agreement.deal)).toBe(true);
  const { headline, sentences, chart, sections } = view(of);
  expect(headline).toBe(`A deal in round ${agreement!.round} of 40, on an offer of the owner.`);
  expect(sentences.join(' ')).toContain('From its first to its last offer the bakery stayed where it was');
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
  expect(sentences.join(' ')).toMatch(
    /The offer that came nearest was that of .*: the residents would not sign it, for it crosses residents\.hedge\./,
  );
});

it('tells what perfect foresight agrees on, and from how many rounds on more of them change nothing', async () => {
  const of = opened('lease');
  const setup = setupOf(of, { seed: '1', rounds: 9, patience: 'bakery=0.9,owner=0.9', equilibrium: true });
  const found = await askForesight(of, setup, undefined, HERE);
  const { headline, sections } = foresightView(found, wholeFocus(of.scenario, true, 'winset bargain it'));
  expect(headline).toBe('With perfect foresight the bakery proposes in round 1 of 9, and it is accepted.');
  const deadline = sections.find(({ title }) => title === 'What the deadline does');
  const [, from = '', turn = ''] = /^From (\d+) rounds? on, (\d+) more/.exec(deadline?.notes[0] ?? '') ?? [];
  const gains = found.equilibrium.rounds.map(({ gain }) => gain.join(' '));
  expect(turn).toBe('2');
  for (let left = Number(from); left + 2 <= 9; left++) expect(gains[9 - left - 2]).toBe(gains[9 - left]);
});

it('says within how many nodes offers were searched for, that this is a bound, and what may have been missed', async () => {
  const of = await session('lease', { protocol: 'simultaneous', rounds: 2 });
  const open = { ...of.session, offers: of.session.offers.map((offer) => ({ ...offer, proven: false })) };
  const words = (ended: SessionCase['session']) => view({ ...of, session: ended }).sentences.join(' ');
  const nodes = new Intl.NumberFormat('en').format(mostOfferNodes(of.compiled.problem, of.setup.protocol));
  expect(words({ ...open, ended: 'deadline', agreement: null })).toMatch(
    new RegExp(
      `are the best found within at most ${nodes} nodes a search\\. That is a bound: .* missed, and with it a deal\\.`,
    ),
  );
  const offers = of.session.offers.map((offer) => ({ ...offer, proven: true }));
  expect(words({ ...of.session, offers })).not.toContain('That is a bound');
});

it('says of one text that nothing passed, where nothing did', async () => {
  const of = await session('lease', { protocol: 'single-text', rounds: 2 });
  const still: SessionCase['session'] = { ended: 'deadline', agreement: null, offers: [], left: [] };
  expect(view({ ...of, session: still }).sentences).toContain(
    'The text stays as it began: no change that was tried passed.',
  );
});

it('names strategies only where they have a say', async () => {
  const columns = async (wishes: Partial<Wishes>) =>
    view(await session('lease', { rounds: 2, ...wishes })).sections[0]!.columns.map(({ heading }) => heading);
  expect(await columns({})).toContain('strategy');
  for (const protocol of ['simultaneous', 'single-text'] as const) {
    expect(await columns({ protocol })).toEqual(['speaks', 'party']);
  }
});
