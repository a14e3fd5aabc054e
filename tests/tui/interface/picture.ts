/** What holds for every picture of the interface, whatever it shows. */
import { expect } from 'vitest';
import { columns as width } from '../../../src/report/text/width.ts';
import type { Program, TerminalSize, Wanted } from './program.ts';
import { holds } from './program.ts';

/** Fails unless the picture fills the terminal and no more, with every box closed and the way out in sight. */
export function expectWhole({ glass }: Program, shown: string, { columns, rows }: TerminalSize): void {
  const lines = shown.split('\n');
  expect(lines).toHaveLength(rows);
  expect(glass.buffer.active.type).toBe('alternate');
  expect(glass.buffer.active.baseY).toBe(0);
  expect(lines[0]).toMatch(/^ winset /u);
  expect(lines.at(-1)).toMatch(/\? help {2}q quit$/u);
  expectClosed(shown);
  for (const line of lines.filter((of) => /^[│┃]/u.test(of))) {
    expect(line).toMatch(/[│┃╮╯┓┛]$/u);
    expect(width(line)).toBeLessThanOrEqual(columns);
  }
}

/** Every box has its four corners. */
export function expectClosed(shown: string): void {
  const count = (sign: string): number => shown.split(sign).length - 1;
  for (const corners of ['╭ ╮ ╰ ╯', '┏ ┓ ┗ ┛']) {
    const [first, ...others] = corners.split(' ').map(count);
    expect(others).toEqual([first, first, first]);
  }
}

/** Fails unless the terminal comes to show it. */
export async function expectSeen(program: Program, wanted: Wanted): Promise<string> {
  const seen = await program.see(wanted);
  expect(holds(wanted, seen)).toBe(true);
  return seen;
}
