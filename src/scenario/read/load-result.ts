/**
 * What loading gives: the scenario with what is needed to write it back, or every finding.
 */
import type { Finding, Path } from '../finding.ts';
import type { Scenario } from '../scenario.ts';

/** One file of a scenario; the path is relative to the folder of the scenario file. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export type LoadResult =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      readonly warnings: readonly Finding[];
      /** The warnings that these files would have with changes made to the scenario. */
      readonly remarks: (scenario: Scenario) => readonly Finding[];
      /** The scenario file first, then the files of parties and of stages; of an overlay, the overlay alone. */
      readonly files: readonly SourceFile[];
      /** Of an overlay: the scenario it stands on and the name it has for it. Null for a scenario of its own. */
      readonly under: { readonly scenario: Scenario; readonly name: string } | null;
      /** An error at a place of the scenario file, for faults that show only when something is computed. */
      readonly fault: (path: Path, message: string) => Finding;
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export type Loaded = Extract<LoadResult, { readonly ok: true }>;
