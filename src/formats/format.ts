/** What a format of another program is: how it is told by content, read and written. */
import type { Scenario } from '../scenario/scenario.ts';
import type { ForeignRead, Note } from './foreign.ts';
import type { Source } from './source.ts';

export interface Format {
  /** As `--to` names it. */
  readonly id: string;
  /** As a report names it. */
  readonly name: string;
  /** Told by the first bytes and the names of files. Absent for a format that is only written. */
  readonly recognises?: (source: Source) => boolean;
  /** @throws Refusal */
  readonly read?: (source: Source) => Promise<ForeignRead>;
  /** Absent for a format that is only read. @throws Refusal where the format cannot hold the scenario at all */
  readonly write?: (scenario: Scenario) => Promise<Written>;
  /** What `write` gives: one file of any name, or files in a folder. */
  readonly gives?: 'file' | 'folder';
}

export interface WrittenFile {
  /** Relative to the folder; empty for the one file of a format that gives one. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface Written {
  readonly files: readonly WrittenFile[];
  readonly notes: readonly Note[];
}
