/** A scenario read in a thread of its own: the terminal is heeded meanwhile, and the interface loaded. */
import { Worker } from 'node:worker_threads';
import type { Read } from './reader.ts';

/** Whatever is wrong with the scenario is part of what was read; rejects only for a fault of the program. */
export function readInThread(argument: string): Promise<Read> {
  const thread = new Worker(new URL('./reader.js', import.meta.url), { workerData: argument });
  return new Promise((resolve, reject) => {
    thread.once('message', (read: Read) => resolve(read));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread that reads ended early')));
  });
}
