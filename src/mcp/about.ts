/** What a call is about: a scenario by its path, its name or its text, as far as the client may know it. */
import { oneSide } from '../scenario/edit/one-side.ts';
import { formatFinding } from '../scenario/finding.ts';
import { counted } from '../report/text/number.ts';
import { InputError } from '../questions/input-error.ts';
import type { Given } from '../questions/option.ts';
import { text } from '../questions/option.ts';
import type { Reading, Sound } from '../questions/opened.ts';
import type { Surroundings } from './surroundings.ts';

/** What findings call a scenario that is given as text. */
const TEXT_NAME = 'text';

/** The arguments that say which scenario a call is about. */
export function aboutOptions({ usual, shipped }: Surroundings) {
  const names = shipped.map(({ name }) => name).join(', ');
  const otherwise = usual === null ? '' : `; default: ${usual}`;
  return {
    scenario: text(
      '<path>',
      `the scenario: a file, a folder, or the name of one that comes with winset (${names})${otherwise}`,
    ),
    text: text('<yaml>', 'the whole scenario file as text, YAML or JSON, in place of `scenario`'),
  };
}

export interface About {
  /** As a person would write it. */
  readonly name: string;
  readonly sound: Sound;
  /** Ids of all parties, which everybody knows. */
  readonly everybody: readonly string[];
}

/** @throws InputError with what is wrong and what to do */
export async function openAbout(given: Given, around: Surroundings): Promise<About> {
  const { name, reading } = await readAbout(given, around);
  if (!reading.ok) throw new InputError(complaint(name, reading, given, around));
  return known(name, reading.opened, around);
}

/** @throws InputError where no scenario is named, or two are */
export async function readAbout(
  { scenario, text: written }: Given,
  { usual, read, readText }: Surroundings,
): Promise<{ readonly name: string; readonly reading: Reading }> {
  if (scenario !== undefined && written !== undefined) {
    throw new InputError(['error: `scenario` and `text` both name a scenario; give one of them']);
  }
  if (typeof written === 'string') return { name: TEXT_NAME, reading: await readText(written, TEXT_NAME) };
  const name = scenario ?? usual;
  if (typeof name !== 'string' || name === '') {
    throw new InputError(['error: expected `scenario`, a path or a name, or `text`, the scenario file itself']);
  }
  if (name === '-') {
    throw new InputError(['error: standard input carries the protocol here; give the scenario as `text`, or its path']);
  }
  return { name, reading: await read(name) };
}

/** Of a scenario as read, what the client may know. @throws InputError where it is for a party that is not there */
export function known(name: string, opened: Sound, { as }: Surroundings): About {
  const everybody = opened.scenario.parties.map(({ id }) => id);
  if (as === null) return { name, sound: opened, everybody };
  if (!everybody.includes(as)) {
    throw new InputError([
      `error: this server speaks for '${as}' (--as ${as}), and '${name}' has no such party; it has ${everybody.join(', ')}`,
    ]);
  }
  // Warnings are about all numbers, so a client that knows those of one party is not told them.
  return { name, sound: { scenario: oneSide(opened.scenario, as), warnings: [] }, everybody };
}

/** Findings may repeat what other parties wrote: a client that speaks for one is told only that there are some. */
export function mayShowFindings({ text: written }: Given, name: string, { as, exists }: Surroundings): boolean {
  return as === null || written !== undefined || !exists(name);
}

function complaint(
  name: string,
  { findings, hints }: Extract<Reading, { ok: false }>,
  given: Given,
  around: Surroundings,
): readonly string[] {
  if (mayShowFindings(given, name, around)) return [...findings.map(formatFinding), ...hints];
  return [
    `error: '${name}' has ${counted(findings.length, 'fault')} and cannot be used. Findings may repeat numbers of other ` +
      'parties, so they are not shown here; whoever keeps the file sees them with `winset check`.',
  ];
}
