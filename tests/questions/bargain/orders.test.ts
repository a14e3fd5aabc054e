/** Every order of an agenda against running each order by itself. */
import { expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { utilityPoints } from '../../../src/engine/deal.ts';
import type { Deal } from '../../../src/engine/problem.ts';
import { runHere } from '../../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../../src/jobs/job.ts';
import { askOrders, gainsOf } from '../../../src/questions/bargain/ask-orders.ts';
import { askSession } from '../../../src/questions/bargain/ask-session.ts';
import { document } from '../../../src/questions/bargain/document.ts';
import { ordersView } from '../../../src/questions/bargain/orders-view.ts';
import type { Wishes } from '../../../src/questions/bargain/setup.ts';
import { setupOf } from '../../../src/questions/bargain/setup.ts';
import type { Asker } from '../../../src/questions/question.ts';
import { gainOf } from '../../../src/report/case.ts';
import { textSheet } from '../../../src/report/text-sheet.tsx';
import { wholeFocus } from '../../../src/report/view/focus.ts';
import { shipped } from '../../shipped.ts';
import type { Bargaining } from '../../../src/scenario/scenario.ts';

function opened(name: string, bargaining: Bargaining = {}) {
  const scenario = { ...shipped(name), bargaining };
  const compiled = compileProblem(scenario);
  return { file: scenario, scenario, compiled, assumptions: [], changed: <T>(at: T) => at, warnings: [], version: '1' };
}

const HERE: Asker = {
  patience: 'screen',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
  }),
};

const WISHES = { seed: '7', rounds: 12 };

function orders(of: ReturnType<typeof opened>, wishes: Partial<Wishes>) {
  return askOrders(of, setupOf(of, { ...WISHES, ...wishes }), undefined, HERE);
}

it.each([
  ['harbour-licence', {}],
  ['job-offer', {}],
  ['lease', { protocol: 'random-proposer' as const }],
])('runs %s in each order as if that order alone were asked for', async (name, wishes) => {
  const of = opened(name);
  const ids = of.scenario.issues.map(({ id }) => id);
  const groups = [ids.slice(0, 1), ids.slice(1, 2), ids.slice(2)].filter((group) => group.length > 0);
  const found = await orders(of, { ...wishes, agenda: groups.slice(0, 2).join(';') });
  expect(new Set(found.orders.map(({ order }) => order.join())).size).toBe(groups.length === 3 ? 6 : 2);
  for (const { order, outcome } of found.orders) {
    const agenda = order.map((group) => groups[group]!.join()).join(';');
    const { session } = await askSession(of, setupOf(of, { ...WISHES, ...wishes, agenda }), HERE);
    expect([outcome.ended, outcome.agreement]).toEqual([session.ended, session.agreement]);
    expect(outcome.round).toBe(session.agreement?.round ?? session.offers.at(-1)?.round ?? 0);
    expect(gainsOf(found, outcome)).toEqual(
      of.scenario.parties.map((_, party) =>
        session.agreement === null ? 0 : gainOf(of, party, session.agreement.deal),
      ),
    );
  }
  // With an agenda a party offers the least good deal for itself where nothing else is said.
  const whole = await askSession(of, setupOf(of, { ...WISHES, ...wishes, offers: 'thrifty' }), HERE);
  expect(found.atOnce.agreement).toEqual(whole.session.agreement);
});

it('takes the agenda of the file, and counts orders that end alike together', async () => {
  const { issues } = opened('harbour-licence').scenario;
  const groups = issues.slice(0, 3).map(({ id }) => [id]);
  const of = opened('harbour-licence', { agenda: { groups, revisable: false } });
  const found = await orders(of, {});
  expect(found.orders).toHaveLength(24);
  const ended = (all: boolean) =>
    ordersView(found, wholeFocus(of.scenario, all, 'winset')).sections.find(({ title }) => title === 'How they end')!;
  expect(ended(true).rows).toHaveLength(25);
  const counts = ended(false).rows.slice(1);
  expect(counts.length).toBeLessThan(24);
  expect(counts.reduce((sum, { cells }) => sum + Number(cells[0]), 0)).toBe(24);
  expect(document(found)).toMatchObject({
    orderCount: 24,
    orders: found.orders.map(() => ({ ended: expect.any(String) })),
  });
});

it('refuses what has no orders, or too many', async () => {
  const of = opened('harbour-licence');
  const ids = of.scenario.issues.map(({ id }) => id);
  await expect(orders(of, {})).rejects.toMatchObject({ lines: [expect.stringContaining('without an agenda')] });
  await expect(orders(of, { agenda: ids.join() })).rejects.toMatchObject({
    lines: [expect.stringContaining('one order')],
  });
  const large = opened('ukraine-2025-short');
  const seven = large.scenario.issues.slice(0, 7).map(({ id }) => id);
  expect(seven).toHaveLength(7);
  await expect(orders(large, { agenda: seven.join(';') })).rejects.toMatchObject({
    lines: [expect.stringContaining('up to 6 groups')],
  });
});

it('says for each party which order is best and which is worst', async () => {
  const of = opened('lease');
  const ids = of.scenario.issues.map(({ id }) => id);
  const asked = await orders(of, { agenda: ids.join(';') });
  const ends = (deal: Deal) => {
    const agreement = {
      round: 3,
      proposer: 0,
      deal,
      utility: utilityPoints(of.compiled.problem, deal),
      signers: [0, 1],
    };
    return { ended: 'deal' as const, round: 3, group: 1, agreement };
  };
  const deals = [
    [0, 0],
    [1, 1],
  ];
  const found = { ...asked, orders: asked.orders.map((order, k) => ({ ...order, outcome: ends(deals[k]!) })) };
  const view = ordersView(found, wholeFocus(of.scenario, true, 'winset'));
  const gains = found.orders.map(({ outcome }) => gainsOf(found, outcome));
  const worth = view.sections.find(({ title }) => title === 'What the order is worth')!;
  const told = worth.rows.map(({ cells }) => [Number(cells[1]), cells[2], Number(cells[3]), cells[4]]);
  const expected = of.scenario.parties.map((_, party) => {
    const [first, second] = [gains[0]![party]!, gains[1]![party]!];
    expect(first).not.toBe(second);
    return first > second ? [first, 'A, B', second, 'B, A'] : [second, 'B, A', first, 'A, B'];
  });
  expect(told).toEqual(expected);
  expect(view.sentences.join(' ')).toMatch(/What the order changes: .* gains from .* to /);
});

it('tells orders apart: what is settled first decides whether the rest can be', async () => {
  const of = opened('festival', shipped('festival').bargaining);
  const ids = of.scenario.issues.map(({ id }) => id);
  const found = await askOrders(of, setupOf(of, { seed: '1', agenda: ids.join(';') }), undefined, HERE);
  expect(new Set(found.orders.map(({ outcome }) => outcome.ended))).toEqual(new Set(['deal', 'deadline']));
  expect(found.atOnce.ended).toBe('deal');
});

it('names the figures that have no room', async () => {
  const of = opened('harbour-licence');
  const ids = of.scenario.issues.map(({ id }) => id);
  const found = await orders(of, { agenda: ids.slice(0, 2).join(';') });
  const view = ordersView(found, wholeFocus(of.scenario, false, 'winset'));
  expect(textSheet(view, 60)).toContain('Columns without room here: ');
  expect(textSheet(view, 200)).not.toContain('Columns without room here: ');
});
