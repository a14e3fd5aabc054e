/** What is told of a call while it runs: a word at once, then how far the work is, and that it still goes on. */
import type { Crew, Progress } from '../questions/crew.ts';
import type { Work } from '../questions/question.ts';
import { crewOf } from '../questions/pool-crew.ts';
import type { Pool } from '../jobs/pool.ts';
import type { Call } from './tool.ts';

/** Sends one notice; numbers ascend from 1. */
export type Notify = (notice: { readonly progress: number; readonly message: string }) => void;

/** Notices of one call come no faster than this, and no slower while it runs. */
const LEAST_MS = 250;
const MOST_MS = 5000;

/** Runs a call with a crew from the pool; once it has ended nothing more is told. */
export async function watched<T>(
  pool: () => Pool,
  cancel: AbortSignal,
  notify: Notify,
  run: (call: Call) => Promise<T>,
): Promise<T> {
  let sent = 0;
  let last = -Infinity;
  let message = 'Reading the scenario';
  const tell = (): void => {
    last = performance.now();
    notify({ progress: ++sent, message });
  };
  const onProgress = (doing: string, { text, share }: Progress): void => {
    const part = share === null ? '' : ` (${Math.floor(100 * share)} %)`;
    message = text === '' ? doing : `${doing}: ${text}${part}`;
    if (performance.now() - last >= LEAST_MS) tell();
  };
  const crewFor = ({ doing }: Work): Crew => {
    message = doing;
    tell();
    return crewOf(pool(), { cancel, onProgress: (progress) => onProgress(doing, progress) });
  };
  tell();
  const alive = setInterval(tell, MOST_MS);
  try {
    return await run({ crewFor });
  } finally {
    clearInterval(alive);
  }
}
