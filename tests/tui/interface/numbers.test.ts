import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bigCount, estimatedCount } from '../../../src/report/text/number.ts';
import { points, signedPoints, slack } from '../../report/tenths.ts';
import { chosen } from '../../runs.ts';
import { desk } from './built.ts';
import type { Ran } from './built.ts';
import { openScreen, seeAtRest } from './go.ts';
import { expectSeen } from './picture.ts';
import type { Program } from './program.ts';
import { isAtRest } from './program.ts';

const { folder, keep, open, winset } = desk();

const DOWN = '\u001b[B';
const RIGHT = '\u001b[C';
const ENTER = '\r';
const ESCAPE = '\u001b';

/** What `winset solve --json` says, as far as the weights screen shows it. */
const Solved = z.object({
  parties: z.array(z.object({ id: z.string(), name: z.string(), reservation: z.number() })),
  zone: z.object({
    empty: z.boolean(),
    count: z.union([z.object({ exact: z.string() }), z.object({ estimate: z.number() })]),
  }),
  uniformSlack: z.number(),
  solutions: z
    .object({ nash: z.object({ deals: z.array(z.object({ utility: z.record(z.string(), z.number()) })) }).optional() })
    .nullable(),
});
type Solved = z.infer<typeof Solved>;

async function solved(words: readonly string[]): Promise<Solved> {
  const { status, stdout, stderr } = await winset(['solve', ...words, '--json']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return Solved.parse(JSON.parse(stdout));
}

async function saveAs(program: Program, key: 'o' | 'n', name: string): Promise<void> {
  program.type('s');
  await program.see('Save the changes as:');
  program.type(key);
  await program.see(key === 'o' ? 'Write the overlay to:' : 'Write the new scenario to the folder:');
  program.type(`\u0015${name}${ENTER}`);
}

function figureOf({ zone: { count } }: Solved): string {
  return 'exact' in count ? bigCount(BigInt(count.exact)) : `about ${estimatedCount(count.estimate)}`;
}

function expectShown(shown: string, { parties, zone, uniformSlack, solutions }: Solved): void {
  const [head = ''] = shown.split('\n');
  expect(head).toMatch(zone.empty ? /✗ NO DEAL$/u : /✓ DEAL POSSIBLE/u);
  expect(shown).toContain(`uniform slack ${slack(uniformSlack)} `);
  const [deal] = solutions?.nash?.deals ?? [];
  for (const { id, name, reservation } of parties) {
    if (deal === undefined) break;
    const spare = signedPoints(deal.utility[id]! - reservation).replace('+', '\\+');
    expect(shown).toMatch(new RegExp(`${name} +[^\\n]* ${points(deal.utility[id]!)} +${spare} `, 'u'));
  }
}

/** The sliders: what the scenario is now, without the answers beside them. */
function sliders(shown: string): string {
  return shown
    .split('\n')
    .slice(2, 22)
    .map((line) => line.slice(0, 64))
    .join('\n');
}

/** Some changes of the first party's numbers, of different kinds. */
const CHANGES = [`g${RIGHT.repeat(3)}`, `G${RIGHT}${RIGHT}`, `}${DOWN}=\u00150.5${ENTER}`, '{r'];

/** What the weights screen shows once these keys are typed is what the command finds of it. */
async function expectTurned(program: Program, keys: string, name: string): Promise<void> {
  await openScreen(program, '2');
  program.type(keys);
  await expectFound(program, await seeAtRest(program, / \* .*› Weights/u), name);
}

/** What the weights screen shows is what the command finds of the scenario once it is saved. */
async function expectFound(program: Program, shown: string, name: string): Promise<void> {
  await saveAs(program, 'o', name);
  await program.see(`Saved; solve it with: winset solve ${name}`);
  const answer = await solved([name]);
  expectShown(shown, answer);
  if (!answer.zone.empty) expect(shown.split('\n')[0]).toContain(`${figureOf(answer)} deal`);
}

/** A weight of each that three keys turn, and what moves with it. */
const LARGE: readonly (readonly [name: string, said: RegExp, moved: RegExp])[] = [
  ['ukraine-2025', / \* .*› Weights[^]* 0\.21 -> /u, /─ uniform slack [\d.]+ ─╮[^]*Sovereignty .* 3\.21 \*0\.21/u],
  ['ukraine-2025-short', / \* .*› Weights[^]* 8 -> 11/u, /─ uniform slack [\d.]+ ─╮[^]* 11 \*8 /u],
];

let opened: Program | null = null;

/** The small scenario that two tests share, with nothing changed. */
async function firstFive(): Promise<Program> {
  opened ??= keep(['first-five-minutes']);
  await opened.see(isAtRest);
  opened.type('u'.repeat(20));
  await opened.see('Nothing to undo.');
  return opened;
}

describe.skipIf(process.platform === 'win32')('the numbers on the weights screen', () => {
  it.each(chosen(LARGE, ([words]) => words === 'ukraine-2025-short'))(
    'move with the first keys while %s is still being counted, to those that the command finds',
    async (name, said, moved) => {
      const program = open([name, '--without', 'russia.all-donbas']);
      await program.see('DEAL POSSIBLE');
      program.type('2');
      await program.see('uniform slack');
      program.type(RIGHT.repeat(3));
      expect(await program.see(said)).toContain('DEAL POSSIBLE');
      await program.see(moved);
      const shown = await seeAtRest(program, / \* .*› Weights/u);
      await expectFound(program, shown, 'turned.yaml');
    },
  );

  it('heeds keys that were typed while the scenario was being read, one after the other', async () => {
    const program = open(['lease']);
    await program.see('winset');
    program.type(`2${DOWN}${RIGHT}s`);
    await program.see('Save the changes as:');
    program.type(ESCAPE);
    expect(await program.see('now 6.1, file 6')).toContain('› Weights');
  });

  it('go back to the start by undo, and forth again by redo', async () => {
    const program = await firstFive();
    const points0 = await openScreen(program, '3');
    const first = await openScreen(program, '2');
    for (const change of CHANGES) {
      const before = program.shown();
      program.type(change);
      await program.see((shown) => isAtRest(shown) && sliders(shown) !== sliders(before));
    }
    const last = program.shown();
    const [points1, changed] = [await openScreen(program, '3'), await openScreen(program, '2')];
    program.type('u'.repeat(20));
    await program.see('Nothing to undo.');
    program.type('{{g');
    const start = await seeAtRest(program, (shown) => sliders(shown).includes('›least it signs for'));
    expect(start.split('\n')[0]).toBe(first.split('\n')[0]);
    expect(await openScreen(program, '3')).toBe(withStatusOf(program.shown(), points0));
    await openScreen(program, '2');
    program.type('U'.repeat(20));
    await program.see('Nothing to redo.');
    expect(await openScreen(program, '3')).toBe(withStatusOf(program.shown(), points1));
    expect(last).toBe(changed);
  });

  it('take no number that the scenario could not have, and say in words what the last change did', async () => {
    const program = await firstFive();
    const before = await openScreen(program, '2');
    for (const text of ['-1', 'many', '1e400', '']) {
      program.type('=');
      await program.see('█');
      program.type(`\u0015${text}${ENTER}`);
      await program.see(/^ ! \S/mu);
      program.type(ESCAPE);
      await expectSeen(program, (shown) => shown === before);
    }
    program.type(`g=\u001562${ENTER}`);
    await expectSeen(program, /40 -> 62 .*zone 50 -> \d+/u);
    program.type(`=\u001599${ENTER}`);
    await expectSeen(program, /NO DEAL[^]*no deal any more/u);
    program.type('u');
    await expectSeen(program, /Undone: .*a deal is possible now/u);
  });
});

describe.skipIf(process.platform === 'win32')('saving', () => {
  it('writes an overlay and a new scenario that the commands read, and asks before writing over', async () => {
    const program = open(['first-five-minutes']);
    await program.see(isAtRest);
    await expectTurned(program, `${DOWN.repeat(3)}${RIGHT.repeat(4)}`, 'mine.yaml');
    const saved = program.shown();
    expect(saved.split('\n')[0]).not.toContain('*');
    const overlay = readFileSync(join(folder(), 'mine.yaml'), 'utf8');

    await saveAs(program, 'n', 'new-folder');
    await program.see('Saved; solve it with: winset solve new-folder');
    for (const name of ['mine.yaml', 'new-folder']) expectSound(await winset(['check', name]));
    expect(withoutOrigin(await winset(['solve', 'new-folder', '--json']))).toEqual(
      withoutOrigin(await winset(['solve', 'mine.yaml', '--json'])),
    );

    program.type(RIGHT);
    await seeAtRest(program, ' * ');
    await saveAs(program, 'o', 'mine.yaml');
    await program.see('mine.yaml exists; write over it?');
    program.type(ESCAPE);
    await program.see((shown) => !shown.includes('write over it'));
    expect(readFileSync(join(folder(), 'mine.yaml'), 'utf8')).toBe(overlay);
    await saveAs(program, 'o', 'mine.yaml');
    await program.see('mine.yaml exists; write over it?');
    program.type('y');
    await program.see('Saved; solve it with: winset solve mine.yaml');
    expect(readFileSync(join(folder(), 'mine.yaml'), 'utf8')).not.toBe(overlay);

    await saveAs(program, 'n', 'new-folder');
    await program.see('new-folder exists; write over it?');
    program.type('y');
    await program.see('Saved; solve it with: winset solve new-folder');
    expectSound(await winset(['check', 'new-folder']));
    program.type('q');
    expect(await program.ended).toEqual({ code: 0, signal: 0 });
  });

  it('keeps the file of a scenario of several files, party files and all', async () => {
    const program = open(['quarry-dispute', '--without', 'residents.hedge']);
    await program.see(isAtRest);
    await expectTurned(program, RIGHT.repeat(5), 'points.yaml');
    program.type(`}${RIGHT}`);
    const shown = await seeAtRest(program, ' * ');
    await saveAs(program, 'n', 'quarry');
    await program.see('Saved; solve it with: winset solve quarry');
    expectSound(await winset(['check', 'quarry']));
    expectShown(shown, await solved(['quarry']));
  });

  it('goes on from an overlay that was saved, and says why a file cannot be written', async () => {
    const program = open(['lease']);
    await program.see(isAtRest);
    await openScreen(program, '2');
    program.type(RIGHT);
    await seeAtRest(program, ' * ');
    await saveAs(program, 'o', 'folder/first.yaml');
    await program.see('Saved');
    await saveAs(program, 'o', 'folder/first.yaml/second.yaml');
    await program.see('was not written');
    // A threshold that closes the zone.
    await expectTurned(program, `g=\u001595${ENTER}`, 'folder/closed.yaml');
    program.type('q');
    await program.ended;
    const again = open(['folder/first.yaml']);
    expect(await again.see(isAtRest)).not.toContain(' * ');
    await openScreen(again, '2');
    again.type(RIGHT);
    const shown = await seeAtRest(again, ' * ');
    await saveAs(again, 'o', 'later.yaml');
    await again.see('Saved; solve it with: winset solve later.yaml');
    expectShown(shown, await solved(['later.yaml']));
  });
});

function expectSound({ status, stderr }: Ran): void {
  expect(stderr).toBe('');
  expect(status).toBe(0);
}

/** Without what names the file. */
function withoutOrigin({ stdout }: Ran): unknown {
  const { scenario: _, ...rest } = z.record(z.string(), z.unknown()).parse(JSON.parse(stdout));
  return rest;
}

/** The picture with the status line of another. */
function withStatusOf(now: string, then: string): string {
  const [rows, status] = [then.split('\n'), now.split('\n').at(-2)!];
  return rows.with(rows.length - 2, status).join('\n');
}
