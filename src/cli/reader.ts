/** The entry of the thread that reads for the interface: the argument comes in, what was read goes out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Reading } from '../questions/opened.ts';
import { readingsBeside } from './readings-beside.ts';
import { readScenario } from './open-scenario.ts';
import { mainFile } from './scenario-path.ts';
import type { Beside } from '../tui/model/context.ts';
import type { Opened } from './opened.ts';

/** A scenario, and the readings that lie beside it. */
export interface Read {
  readonly reading: Reading<Opened>;
  readonly beside: readonly Beside[];
}

const port = parentPort;
const argument: unknown = workerData;
if (port === null || typeof argument !== 'string') throw new TypeError('a thread that is given a path');
port.postMessage(await readAll(argument));

async function readAll(of: string): Promise<Read> {
  const reading = await readScenario(of);
  const beside = reading.ok ? readingsBeside(mainFile(of, reading.opened)) : [];
  return { reading: asData(reading), beside };
}

/** Without the functions that a reading carries for later questions about the text: they cannot leave the thread. */
function asData(reading: Reading<Opened>): Reading<Opened> {
  if (!reading.ok) return reading;
  const { scenario, warnings, files, under, foreign } = reading.opened;
  return { ok: true, opened: { scenario, warnings, files, under, foreign } };
}
