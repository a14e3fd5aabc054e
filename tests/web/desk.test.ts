/** Actions of many people go on record together, each once, or not at all. */
import { afterEach, expect, it } from 'vitest';
import { readRecord } from '../../src/class/record.ts';
import { codeOf, houseOf } from './support.ts';
import type { House } from './support.ts';

let house: House;
afterEach(() => house.end());

const note = (seat: string, text: string) => ({ as: 'seat', seat, action: { kind: 'note', text } }) as const;

it('records what is asked for at the same moment in that order, and answers each', async () => {
  house = await houseOf({ teams: ['1', '2', '3'] });
  const seats = ['1-council', '2-company', '3-residents'];
  const asked = Array.from({ length: 30 }, (_, k) => ({
    seat: seats[k % 3]!,
    text: `note ${k}`,
    id: `action ${k % 15}`,
  }));
  const outcomes = await Promise.all(asked.map(({ seat, text, id }) => house.desk.performSoon(note(seat, text), id)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(asked.map(() => 'done'));
  const kept = (await readRecord(`${house.folder}/class.db`))!.flatMap(({ event }) =>
    event.kind === 'noted' ? [event.text] : [],
  );
  // The second fifteen have ids that were used already.
  expect(kept).toEqual(asked.slice(0, 15).map(({ text }) => text));
});

it('changes nothing where the disk takes none of it', async () => {
  house = await houseOf();
  const { room } = house.desk;
  const [before, count] = [room.state(), room.entries().length];
  const full = (): void =>
    room.together(() => {
      room.perform(note('1-council', 'lost'), 'some action', house.desk.now());
      throw new Error('the disk is full');
    });
  expect(full).toThrow('the disk is full');
  expect(room.state()).toBe(before);
  expect(room.entries()).toHaveLength(count);
  const council = await house.join(codeOf('1-council'));
  expect(await council.act({ kind: 'note', text: 'kept' }, 'some action')).toEqual({ kind: 'done' });
  expect((await council.view()).notes).toBe('kept');
});
