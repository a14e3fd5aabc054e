/** What the tool server is given by the program around it: scenarios and texts to read, and for whom it speaks. */
import type { Reading } from '../questions/opened.ts';

export interface Surroundings {
  /** Of this program. */
  readonly version: string;
  /** The party whose numbers alone are known to the client; null: everybody's are. */
  readonly as: string | null;
  /** What is asked about where a call names no scenario; null: each call names one. */
  readonly usual: string | null;
  /** Of a path, or of the name of a scenario that comes with winset. */
  readonly read: (argument: string) => Promise<Reading>;
  /** Of a text that stands for a whole scenario; `name` is what findings call it. */
  readonly readText: (text: string, name: string) => Promise<Reading>;
  /** Whether there is anything to read at a path or under a name. */
  readonly exists: (argument: string) => boolean;
  /** The scenarios that come with winset. */
  readonly shipped: readonly { readonly name: string; readonly folder: string }[];
  /** Where its documents stand. */
  readonly docs: string;
}
