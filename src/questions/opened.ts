/** What every question is asked about: a scenario as read, at the stage and with the changes asked for, compiled. */
import { compileProblem } from '../compile/compile.ts';
import type { SingleEdit } from '../scenario/edit/edit.ts';
import { withEdits } from '../scenario/edit/edit.ts';
import type { Finding } from '../scenario/finding.ts';
import { formatFinding } from '../scenario/finding.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { atStage, namesIn, withoutAssumed, withoutRedLines } from './choose.ts';
import type { OpenCase } from './question.ts';
import { withSettings } from './set.ts';

/** Options that say what a question is asked about. */
export interface PositionFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
}

/** A scenario that was read and found sound. */
export interface Sound {
  readonly scenario: Scenario;
  readonly warnings: readonly Finding[];
}

/** A scenario that can be used, or everything that is wrong with it and what else could have been meant. */
export type Reading<S extends Sound = Sound> =
  | { readonly ok: true; readonly opened: S }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly hints: readonly string[] };

/** @throws InputError for a stage, a red line or a number that the scenario does not have */
export function openedCase(
  { scenario: file, warnings }: Sound,
  { stage, without, set = [] }: PositionFlags,
  version: string,
): OpenCase {
  const { scenario: edited, settings, off } = withSettings(atStage(file, stage), file, set);
  const { scenario, assumptions } = withoutRedLines(edited, [...off, ...namesIn(without)]);
  const edits = settings.map(({ edit }) => edit);
  return {
    file,
    scenario,
    compiled: compileProblem(scenario),
    assumptions,
    settings,
    // A stage may change what was set and lines that are set aside, so both are done again at each.
    changed: (positions) => withoutAssumed(withEdits(positions, edits, file), assumptions),
    warnings: warnings.map(formatFinding),
    version,
  };
}

/** What was asked for beyond the file, as the edits of a person who makes it so. */
export function editsFor(
  stage: string | undefined,
  { settings = [], assumptions }: Pick<OpenCase, 'settings' | 'assumptions'>,
): readonly SingleEdit[] {
  return [
    ...(stage === undefined ? [] : [{ kind: 'stage' as const, stage }]),
    ...settings.map(({ edit }) => edit),
    ...assumptions.map(({ party, redLine }) => ({
      kind: 'dropRedLine' as const,
      party: party.id,
      redLine: redLine.id,
    })),
  ];
}

/** "talks.yaml@berlin" is the scenario in talks.yaml at its stage berlin; `exists` says whether a whole name is one already. */
export function splitStage(
  argument: string,
  exists: (argument: string) => boolean,
): { readonly name: string; readonly stage: string | undefined } {
  const at = argument.lastIndexOf('@');
  if (at < 1 || exists(argument)) return { name: argument, stage: undefined };
  return { name: argument.slice(0, at), stage: argument.slice(at + 1) };
}
