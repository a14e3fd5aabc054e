/** `winset class new`: a folder for a class, with everything to print. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { materialOf } from '../class/folder.ts';
import { newClass, usualMinutes } from '../class/new-class.ts';
import type { Plan } from '../class/plan.ts';
import type { Leftovers, Person } from '../class/roster.ts';
import { readRoster } from '../class/roster.ts';
import type { SeatLine } from '../class/seats.ts';
import type { Paper } from '../class/sheets/styles.ts';
import { InputError } from '../questions/input-error.ts';
import { counted } from '../report/text/number.ts';
import { formatFinding } from '../scenario/finding.ts';
import { disk } from '../scenario/read/read-file.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { writeMessage, writeWhole } from '../tui/outside/write-file.ts';
import { handoutsBeside } from './class-shelf.ts';
import { openScenario } from './open-scenario.ts';
import { scenarioPath } from './scenario-path.ts';
import { remark } from './terminal.ts';

export interface NewFlags {
  readonly out: string;
  readonly teams?: number | undefined;
  readonly roster?: string | undefined;
  readonly random?: true | undefined;
  readonly leftovers: Leftovers;
  readonly minutes?: number | undefined;
  readonly talk: Plan['talk'];
  readonly paper: Paper;
  readonly seed?: string | undefined;
}

/** Writes the folder and says what to do next. Nothing that exists is written over. @throws InputError */
export async function runClassNew(argument: string, flags: NewFlags): Promise<void> {
  const { out, teams, roster, leftovers, talk, paper } = flags;
  if (existsSync(out)) throw new InputError([`error: ${out} exists; name a new folder for the class`]);
  if (teams === undefined && roster === undefined) {
    throw new InputError(['error: expected --teams with a number, or --roster with a list of people']);
  }
  const { scenario, foreign, warnings } = await openScenario(argument);
  if (argument === '-' || foreign !== null) {
    throw new InputError(['error: a class needs a scenario of winset in a file; winset import makes one']);
  }
  for (const warning of warnings) remark(formatFinding(warning));
  const people = roster === undefined ? null : readPeople(roster, scenario);
  const seed = flags.seed ?? randomBytes(8).toString('hex');
  const path = scenarioPath(argument);
  const handouts = handoutsBeside(path);
  const made = newClass({
    scenario,
    scenarioName: existsSync(argument) ? relative(resolve(out), resolve(argument)) : argument,
    material: materialOf(path),
    people,
    handouts,
    teams: teams ?? null,
    random: flags.random === true,
    leftovers,
    minutes: flags.minutes ?? usualMinutes(handouts ?? []),
    talk,
    paper,
    seed,
  });
  try {
    writeWhole(made.files.map((file) => ({ path: join(out, file.path), text: file.text })));
  } catch (error) {
    throw new InputError([`error: ${writeMessage(out, error)}`]);
  }
  process.stdout.write(report(out, scenario, made.seats, seed));
}

function readPeople(path: string, { parties }: Scenario): readonly Person[] {
  const file = disk.read(path);
  if (!file.ok) throw new InputError([`error: ${path} ${file.message}`]);
  const read = readRoster(
    file.text,
    path,
    parties.map(({ id }) => id),
  );
  if (!read.ok) throw new InputError(read.findings.map(formatFinding));
  if (read.people.length === 0) throw new InputError([`${path}:1:1 has nobody in it; one person a line, under name`]);
  return read.people;
}

function report(out: string, { title, parties }: Scenario, seats: readonly SeatLine[], seed: string): string {
  const seatedOnes = seats.filter(({ team }) => team !== null);
  const teams = [...new Set(seatedOnes.flatMap(({ team }) => team ?? []))];
  const players = seatedOnes.filter(({ role }) => role !== null);
  const holes = teams.flatMap((team) =>
    parties
      .filter(({ id }) => !players.some((seat) => seat.team === team && seat.role === id))
      .map(({ id }) => `${id} in team ${team}`),
  );
  const doubled = players.length - (teams.length * parties.length - holes.length);
  const watching = seatedOnes.length - players.length;
  const facts = [
    counted(teams.length, 'team'),
    counted(seatedOnes.length, 'seat'),
    ...(doubled > 0 ? [`${counted(doubled, 'seat')} beside another in the same role`] : []),
    ...(watching > 0 ? [counted(watching, 'observer')] : []),
    counted(seats.length - seatedOnes.length, 'spare code word'),
  ];
  const lines = [
    `${title}: ${facts.join(', ')}`,
    ...(holes.length === 0
      ? []
      : [`nobody plays ${holes.join(', ')}: let the program play (computer: in class.yaml), or nobody waits for them`]),
    `written: ${out}/class.yaml, ${out}/codes.csv, ${out}/results.csv, ${out}/sheets`,
    `drawn with --seed ${seed}`,
    '',
    `print:   ${out}/sheets/all.html (to hand out), ${out}/sheets/instructor.html (for you alone)`,
    `phones:  winset class open ${out}`,
    `paper:   fill in ${out}/results.csv, then winset class enter ${out} ${out}/results.csv`,
    `then:    winset class debrief ${out}`,
  ];
  return `${lines.join('\n')}\n`;
}
