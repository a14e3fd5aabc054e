import { describe, expect, it } from 'vitest';
import { GLOBAL_COMMANDS } from '../../../src/tui/model/global-commands.ts';
import { keyOf } from '../../../src/tui/terminal/keys.ts';
import { chosen } from '../../runs.ts';
import { desk } from './built.ts';
import { goTo, openScreen, seeAtRest, TABS } from './go.ts';
import { expectClosed, expectSeen, expectWhole } from './picture.ts';
import type { Program, TerminalSize } from './program.ts';
import { isAtRest, NARROW, WIDE } from './program.ts';

const { keep, open } = desk();

/** With a deal possible. */
const OPENED = ['quarry-dispute', '--without', 'residents.hedge'];

/** Colours of text and background, named or by number. */
// oxlint-disable-next-line no-control-regex
const COLORS = /\u001b\[(?:\d+;)*(?:3|4|9|10)\d(?:;\d+)*m/u;

let wide: Program | null = null;
let narrow: Program | null = null;

/** The program that several tests share, on its overview. */
async function onOverview(): Promise<Program> {
  wide ??= keep(OPENED, { size: WIDE });
  await wide.see(isAtRest);
  await openScreen(wide, '1');
  return wide;
}

/** The same in a small terminal. */
async function onNarrowOverview(): Promise<Program> {
  narrow ??= keep(OPENED, { size: NARROW });
  await narrow.see(isAtRest);
  await openScreen(narrow, '1');
  return narrow;
}

/** Scenarios with stages and no deal: the large one takes as long as all other tests of the screens. */
const STAGED = chosen(['ferry-strike', 'ukraine-2025'], (name) => name === 'ferry-strike');

async function expectAllWhole(program: Program, size: TerminalSize): Promise<void> {
  for (const { key } of TABS) expectWhole(program, await openScreen(program, key), size);
  for (const { key } of TABS.toReversed()) expectWhole(program, await openScreen(program, key), size);
  expect(COLORS.test(program.raw())).toBe(true);
}

describe.skipIf(process.platform === 'win32')('the screens', () => {
  it('fill the terminal and no more: an open zone at 120x40', async () => {
    await expectAllWhole(await onOverview(), WIDE);
  });

  it('fill the terminal and no more: an open zone at 80x24', async () => {
    await expectAllWhole(await onNarrowOverview(), NARROW);
  });

  it.each(chosen([WIDE, NARROW], (size) => size === NARROW))(
    'fill the terminal and no more: an empty zone at $columns x $rows, where commands say why they cannot be given',
    async (size) => {
      const program = open(['quarry-dispute'], { size });
      await program.see(isAtRest);
      for (const [key, reason] of [
        ['u', 'Nothing to undo.'],
        ['U', 'Nothing to redo.'],
        ['s', 'Nothing to save'],
      ] as const) {
        expect(keyOf(key).name).toBe('char');
        program.type(key);
        await program.see(`! ${reason}`);
      }
      await expectAllWhole(program, size);
      await openScreen(program, '8');
      program.type('y');
      await expectSeen(program, '! There is no deal to copy here.');
    },
  );

  it.each(STAGED)('show every stage and the verdict of %s', async (name) => {
    const program = open([name], { size: NARROW });
    await seeAtRest(program, 'NO DEAL');
    for (const { key, tab } of TABS) {
      goTo(program, key);
      expectWhole(program, await program.see(tab), NARROW);
    }
    goTo(program, '1');
    expectWhole(program, await seeAtRest(program, '[1 Over]'), NARROW);
  });

  it('open one after the other with the brackets', async () => {
    const program = await onOverview();
    for (const { tab } of TABS.slice(1)) {
      program.type(']');
      await program.see(tab);
    }
    program.type(']');
    await program.see(TABS[0]!.tab);
    program.type('[');
    await expectSeen(program, TABS.at(-1)!.tab);
  });

  it('look after a change of size as if opened at that size', async () => {
    const [resized, small] = [await onOverview(), await onNarrowOverview()];
    for (const key of ['2', '3', '1']) {
      const [expectedWide, expectedNarrow] = [await openScreen(resized, key), await openScreen(small, key)];
      resized.resize(NARROW);
      await resized.see((shown) => shown === expectedNarrow);
      resized.resize(WIDE);
      await expectSeen(resized, (shown) => shown === expectedWide);
    }
  });

  it('say that the terminal is too small, and come back', async () => {
    const program = await onOverview();
    const before = program.shown();
    expect(before).toContain('DEAL POSSIBLE');
    program.resize({ columns: 50, rows: 12 });
    const small = await program.see('winset needs 60 columns and 16 rows');
    expect(small.split('\n').filter((line) => line !== '')).toHaveLength(2);
    expect(small.replaceAll('\n', ' ')).toContain('here are 50 and 12.');
    program.resize(WIDE);
    await program.see((shown) => shown === before);
  });

  it('are drawn in continuous integration, with plain letters alone and without colours where that is asked', async () => {
    const program = open([...OPENED, '--ascii'], { size: NARROW, env: { CI: 'true', NO_COLOR: '1' } });
    await program.see(isAtRest);
    for (const { key } of TABS) {
      const shown = await openScreen(program, key);
      expect(shown).toMatch(/^[\x20-\x7e\n]*$/u);
    }
    program.type('?');
    expect(await program.see('On this screen')).toMatch(/^[\x20-\x7e\n]*$/u);
    program.type('\u001b');
    await program.see((shown) => !shown.includes('On this screen'));
    program.type('q');
    expect(await program.ended).toEqual({ code: 0, signal: 0 });
    expect(COLORS.test(program.raw())).toBe(false);
  });

  it('have nothing written over them while many parts of a question are answered', async () => {
    const program = await onOverview();
    await openScreen(program, '7');
    program.type('m');
    await program.see('How many draws:');
    program.type('\u0015200\r');
    expectWhole(program, await seeAtRest(program, '200 draws with seed 1'), WIDE);
    expect(program.raw()).not.toMatch(/Warning|trace-warnings/u);
  });
});

describe.skipIf(process.platform === 'win32')('what lies on top of a screen', () => {
  it('is the help, with every command that works everywhere', async () => {
    const program = await onOverview();
    const before = program.shown();
    program.type('?');
    let text = await program.see('Overview: help');
    expectClosed(text);
    while (/↓ \d+ ━┓/u.test(program.shown())) {
      const page = program.shown();
      program.type('\u001b[6~');
      text += await program.see((shown) => shown !== page);
    }
    for (const { label } of GLOBAL_COMMANDS) expect(text).toContain(label);
    expect(text).toContain('it predicts nothing');
    program.type('\u001b');
    await program.see((shown) => shown === before);
  });

  it('is the palette: a command found by its letters, and given', async () => {
    const program = await onOverview();
    program.type(':');
    await program.see('┏━ › Commands');
    program.type('changes of this');
    await program.see((shown) => shown.includes('list all changes') && !shown.includes('leave winset'));
    program.type('\r');
    expect(await program.see('Changes of this session')).toContain('red line');
    program.type('\u001b');
    await program.see((shown) => !shown.includes('Changes of this session'));
    program.type('\u0010');
    await program.see('┏━ › Commands');
    program.type('no such command');
    await program.see((shown) => !shown.includes('open the screen'));
    program.type('\u001b');
    await program.see((shown) => !shown.includes('Commands'));
  });

  it('is a filter, which narrows the list letter by letter', async () => {
    const program = await onOverview();
    await openScreen(program, '2');
    program.type('/');
    await program.see(/Filter: .*█/u);
    program.type('lorr');
    await program.see((shown) => shown.includes('filter: lorr  1 of 5') && !shown.includes('Working hours'));
    program.type('\r');
    const kept = await program.see((shown) => !shown.includes('Filter: '));
    expect(kept).toContain('Way of the lorries');
    expect(kept).not.toContain('Working hours');
    program.type('/');
    await program.see('Filter: lorr');
    program.type('\u001b');
    await program.see('Working hours');
  });

  it('takes pasted text as text, and nowhere as commands', async () => {
    const program = await onOverview();
    const before = program.shown();
    program.type('\u001b[200~2qqq\u001b[201~');
    program.type('?');
    await program.see('Overview: help');
    program.type('\u001b');
    await expectSeen(program, (shown) => shown === before);
  });
});
