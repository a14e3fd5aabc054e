/** Who works on the jobs of a question: threads of a command that ends, or of an interface that stays. */
import type { AnswerOf, JobOf, Kind, ProgressOf } from '../jobs/job.ts';
import { counted } from '../report/text/number.ts';

/** How far the work is, for the person. */
export interface Progress {
  /** "94 of 192 numbers". */
  readonly text: string;
  /** How much of it is done, 0..1; null where that cannot be said. */
  readonly share: number | null;
}

/** What each job has told last; null for one that has told nothing yet. */
export type Told<K extends Kind> = readonly (ProgressOf<K> | null)[];

export interface Crew {
  /**
   * The answers of the jobs, in their order; of the first jobs only, at least one, where the person stopped work that can
   * be stopped.
   * @throws whatever a job throws, or an error once the work is given up
   */
  readonly run: <K extends Kind>(
    jobs: readonly JobOf<K>[],
    progress: (told: Told<K>) => Progress,
  ) => Promise<readonly AnswerOf<K>[]>;
}

/** Progress of jobs that count what they have done. */
export function counting(of: number, noun: string): (told: readonly (number | null)[]) => Progress {
  return (told) => {
    const done = told.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    return { text: `${done} of ${counted(of, noun)}`, share: of === 0 ? null : done / of };
  };
}

/** Consecutive parts of 0..count, at most `most` of them and none shorter than `least` but the last; one at the least. */
export function partsOf(count: number, most: number, least = 1): readonly Part[] {
  const size = Math.max(least, Math.ceil(count / most));
  return Array.from({ length: Math.max(1, Math.ceil(count / size)) }, (_, k) => ({
    from: k * size,
    to: Math.min(count, (k + 1) * size),
  }));
}

export interface Part {
  readonly from: number;
  readonly to: number;
}

/** @throws RangeError for an empty list: every job has an answer */
export function first<T>(answers: readonly T[]): T {
  const [one] = answers;
  if (one === undefined) throw new RangeError('every job has an answer');
  return one;
}

/** For a job whose progress is not worth a word. */
export function silent(): Progress {
  return { text: '', share: null };
}
