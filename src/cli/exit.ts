/**
 * How a command ends: 0 done (an empty zone is an answer), 1 fault of the program, 2 bad input or usage.
 */
export const EXIT = { done: 0, fault: 1, input: 2 } as const;

/** Input that cannot be used. Its lines go to stderr as they are and the command ends with `EXIT.input`. */
export class InputError extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'InputError';
    this.lines = lines;
  }
}
