/** Seeded randomness: the only source of chance in the engine, always handed in by the caller. */
import seedrandom from 'seedrandom';

/** Numbers uniform in [0, 1); the same seed gives the same sequence everywhere. */
export type Random = () => number;

export function seededRandom(seed: string): Random {
  return seedrandom.alea(seed);
}
