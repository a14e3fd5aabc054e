/** Who speaks first, where that is drawn for each of many sessions. */
import { seededRandom } from '../../random.ts';

/** A place in the order, drawn for the session of this seed. */
export function starterOf(order: readonly number[], seed: string): number {
  return Math.floor(seededRandom(`${seed}/start`)() * order.length);
}

/** The order from this place on, then those before it. */
export function startedBy(order: readonly number[], start: number): readonly number[] {
  return [...order.slice(start), ...order.slice(0, start)];
}
