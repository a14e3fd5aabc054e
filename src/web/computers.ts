/** Roles that the program plays, at the pace of the table. */
import type { Desk } from './desk.ts';

export interface Computers {
  /** Lets every role of the program that has something to say say it. */
  readonly tick: () => void;
}

export function computersOf(desk: Desk): Computers {
  void desk;
  return { tick: () => {} };
}
