/**
 * `winset elicit`: one party of a scenario is asked what it wants, and its answers become an overlay that stands on the
 * scenario. Asked again with the same overlay it goes on where it stopped.
 */
import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { withNoScoreSaid } from '../making/scored.ts';
import { withNothingSaid } from '../making/valued.ts';
import { InputError } from '../questions/input-error.ts';
import { formatFinding } from '../scenario/finding.ts';
import { loadScenario } from '../scenario/read/load.ts';
import { overlayText } from '../scenario/save/overlay-text.ts';
import type { Provenance, Scenario } from '../scenario/scenario.ts';
import { unknownName } from '../scenario/suggest.ts';
import { isDate } from '../scenario/format/texts.ts';
import { unvaluedIn } from '../scenario/unvalued.ts';
import { ASCII, UNICODE } from '../tui/draw/glyphs.ts';
import { writeMessage, writeWhole } from '../tui/outside/write-file.ts';
import { openScenario } from './open-scenario.ts';
import { scenarioPath } from './scenario-path.ts';
import { prepareColors } from './terminal.ts';

export interface ElicitFlags {
  readonly party: string;
  readonly out?: string | undefined;
  readonly by?: string | undefined;
  readonly date?: string | undefined;
  readonly ascii?: true | undefined;
}

/** @throws InputError */
export async function runElicit(argument: string, flags: ElicitFlags): Promise<void> {
  if (argument === '-')
    throw new InputError(['error: an overlay stands on a file; name the scenario as a file or folder']);
  const { scenario: base, foreign } = await openScenario(argument);
  if (foreign !== null)
    throw new InputError([
      `error: ${argument} is a file of another program; make a scenario of it first: winset import`,
    ]);
  const party = base.parties.findIndex(({ id }) => id === flags.party);
  if (party === -1)
    throw new InputError([
      `error: ${unknownName(
        'party',
        flags.party,
        base.parties.map(({ id }) => id),
      )}`,
    ]);
  const who = base.parties[party]!;
  const out =
    flags.out ??
    `${basename(resolve(scenarioPath(argument))).replace(/\.(ya?ml|json)$/u, '')}-${who.id.replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-')}.yaml`;
  const begun = existsSync(out)
    ? resumed(out, base, party)
    : who.preferences.form === 'scores'
      ? withNoScoreSaid(base, party)
      : withNothingSaid(base, party);
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new InputError([
      'error: the questions of `winset elicit` need a terminal, and this is a pipe',
      `Without one, write the overlay with an editor: docs/scenario-format.md, Overlays. \`winset schema --overlay\` helps.`,
    ]);
  }
  const provenance = provenanceOf(flags, who.name);
  prepareColors();
  const [{ enter }, { runWizard }, { startWizard }] = await Promise.all([
    import('../tui/enter.ts'),
    import('../tui/wizard/run.ts'),
    import('../tui/wizard/state.ts'),
  ]);
  const baseName = baseNameFrom(out, argument);
  let present = begun;
  let isWritten = existsSync(out);
  const keep = (scenario: Scenario): string | null => {
    try {
      writeWhole([{ path: out, text: overlayText(base, scenario, { baseName }) }]);
    } catch (error) {
      return writeMessage(out, error);
    }
    const fault = isWritten ? null : readingFault(out);
    if (fault !== null) return fault;
    [present, isWritten] = [scenario, true];
    return null;
  };
  const entered = enter(argument);
  try {
    await runWizard(entered, {
      start: startWizard(begun, { only: party, provenance }),
      glyphs: flags.ascii === true ? ASCII : UNICODE,
      keep: ({ scenario }) => (scenario === null ? null : keep(scenario)),
    });
  } finally {
    entered.terminal.leave();
  }
  process.stdout.write(`${farewell(isWritten ? out : null, argument, flags, present, party)}\n`);
}

/** Why an overlay that was just written cannot be read, which leaves nothing behind; null where it can. */
function readingFault(out: string): string | null {
  const loaded = loadScenario(out);
  if (loaded.ok) return null;
  rmSync(out, { force: true });
  const [first] = loaded.findings;
  return `This cannot be said in an overlay: ${first === undefined ? 'it cannot be read' : first.message}`;
}

/** The overlay of an earlier sitting, with what was said then. */
function resumed(out: string, base: Scenario, party: number): Scenario {
  const loaded = loadScenario(out);
  if (!loaded.ok) throw new InputError(loaded.findings.map(formatFinding));
  const { scenario, under } = loaded;
  if (under === null || under.scenario.hash !== base.hash) {
    throw new InputError([`error: ${out} exists and stands on something else; name another file with --out`]);
  }
  if (unvaluedIn(scenario).every((own) => own.party !== party)) {
    throw new InputError([
      `error: ${out} has all answers of ${scenario.parties[party]!.name} already; nothing was changed`,
      `The answer: winset solve ${out}. To ask again: another file with --out.`,
    ]);
  }
  return scenario;
}

/** @throws InputError for what is no date */
function provenanceOf({ by, date }: ElicitFlags, name: string): Provenance {
  if (date !== undefined && !isDate(date)) {
    throw new InputError([`error: --date ${date} is no calendar day; write it as 2025-11-28`]);
  }
  return { confidence: 'stated', date: date ?? today(), why: `Stated by ${by ?? name} in an interview.` };
}

/** By the clock of whoever asks. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** As the overlay calls what it stands on. */
function baseNameFrom(out: string, argument: string): string {
  return (
    relative(dirname(resolve(out)), resolve(scenarioPath(argument)))
      .split('\\')
      .join('/') || '.'
  );
}

function farewell(
  out: string | null,
  argument: string,
  { party: id }: ElicitFlags,
  present: Scenario,
  party: number,
): string {
  if (out === null) return 'Nothing was written.';
  const isOpen = unvaluedIn(present).some((own) => own.party === party);
  return [
    `written: ${relative('.', join(out))}`,
    ...(isOpen ? [`go on:   winset elicit ${argument} --party ${id} --out ${out}`] : []),
    `answer:  winset solve ${out}`,
    `compare: winset compare ${argument} ${out}`,
  ].join('\n');
}
