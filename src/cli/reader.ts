/** The entry of the thread that reads a scenario for the interface: the argument comes in, what was read goes out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Reading } from '../questions/opened.ts';
import { readScenario } from './open-scenario.ts';
import type { Opened } from './open-scenario.ts';

const port = parentPort;
const argument: unknown = workerData;
if (port === null || typeof argument !== 'string') throw new TypeError('a thread that is given a path');
port.postMessage(asData(await readScenario(argument)));

/** Without the functions that a reading carries for later questions about the text: they cannot leave the thread. */
function asData(reading: Reading<Opened>): Reading<Opened> {
  if (!reading.ok) return reading;
  const { scenario, warnings, files, under, foreign } = reading.opened;
  return { ok: true, opened: { scenario, warnings, files, under, foreign } };
}
