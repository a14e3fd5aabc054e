/** A scenario as commands and the interface open it. */
import { InputError } from '../questions/input-error.ts';
import type { Reading } from '../questions/opened.ts';
import { formatFinding } from '../scenario/finding.ts';
import type { Loaded } from '../scenario/read/load.ts';

export type Opened = Pick<Loaded, 'scenario' | 'warnings' | 'files' | 'under'> & {
  /** The format of another program that it was read from; null for a scenario of winset. */
  readonly foreign: string | null;
};

/** What was read, where it can be used. @throws InputError with every finding where it cannot */
export function soundly(reading: Reading<Opened>): Opened {
  if (reading.ok) return reading.opened;
  throw new InputError([...reading.findings.map(formatFinding), ...reading.hints]);
}
