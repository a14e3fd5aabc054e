/** The record of a class for a command: read, or opened to put something on it. */
import { randomUUID } from 'node:crypto';
import type { InstructorAction } from '../class/action.ts';
import { classroomOf } from '../class/classroom.ts';
import type { Entry } from '../class/event.ts';
import type { ClassFolder } from '../class/folder.ts';
import { placesOf } from '../class/folder.ts';
import { openRecord, readRecord, RecordError } from '../class/record.ts';
import type { State } from '../class/state.ts';
import { InputError } from '../questions/input-error.ts';

/** @throws InputError where there is no record yet, or it cannot be read */
export async function entriesOf({ record, path }: ClassFolder): Promise<readonly Entry[]> {
  const entries = await said(() => readRecord(record));
  if (entries !== null) return entries;
  throw new InputError([
    `error: nothing has happened in ${path} yet; winset class enter takes results from paper, winset class open runs it`,
  ]);
}

/** Does what the instructor asks for; a refusal is thrown as an InputError. */
export type Perform = (action: InstructorAction, refusal?: (reason: string) => string) => void;

/** The record opened, everybody seated, `work` done, and closed again. @throws InputError */
export async function onRecord<T>(folder: ClassFolder, work: (perform: Perform, state: () => State) => T): Promise<T> {
  const record = await said(() => openRecord(folder.record));
  try {
    const room = classroomOf(folder.game, record);
    const perform: Perform = (action, refusal = (reason) => `error: ${reason}`) => {
      const outcome = room.perform({ as: 'instructor', action }, randomUUID(), Date.now());
      if (outcome.kind === 'refused') throw new InputError([refusal(outcome.reason)]);
    };
    perform({ kind: 'open', seats: placesOf(folder.seats) });
    return work(perform, room.state);
  } finally {
    record.close();
  }
}

async function said<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RecordError) throw new InputError([`error: ${error.message}`]);
    throw error;
  }
}
