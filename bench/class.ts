/** A class of two hundred people in fifty teams on this machine, all pages open: how long an action takes. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import seedrandom from 'seedrandom';
import { readRecord } from '../src/class/record.ts';
import type { Attendant } from '../tests/web/attend.ts';
import { attend } from '../tests/web/attend.ts';
import { classFolder, serve } from '../tests/web/served.ts';
import { quantile } from './measure.ts';
import { grouped, table, time } from './report.ts';
import type { Section } from './report.ts';

const TEAMS = 50;
const ROLES = ['operator', 'authority', 'city', 'fishers'];
const ACTIONS = 10;
/** Longest pause of a person between two actions, many times busier than a class ever is. */
const PAUSE_MS = 3000;

export async function classSection(root: string): Promise<Section> {
  const teams = Array.from({ length: TEAMS }, (_, k) => `T${k + 1}`);
  const plan = 'class: 1\nscenario: harbour-licence\nminutes: 60\ntalk: text\n';
  const folder = classFolder(plan, { teams, roles: ROLES, spare: 0 });
  try {
    const served = await serve(`${root}dist/bin/winset.js`, folder, 0);
    const teacher = await attend(served, 'instructor', served.key);
    await teacher.act({ kind: 'start' });
    const seats = teams.flatMap((team) => ROLES.map((role) => `${team}-${role}`));
    const people = await Promise.all(seats.map((seat) => attend(served, 'seat', seat)));
    const streams = await Promise.all(people.map((person) => person.listen()));
    const times = (await Promise.all(people.map((person, k) => busy(person, seats[k]!)))).flat();
    for (const end of streams) end();
    await served.stop();
    const entries = (await readRecord(join(folder, 'class.db'))) ?? [];
    const kept = entries.filter(({ event }) => event.kind === 'said').length;
    return {
      title: 'A class',
      blocks: [
        `${seats.length} people in ${TEAMS} teams, each with a page open, on the machine that serves them. Each does ` +
          `${ACTIONS} things, with pauses of up to ${PAUSE_MS / 1000} seconds; every one is on the disk before it is answered.`,
        table(
          ['actions', 'kept', 'median', '95 % within', 'longest'],
          [
            [
              grouped(times.length),
              grouped(kept),
              time(quantile(times, 0.5)),
              time(quantile(times, 0.95)),
              time(Math.max(...times)),
            ],
          ],
        ),
        'Aim: 95 % within 100 ms, and all of them kept.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds of each action. */
async function busy(person: Attendant, seat: string): Promise<readonly number[]> {
  const random = seedrandom.alea(seat);
  const times: number[] = [];
  for (let n = 0; n < ACTIONS; n++) {
    await new Promise((resolve) => setTimeout(resolve, random() * PAUSE_MS));
    const start = performance.now();
    await person.act({ kind: 'say', to: null, text: `${seat} ${n}` });
    times.push(performance.now() - start);
  }
  return times;
}
