/**
 * How much one place may ask in a while. A whole class may come from one address, so wrong code words are counted by
 * address and everything else by seat.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface Limits {
  /** Of an address: whether it may try a code word now. A wrong one counts. */
  readonly mayTry: (address: string) => Promise<boolean>;
  readonly wrong: (address: string) => Promise<void>;
  /** Of a seat or the instructor: counts one action. */
  readonly mayAct: (who: string) => Promise<boolean>;
  /** Of an address: counts one request of any kind. */
  readonly mayAsk: (address: string) => Promise<boolean>;
}

/** Seconds. */
export const PAUSE = 60;
const WRONG_CODES = 20;
const ACTIONS = { points: 60, duration: 10 };
/** Two hundred people behind one address who all reload at once stay below that. */
const REQUESTS = { points: 4000, duration: 10 };

export function newLimits(): Limits {
  const wrong = new RateLimiterMemory({ points: WRONG_CODES, duration: PAUSE });
  const actions = new RateLimiterMemory(ACTIONS);
  const requests = new RateLimiterMemory(REQUESTS);
  const count = async (limiter: RateLimiterMemory, key: string): Promise<boolean> => {
    try {
      await limiter.consume(key);
      return true;
    } catch (refusal) {
      // The library refuses with an object that says how long to wait, and fails with an error.
      if (refusal instanceof Error) throw refusal;
      return false;
    }
  };
  return {
    mayTry: async (address) => ((await wrong.get(address))?.remainingPoints ?? WRONG_CODES) > 0,
    wrong: async (address) => void (await wrong.penalty(address)),
    mayAct: (who) => count(actions, who),
    mayAsk: (address) => count(requests, address),
  };
}
