/**
 * How a command ends: 0 done (an empty zone is an answer), 1 fault of the program, 2 bad input or usage, 130 ended by
 * ctrl-c.
 */
export const EXIT = { done: 0, fault: 1, input: 2, interrupted: 130 } as const;

/** Thrown once ctrl-c has ended work that had nothing to show yet. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
