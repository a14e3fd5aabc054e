/** A pool of worker threads as the crew of one question. */
import type { Crew, Progress, Told } from './crew.ts';
import type { JobOf, Kind, ProgressOf } from '../jobs/job.ts';
import type { Pool } from '../jobs/pool.ts';

export interface CrewOptions {
  /** Gives all jobs up. */
  readonly cancel?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export function crewOf(pool: Pool, { cancel, onProgress }: CrewOptions = {}): Crew {
  return {
    run: <K extends Kind>(jobs: readonly JobOf<K>[], progress: (told: Told<K>) => Progress) => {
      const told = jobs.map((): ProgressOf<K> | null => null);
      return Promise.all(
        jobs.map((job, index) =>
          pool.run<K>(job, {
            ...(cancel === undefined ? {} : { cancel }),
            onProgress: (word) => {
              told[index] = word;
              onProgress?.(progress(told));
            },
          }),
        ),
      );
    },
  };
}
