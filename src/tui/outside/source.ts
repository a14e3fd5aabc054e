/** The scenario that was opened, and where it lies. */
import type { Loaded, SourceFile } from '../../scenario/read/load-result.ts';

export interface Source {
  /** Absolute path of the scenario file, or of the overlay. */
  readonly path: string;
  /** Its texts, paths relative to its folder. */
  readonly files: readonly SourceFile[];
  /** Of an overlay: the scenario it stands on, and the name that it has for it. */
  readonly under: Loaded['under'];
  /** The format of another program that it was read from; null for a scenario of winset. */
  readonly foreign: string | null;
  /** What was said when it was read. */
  readonly warnings: readonly string[];
  /** What the person typed to open it. */
  readonly argument: string;
}
