/**
 * Measurements that cannot run away: each runs in one worker thread that is ended when its time is up.
 *
 * The worker loads the bundled bench itself and finds the measurement among the names that `main.ts` exports. It is
 * kept between measurements, so its code stays warm.
 */
import { Tinypool } from 'tinypool';

export class Bench {
  readonly #pool: Tinypool;

  /** `file`: the bundled bench, as a URL. */
  constructor(file: string) {
    this.#pool = new Tinypool({ filename: file, minThreads: 1, maxThreads: 1 });
  }

  /** The result of the named measurement, or null when it took longer than it may. The type is the measurement's. */
  async run<Measurement extends (input: never) => unknown>(
    name: string,
    input: Parameters<Measurement>[0],
    seconds: number,
  ): Promise<Awaited<ReturnType<Measurement>> | null> {
    const signal = AbortSignal.timeout(seconds * 1000);
    try {
      const result: Awaited<ReturnType<Measurement>> = await this.#pool.run(input, { name, signal });
      return result;
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
