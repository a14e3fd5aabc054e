/** The folder of a class: its plan, its seats and its scenario, read together, or everything that is wrong with them. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../scenario/finding.ts';
import type { LoadResult } from '../scenario/read/load-result.ts';
import { disk } from '../scenario/read/read-file.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { faultAt } from './csv.ts';
import type { SeatPlace } from './event.ts';
import type { Game } from './game.ts';
import { gameOf } from './game.ts';
import { checkPlan, PLAN_FILE, readPlan } from './plan.ts';
import { RECORD_FILE } from './record.ts';
import type { SeatLine } from './seats.ts';
import { CODES_FILE, readSeats } from './seats.ts';

export interface ClassFolder {
  readonly path: string;
  readonly game: Game;
  readonly seats: readonly SeatLine[];
  /** The path of its record, which is not there before something happened. */
  readonly record: string;
  readonly material: Material;
}

/** Texts that stand beside a scenario, as Markdown; null where there are none. */
export interface Material {
  readonly public: string | null;
  readonly teaching: string | null;
}

export type FolderResult =
  { readonly ok: true; readonly folder: ClassFolder } | { readonly ok: false; readonly findings: readonly Finding[] };

/** A scenario by its path, or the path of one that comes with winset. */
export interface Shelf {
  readonly load: (path: string) => LoadResult;
  readonly pathOf: (argument: string) => string;
}

export function readClassFolder(path: string, shelf: Shelf): FolderResult {
  const [planFile, codesFile] = [join(path, PLAN_FILE), join(path, CODES_FILE)];
  const written = disk.read(planFile);
  if (!written.ok) {
    return { ok: false, findings: [faultAt(planFile, 1, null, `${written.message}; winset class new makes a class`)] };
  }
  const read = readPlan(written.text, planFile);
  if (!read.ok) return read;
  const { plan, document } = read;
  const place = scenarioPlace(path, plan.scenario, shelf);
  const loaded = shelf.load(place);
  if (!loaded.ok) {
    return { ok: false, findings: [document.finding(['scenario'], 'cannot be used:'), ...loaded.findings] };
  }
  const { scenario } = loaded;
  const codes = readCodes(codesFile, scenario);
  const findings = [...checkPlan(plan, document, scenario), ...(codes.ok ? [] : codes.findings)];
  if (!codes.ok || findings.length > 0) return { ok: false, findings };
  return {
    ok: true,
    folder: {
      path,
      game: gameOf(plan, scenario),
      seats: codes.seats,
      record: join(path, RECORD_FILE),
      material: materialOf(place),
    },
  };
}

/** A path is read from the folder of the class; what is none there is the name of a shipped scenario. */
export function scenarioPlace(folder: string, argument: string, shelf: Shelf): string {
  const beside = join(folder, argument);
  return existsSync(beside) ? beside : shelf.pathOf(argument);
}

/** What stands beside a scenario: what everybody knows, and what helps whoever teaches. */
export function materialOf(scenario: string): Material {
  const folder = /\.(ya?ml|json)$/i.test(scenario) ? dirname(scenario) : scenario;
  const text = (name: string): string | null => {
    const read = existsSync(join(folder, name)) ? disk.read(join(folder, name)) : null;
    return read?.ok === true ? read.text : null;
  };
  return { public: text('PUBLIC.md'), teaching: text('TEACHING.md') };
}

function readCodes(file: string, { parties }: Scenario) {
  const read = disk.read(file);
  if (!read.ok) return { ok: false as const, findings: [faultAt(file, 1, null, read.message)] };
  return readSeats(
    read.text,
    file,
    parties.map(({ id }) => id),
  );
}

/** What the record is told of the seats: neither names nor code words. */
export function placesOf(seats: readonly SeatLine[]): SeatPlace[] {
  return seats.map(({ seat, team, role }) => ({ seat, team, role }));
}
