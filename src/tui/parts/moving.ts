/** The keys that move a cursor, the same on every screen, and where a cursor may stand. */
import type { Context } from '../model/context.ts';
import type { Command } from '../model/screen.ts';

/** Rows of a page. */
const PAGE = 10;

export interface Moving<S> {
  /** What the cursor goes over: "row", "issue". */
  readonly over: string;
  /** In the footer. */
  readonly order: number;
  /** The arrows to the sides, and h and l, move as well. */
  readonly sideways?: boolean;
  readonly unavailable?: (context: Context, state: S) => string | null;
  /** The state with the cursor so many rows further down, negative for up; infinite for the ends. */
  readonly move: (context: Context, state: S, rows: number) => S;
}

/** Up and down by a row, by a page, and to both ends. */
export function movingCommands<S>({ over, order, sideways = false, unavailable, move }: Moving<S>): Command<S>[] {
  const command = (id: string, label: string, keys: readonly string[], rows: number): Command<S> => ({
    id,
    label,
    keys,
    ...(unavailable === undefined ? {} : { unavailable }),
    run: (context, state) => ({ state: move(context, state, rows) }),
  });
  return [
    command('up', 'go up', ['up', 'k', ...(sideways ? ['left', 'h'] : [])], -1),
    {
      ...command('down', 'go down', ['down', 'j', ...(sideways ? ['right', 'l'] : [])], 1),
      hint: { text: 'move', order, keys: ['up', 'down'] },
    },
    command('page-up', 'go up a page', ['pageup'], -PAGE),
    command('page-down', 'go down a page', ['pagedown'], PAGE),
    command('first', `go to the first ${over}`, ['home', 'g'], -Infinity),
    command('last', `go to the last ${over}`, ['end', 'G'], Infinity),
  ];
}

/** The nearest of `count` places, from 0 on; 0 where there is none. */
export function within(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at));
}

/** The place `by` steps further among `count` in a circle. */
export function around(at: number, by: number, count: number): number {
  return (at + by + count) % count;
}
