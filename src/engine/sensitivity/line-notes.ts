/**
 * What searches along lines of numbers leave behind for the next ones, at other steps and along other lines: deals of one
 * step are often deals of another, and multipliers hardly change.
 */
import type { Problem } from '../problem.ts';
import { Notes } from '../search/memory.ts';
import type { Memory } from '../search/memory.ts';

export class LineNotes {
  /** By number of parties: problems with the party of the line a second time have notes of their own. */
  readonly #notes = new Map<number, Notes>();

  /** For searches of this problem until the next is opened. */
  open(problem: Problem): Memory {
    const { length } = problem.parties;
    const notes = this.#notes.get(length) ?? new Notes();
    this.#notes.set(length, notes);
    return notes.open(problem);
  }
}
