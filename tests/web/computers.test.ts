/** Roles that the program plays in a class. */
import { afterEach, describe, expect, it } from 'vitest';
import { worthTo } from '../../src/class/game.ts';
import { computersOf } from '../../src/web/computers.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { runs } from '../runs.ts';
import { MIDDLE } from '../class/support.ts';
import { codeOf, houseOf } from './support.ts';
import type { House } from './support.ts';

let house: House;
afterEach(() => house.end());

/** Lets so many minutes pass, with a look at every table each ten seconds. */
function pass(minutes: number, computers: ReturnType<typeof computersOf>): void {
  for (let k = 0; k < minutes * 6; k++) {
    house.time.minute += 1 / 6;
    house.desk.tick();
    computers.tick();
  }
}

const SOLO = 'computer: { company: linear, residents: conceder }\n';

describe('a person alone with roles of the program', () => {
  it('gets offers at the pace of the table, answers, and a signature', async () => {
    house = await houseOf({
      scenario: 'harbour-licence',
      teams: ['1'],
      plan: 'computer: { authority: conceder, city: conceder, fishers: conceder, union: conceder, wardens: conceder }\n',
    });
    await (await house.instructor()).act({ kind: 'start' });
    const computers = computersOf(house.desk);
    const operator = await house.join(codeOf('1-operator'));
    pass(1, computers);
    const first = await operator.view();
    const spoke = first.proposals.flatMap(({ by, accepted }) => [by, ...accepted]);
    for (const role of ['authority', 'city', 'fishers', 'union', 'wardens']) expect(spoke).toContain(role);
    expect(first.roles.map(({ by }) => by)).toEqual(['person', ...Array.from({ length: 5 }, () => 'computer')]);
    // Nobody hurries: as long as the person says nothing, they hold to their first offers for a while.
    pass(1, computers);
    expect((await operator.view()).proposals).toEqual(first.proposals);
    // A text that is better for all six than no licence.
    await operator.act({
      kind: 'propose',
      deal: { quay: '450', hours: 'night', jobs: '60', marsh: 'large', fee: '2' },
    });
    const { number } = (await operator.view()).proposals.find(({ by }) => by === 'operator')!;
    await operator.act({ kind: 'accept', proposal: number, sure: true });
    pass(57, computers);
    const { result } = await operator.view();
    expect(result).toMatchObject({ deal: { quay: '450', fee: '2' }, worth: { belowLeast: false } });
    expect(result!.by.length).toBeGreaterThanOrEqual(5);
  });

  it('is let go without a deal when that is what every person wants', async () => {
    house = await houseOf({ teams: ['1'], plan: SOLO });
    await (await house.instructor()).act({ kind: 'start' });
    const computers = computersOf(house.desk);
    const council = await house.join(codeOf('1-council'));
    await council.act({ kind: 'propose', deal: null });
    pass(1, computers);
    expect((await council.view()).result).toBeNull();
    const { number } = (await council.view()).proposals.find(({ deal }) => deal === null)!;
    await council.act({ kind: 'accept', proposal: number, sure: true });
    pass(1, computers);
    expect((await council.view()).result).toMatchObject({ deal: null });
  });

  it('never sees the program sign or offer below its least, or cross its lines', async () => {
    const kinds = ['boulware', 'linear', 'conceder', 'averaged-tit-for-tat', 'micro', 'learning'];
    const tried = kinds.slice(0, runs(20));
    for (const kind of tried) {
      house = await houseOf({
        teams: ['1'],
        plan: `computer: { company: ${kind}, residents: ${kind}, council: ${kind} }\n`,
      });
      await (await house.instructor()).act({ kind: 'start' });
      pass(59, computersOf(house.desk));
      for (const { event } of house.desk.room.entries()) {
        if (event.kind !== 'proposed' || event.deal === null) continue;
        const { belowLeast, crosses } = worthTo(house.game, null, event.role, event.deal);
        expect([belowLeast, crosses]).toEqual([false, []]);
      }
      // The hedge leaves no deal that all three could sign.
      expect(house.desk.room.state().teams[0]!.result).toBeNull();
      expect(house.desk.room.entries().filter(({ event }) => event.kind === 'proposed').length).toBeGreaterThan(3);
      if (kind !== tried.at(-1)) house.end();
    }
  });
});

it('says the same whatever the others’ sheets hold', async () => {
  const said = async (factor: number): Promise<unknown> => {
    const change = (scenario: Scenario): Scenario => {
      const parties = scenario.parties.map((party) =>
        party.id === 'buyer' ? { ...party, disagreement: { value: factor }, reservation: { value: factor } } : party,
      );
      return { ...scenario, parties };
    };
    house = await houseOf({ scenario: 'cargo-bike', teams: ['1'], plan: 'computer: { seller: linear }\n', change });
    await (await house.instructor()).act({ kind: 'start' });
    pass(10, computersOf(house.desk));
    return house.desk.room.entries().flatMap(({ event }) => (event.kind === 'proposed' ? [event.deal] : []));
  };
  const first = await said(10);
  house.end();
  expect(first).not.toEqual([]);
  expect(await said(70)).toEqual(first);
});

it('plays on for somebody who has left, and gives the role back', async () => {
  house = await houseOf({ teams: ['1'] });
  const teacher = await house.instructor();
  await teacher.act({ kind: 'start' });
  const company = await house.join(codeOf('1-company'));
  await teacher.act({ kind: 'absent', seat: '1-company', absent: true });
  await teacher.act({ kind: 'computer', team: '1', role: 'company', strategy: 'linear' });
  pass(1, computersOf(house.desk));
  expect((await company.view()).proposals.map(({ by }) => by)).toEqual(['company']);
  expect(await company.act({ kind: 'propose', deal: MIDDLE })).toMatchObject({
    kind: 'refused',
    reason: /program plays/,
  });
  const back = await house.join(codeOf('1-company'));
  expect(await back.act({ kind: 'propose', deal: MIDDLE })).toEqual({ kind: 'done' });
});
