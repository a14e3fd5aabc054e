/** `winset class debrief`: a class held against its case, as a report, a page for the projector, data, or a table. */
import { writeFileSync } from 'node:fs';
import type { ClassFolder } from '../class/folder.ts';
import type { SeatLine } from '../class/seats.ts';
import { fold } from '../class/fold.ts';
import { askDebrief } from '../questions/debrief/ask.ts';
import { InputError } from '../questions/input-error.ts';
import { jsonText } from '../report/json-text.ts';
import { writeMessage } from '../tui/outside/write-file.ts';
import { entriesOf } from './class-record.ts';
import { openClassFolder } from './class-shelf.ts';
import { crewFor } from './long-run.ts';
import { packageVersion } from './package.ts';
import { prepareColors, remark, reportWidth } from './terminal.ts';

export interface DebriefFlags {
  readonly out?: string | undefined;
  readonly json?: true | undefined;
  readonly csv?: true | undefined;
  readonly names?: true | undefined;
  readonly stage?: string | undefined;
  readonly width?: number | undefined;
}

/** On standard output, or as a page into the file named. @throws InputError, Interrupted */
export async function runClassDebrief(path: string, flags: DebriefFlags): Promise<void> {
  const folder = openClassFolder(path);
  const { game } = folder;
  const of = await askDebrief(
    {
      game,
      state: fold(await entriesOf(folder)),
      now: Date.now(),
      stage: flags.stage,
      nameOf: namesIn(folder, flags.names === true),
      version: packageVersion(),
    },
    { patience: 'command', crewFor: (work) => crewFor(work, game.file.title) },
  );
  for (const warning of of.warnings) remark(`warning: ${warning}`);
  if (flags.out !== undefined) {
    const { debriefHtml } = await import('../page/debrief/html.tsx');
    write(flags.out, debriefHtml(of));
    if (flags.json !== true && flags.csv !== true) return;
  }
  if (flags.json === true) {
    const { document } = await import('../questions/debrief/document.ts');
    process.stdout.write(jsonText(document(of)));
    return;
  }
  if (flags.csv === true) {
    const { debriefCsv } = await import('../questions/debrief/csv.ts');
    process.stdout.write(debriefCsv(of));
    return;
  }
  prepareColors();
  const [{ debriefView }, { textSheet }] = await Promise.all([
    import('../questions/debrief/view.ts'),
    import('../report/text-sheet.tsx'),
  ]);
  process.stdout.write(textSheet(debriefView(of, commandOf(path, flags)), reportWidth(flags.width)));
}

/** Of everybody with the role in the team; empty where the class is anonymous, or names are not asked for. */
function namesIn({ seats }: ClassFolder, asked: boolean): (team: string, role: string) => string {
  const isOf = (team: string, role: string) => (seat: SeatLine) => seat.team === team && seat.role === role;
  if (!asked) return () => '';
  return (team, role) =>
    seats
      .filter(isOf(team, role))
      .flatMap(({ name }) => (name === '' ? [] : [name]))
      .join(' and ');
}

function commandOf(path: string, { names, stage }: DebriefFlags): string {
  const words = ['winset class debrief', path, ...(names === true ? ['--names'] : [])];
  return [...words, ...(stage === undefined ? [] : ['--stage', stage])].join(' ');
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new InputError([`error: ${writeMessage(path, error)}`]);
  }
  remark(`${path}: ${Math.ceil(Buffer.byteLength(text) / 1000)} kB`);
}
