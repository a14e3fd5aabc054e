/** What no terminal shows, in what a program writes. */
export const MARK_BEGINS = '\u001b]7777;ended ';

/** Says that the command before ended with this code. */
export function markOf(code: number): string {
  return `${MARK_BEGINS}${code}\u0007`;
}

// oxlint-disable-next-line no-control-regex
export const MARK = /\u001b\]7777;ended (\d+)\u0007/u;
