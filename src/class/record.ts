/**
 * The record of a class, `class.db`: its events in an SQLite file, appended and never changed. An event is on the disk
 * before it is answered, so whatever was answered is there after a crash; the id that an action brings along keeps it from
 * being recorded twice, however often it is sent.
 */
import { existsSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Database } from 'node-sqlite3-wasm';
import { z } from 'zod';
import type { Entry, Event, Who } from './event.ts';
import { eventSchema, whoSchema } from './event.ts';

export const RECORD_FILE = 'class.db';

export interface ClassRecord {
  /** Everything so far, oldest first. */
  readonly entries: () => readonly Entry[];
  /** What this person has recorded under this id; empty where nothing. */
  readonly under: (who: Who, action: string) => readonly Entry[];
  /** All or none of them, on the disk when this returns. @throws RecordError where the file cannot be written */
  readonly append: (who: Who, action: string, at: number, events: readonly Event[]) => readonly Entry[];
  /** Everything that is appended meanwhile, in one go: on the disk when this returns, or none of it. @throws RecordError */
  readonly together: <T>(work: () => T) => T;
  readonly close: () => void;
}

/** The message is for the person: what is wrong with the file, and what to do. */
export class RecordError extends Error {}

const TABLES = `
  CREATE TABLE IF NOT EXISTS event (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    part INTEGER NOT NULL,
    event TEXT NOT NULL,
    UNIQUE (who, action, part)
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS never_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER IF NOT EXISTS never_deleted BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
`;

/**
 * The record at a path, made where there is none, for the one program that writes it.
 * @throws RecordError where another program has it open, or the file is none of these
 */
export async function openRecord(path: string): Promise<ClassRecord> {
  const release = claim(path);
  try {
    const db = await connect(path);
    // The journal is kept between two actions: half the work of making it anew each time, and as safe.
    patiently(path, () => db.exec(`PRAGMA synchronous = FULL; PRAGMA journal_mode = PERSIST; ${TABLES}`));
    return recordOn(db, path, release);
  } catch (error) {
    release();
    throw asRecordError(path, error);
  }
}

/** What a record says, also while a program writes it; null where there is no file. @throws RecordError */
export async function readRecord(path: string): Promise<readonly Entry[] | null> {
  if (!existsSync(path)) return null;
  if (!isOpen(path)) breakLock(path, 0);
  const db = await connect(path);
  try {
    return patiently(path, () => entriesIn(db));
  } catch (error) {
    throw asRecordError(path, error);
  } finally {
    db.close();
  }
}

function recordOn(db: Database, path: string, release: () => void): ClassRecord {
  return {
    entries: () => entriesIn(db),
    under: (who, action) => entriesIn(db, ' WHERE who = ? AND action = ?', [JSON.stringify(who), action]),
    append: (who, action, at, events) => {
      try {
        return patiently(path, () => append(db, who, action, at, events));
      } catch (error) {
        throw asRecordError(path, error);
      }
    },
    together: (work) => {
      try {
        patiently(path, () => db.exec('BEGIN IMMEDIATE'));
        return committed(db, work);
      } catch (error) {
        throw asRecordError(path, error);
      }
    },
    close: () => {
      db.exec('PRAGMA journal_mode = DELETE');
      db.close();
      release();
    },
  };
}

function append(db: Database, who: Who, action: string, at: number, events: readonly Event[]): readonly Entry[] {
  const insert = (): readonly Entry[] =>
    events.map((event, part): Entry => {
      const values = [at, JSON.stringify(who), action, part, JSON.stringify(event)];
      const { lastInsertRowid } = db.run(
        'INSERT INTO event (at, who, action, part, event) VALUES (?, ?, ?, ?, ?)',
        values,
      );
      return { number: Number(lastInsertRowid), at, who, event };
    });
  if (db.inTransaction) return insert();
  db.exec('BEGIN IMMEDIATE');
  return committed(db, insert);
}

/** Does the work of a transaction that has begun, and ends it: on the disk where all went well. */
function committed<T>(db: Database, work: () => T): T {
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const row = z.object({ number: z.number(), at: z.number(), who: z.string(), event: z.string() });

function entriesIn(db: Database, where = '', values: string[] = []): readonly Entry[] {
  return db.all(`SELECT number, at, who, event FROM event${where} ORDER BY number`, values).map((read) => {
    const { number, at, who, event } = row.parse(read);
    return { number, at, who: whoSchema.parse(JSON.parse(who)), event: eventSchema.parse(JSON.parse(event)) };
  });
}

async function connect(path: string): Promise<Database> {
  const { default: sqlite } = await import('node-sqlite3-wasm');
  return new sqlite.Database(path);
}

/** Marks the record as written by this program; gives what takes the mark away. */
function claim(path: string): () => void {
  const mark = markOf(path);
  if (isOpen(path)) {
    throw new RecordError(
      `${path} is open in another program (process ${readFileSync(mark, 'utf8').trim()}); close that one first. ` +
        `Where there is no such program, delete ${mark}`,
    );
  }
  try {
    writeFileSync(mark, `${process.pid}\n`);
  } catch (error) {
    throw asRecordError(path, error);
  }
  breakLock(path, 0);
  claimed.add(path);
  return () => {
    claimed.delete(path);
    rmSync(mark, { force: true });
  };
}

/** Paths of the records that this program has open. */
const claimed = new Set<string>();

function markOf(path: string): string {
  return `${path}.open`;
}

/** Whether a program that still runs has the record open; one that was killed leaves its mark behind. */
function isOpen(path: string): boolean {
  const mark = markOf(path);
  const pid = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : Number.NaN;
  if (!Number.isInteger(pid) || pid <= 0) return false;
  // In a container a program that was killed may come back under the same number.
  if (pid === process.pid) return claimed.has(path);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Nobody holds the lock for longer than a few milliseconds: one that is older is of a program that was killed. */
const OLDEST_LOCK = 3000;
const PAUSE = 5;

/** Tries again while another program reads or writes. */
function patiently<T>(path: string, work: () => T): T {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Error) || !/locked/.test(error.message)) throw error;
      breakLock(path, OLDEST_LOCK);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** The library locks a file by a folder beside it, which stays where the program is killed meanwhile. */
function breakLock(path: string, age: number): void {
  const lock = `${path}.lock`;
  try {
    if (Date.now() - statSync(lock).mtimeMs >= age) rmdirSync(lock);
  } catch {
    // not there, or another program was quicker
  }
}

function asRecordError(path: string, error: unknown): RecordError {
  if (error instanceof RecordError) return error;
  return new RecordError(`${path} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
}
