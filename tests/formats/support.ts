/** Files written for a test and read as a format, and utilities of every deal to hold against each other. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import { formatFinding } from '../../src/scenario/finding.ts';
import type { Fraction } from '../../src/exact/fraction.ts';
import { add, compare, exactOf, multiply, nearest, ONE, subtract, ZERO } from '../../src/exact/fraction.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Note } from '../../src/formats/foreign.ts';
import type { Format, Written } from '../../src/formats/format.ts';
import { pointsOf } from '../../src/formats/from-scenario.ts';
import { readForeign } from '../../src/formats/read-foreign.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { ALL_KINDS, randomScenario } from '../oracle/random-scenario.ts';
import { yamlText } from '../oracle/yaml.ts';
import { scenarioOf } from '../scenario/support.ts';

const root = mkdtempSync(join(tmpdir(), 'winset-formats-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

/** A new folder with these files, or the path of the one file that is named alone. */
export function placed(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(root, String(++made));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export interface Read {
  readonly scenario: Scenario;
  readonly notes: readonly Note[];
  readonly format: string;
}

/** @throws Error with the findings where the files are refused */
export async function readAt(path: string): Promise<Read> {
  const result = await readForeign([path]);
  if (result === null) throw new Error(`no format knows ${path}`);
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'));
  return { scenario: result.loaded.scenario, notes: result.notes, format: result.format.id };
}

export async function readFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<Read> {
  return readAt(pathOf(placed(files), files));
}

/** The folder, or its only file. */
function pathOf(folder: string, files: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(files);
  return names.length === 1 ? join(folder, names[0]!) : folder;
}

/** The findings of files that are refused, without the folder that a test has put them in. */
export async function refusalOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = placed(files);
  const result = await readForeign([pathOf(folder, files)]);
  if (result === null) return 'not recognised';
  if (result.ok) return 'read';
  return result.findings.map(formatFinding).join('\n').replaceAll(`${folder}/`, '').replaceAll(folder, '');
}

export function formatNamed(id: string): Format {
  const format = FORMATS.find((each) => each.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format;
}

export async function written(scenario: Scenario, id: string): Promise<Written> {
  const { write } = formatNamed(id);
  if (write === undefined) throw new Error(`${id} is not written`);
  return write(scenario);
}

/** A scenario written in a format and read again. */
export async function roundTrip(
  scenario: Scenario,
  id: string,
  name = 'file',
): Promise<Read & { readonly out: Written }> {
  const out = await written(scenario, id);
  const files = Object.fromEntries(out.files.map(({ path, content }) => [path === '' ? name : path, content]));
  const folder = placed(files);
  const again = await readAt(formatNamed(id).gives === 'file' ? join(folder, name) : folder);
  expect(again.format).toBe(id);
  return { ...again, out };
}

/** What each party gets from every deal beside adjustments, in points: by party, deals in the order of options. */
export function utilities({ parties, issues }: Scenario): Fraction[][] {
  return parties.map((party) =>
    pointsOf(party, issues).reduce<Fraction[]>(
      (sums, own) => sums.flatMap((sum) => own.map((points) => add(sum, points))),
      [ZERO],
    ),
  );
}

/** Every utility and what each party signs for are the same, up to a scale of each party's and `tolerance` points. */
export function expectSameUtilities(
  again: Scenario,
  before: Scenario,
  scales: readonly Fraction[],
  tolerance = 0,
): void {
  const [own, other] = [utilities(again), utilities(before)];
  expect(own.map((sums) => sums.length)).toEqual(other.map((sums) => sums.length));
  for (const [k, scale] of scales.entries()) {
    for (const [deal, utility] of own[k]!.entries()) expectNear(multiply(utility, scale), other[k]![deal]!, tolerance);
    expectNear(
      multiply(exactOf(again.parties[k]!.reservation), scale),
      exactOf(before.parties[k]!.reservation),
      tolerance,
    );
  }
}

function expectNear(a: Fraction, b: Fraction, tolerance: number): void {
  if (compare(a, b) !== 0) expect(Math.abs(nearest(subtract(a, b)))).toBeLessThanOrEqual(tolerance);
}

/** Round trips of so many random scenarios: every deal is worth the same, but for numbers without an ending decimal. */
export async function expectRoundTrips(id: string, numRuns: number): Promise<void> {
  const kinds = { ...ALL_KINDS, fractions: true, curves: true, scoreFormulas: true };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), async (seed) => {
      const scenario = scenarioOf(yamlText(randomScenario(seed, kinds)));
      const { scenario: again, out } = await roundTrip(scenario, id);
      const isRounded = out.notes.some(({ text }) => text.includes('no decimal that ends'));
      expectSameUtilities(
        again,
        scenario,
        scenario.parties.map(() => ONE),
        isRounded ? 1e-9 : 0,
      );
    }),
    { numRuns },
  );
}
