import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosen, IS_SOAK } from '../../runs.ts';
import { settled } from '../terminal/glass.ts';
import { desk } from './built.ts';
import { openScreen, seeAtRest } from './go.ts';
import type { Program } from './program.ts';
import { isAtRest, NARROW } from './program.ts';

const { folder, open, shell, winset } = desk();

const RIGHT = '\u001b[C';
const ESCAPE = '\u001b';
const CTRL_C = '\u0003';

/** In a shell: the program, then its exit code and how the terminal stands. */
const STTY = "stty -a | grep -o -e '-*icanon' -e '-*echo '";
const run = (words: string): string => `$WINSET open ${words}; echo "code=$?"; ${STTY}\r`;

/** Waits for the shell's prompt and checks that the terminal is as a shell needs it. */
async function expectGivenBack(program: Program, code: number): Promise<string> {
  const shown = await program.see(/code=\d+[^]*icanon[^]*echo[^]*ready>/u);
  expect(shown).toContain(`code=${code}\n`);
  expect(shown).not.toMatch(/-icanon|-echo/u);
  expectNormal(program);
  return shown;
}

/** The screen, the cursor and the modes are those of before. */
function expectNormal({ glass, raw }: Program): void {
  // What Node says by itself would stand in the middle of a screen.
  expect(raw()).not.toMatch(/Warning|trace-warnings/u);
  expect(glass.buffer.active.type).toBe('normal');
  expect(glass.modes.bracketedPasteMode).toBe(false);
  expect(glass.modes.wraparoundMode).toBe(true);
  expect(raw().lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(raw().lastIndexOf('\u001b[?25l'));
}

async function inShell(words: string): Promise<Program> {
  const program = shell();
  await program.see('ready>');
  program.type(run(words));
  await program.see('winset');
  return program;
}

/** What sessions keep of unsaved work. */
function kept(): string[] {
  const state = join(folder(), 'state/winset');
  if (!existsSync(state)) return [];
  return readdirSync(state).map((name) => readFileSync(join(state, name), 'utf8'));
}

async function withUnsavedWork(program: Program): Promise<string> {
  await program.see(isAtRest);
  await openScreen(program, '2');
  program.type(RIGHT.repeat(3));
  return seeAtRest(program, / \* .*› Weights/u);
}

/** Long work: the keys that ask for it, and how the screen shows it. */
const AT_WORK: readonly (readonly [what: string, words: string, first: RegExp, keys: string, busy: RegExp])[] = [
  [
    'counted and explained',
    'ukraine-2025 --without russia.all-donbas',
    /DEAL POSSIBLE · computing/u,
    '6',
    /computing/u,
  ],
  ['solved at its stages', 'ukraine-2025-short', /NO DEAL/u, '8', /of \d+ stages/u],
  ['drawn from its ranges', 'lease', /· 6 deals/u, '7m\u0015100000\r', /of 100000 draws/u],
];

/** The signals that end a program: a landing tries them on the small one of `tests/tui/terminal`, and one below. */
const SIGNALS: readonly (readonly [signal: string, code: number])[] = [
  ['SIGTERM', 143],
  ['SIGHUP', 129],
];

describe.skipIf(process.platform === 'win32')('leaving', () => {
  it('is a question where changes are unsaved, which are thrown away only when told so', async () => {
    const program = await inShell('first-five-minutes');
    const before = await withUnsavedWork(program);
    // Ctrl+Z is a pause.
    program.type('\u001a');
    await program.see(/ready>\s*$/u);
    expect(program.glass.buffer.active.type).toBe('normal');
    program.type('fg\r');
    await program.see((shown) => shown === before);
    program.type('q');
    await program.see('There are unsaved changes:');
    program.type(ESCAPE);
    await program.see((shown) => shown.split('\n')[5] === before.split('\n')[5] && !shown.includes('unsaved'));
    program.type('q');
    await program.see('There are unsaved changes:');
    program.type('s');
    await program.see('Save the changes as:');
    program.type('o');
    await program.see('Write the overlay to:');
    program.type('\u0015kept.yaml\r');
    await program.see('Saved; solve it with');
    program.type(RIGHT);
    await seeAtRest(program, / \* .*› Weights/u);
    program.type('q');
    await program.see('x leave without saving');
    program.type('x');
    await program.see(/fg\n[^]*ready>/u);
    program.type('clear\r');
    await program.see((shown) => !shown.includes('code='));
    program.type(`echo "code=$?"; ${STTY}\r`);
    await expectGivenBack(program, 0);
    expect((await winset(['check', 'kept.yaml'])).status).toBe(0);
    expect(kept()).toEqual([]);
    expect(program.raw()).not.toMatch(/internal fault|Error:/u);
  });

  it.each(chosen(AT_WORK, ([what]) => what === 'drawn from its ranges'))(
    'by Ctrl+C while a scenario is %s gives a clean terminal back',
    async (_, words, first, keys, busy) => {
      const program = open(words.split(' '), { size: NARROW });
      await program.see(first);
      for (const key of keys.match(/\r|[^\r]+/gu) ?? []) program.type(key);
      await program.see(busy);
      program.type(CTRL_C);
      expect(await program.ended).toEqual({ code: 0, signal: 0 });
      await settled(program.glass);
      expectNormal(program);
    },
  );

  it('by two Ctrl+C leaves at once and keeps unsaved work', async () => {
    const program = await inShell('lease');
    await withUnsavedWork(program);
    program.type(CTRL_C + CTRL_C);
    const shown = await expectGivenBack(program, 130);
    expect(shown).toContain('Unsaved changes were kept; winset open lease offers them again.');
    expect(kept()).toHaveLength(1);
  });

  it.each(chosen(SIGNALS, ([signal]) => signal === 'SIGTERM'))(
    'by %s gives the terminal back and keeps unsaved work',
    async (signal, code) => {
      const program = await inShell('lease');
      await withUnsavedWork(program);
      process.kill(await childOf(program), signal);
      expect(await expectGivenBack(program, code)).toContain('Unsaved changes were kept');
      expect(kept()).toHaveLength(1);
    },
  );
});

describe.skipIf(process.platform === 'win32')('work that a crash interrupted', () => {
  it('is offered at each start until the question is answered, and no crash before or after loses it', async () => {
    const program = open(['lease'], { size: NARROW });
    const before = await withUnsavedWork(program);
    await expectKept(1);
    if (IS_SOAK) await expectLeftAlone();
    program.kill('SIGKILL');
    await program.ended;

    if (IS_SOAK) await expectOffered();
    const third = open(['lease'], { size: NARROW });
    await third.see('An earlier session left 1 change unsaved');
    third.type('r');
    await seeAtRest(third, 'Taken up: 1 change.');
    const after = await openScreen(third, '2');
    expect(after.split('\n')[0]).toBe(before.split('\n')[0]);
    expect(sliders(after)).toBe(sliders(before));
    // Undone, it is kept no more, and taken up again it is.
    third.type('u');
    await seeAtRest(third, (shown) => !shown.includes(' * '));
    await expectKept(0);
    third.type('U');
    await seeAtRest(third, ' * ');
    third.kill('SIGHUP');
    expect((await third.ended).code).toBe(129);
    expect(third.raw()).toContain('Unsaved changes were kept');
    expect(kept()).toHaveLength(1);

    const last = open(['lease'], { size: NARROW });
    await last.see('An earlier session left 1 change unsaved');
    last.type('x');
    await last.see('The changes of the earlier session are gone.');
    last.type('q');
    expect(await last.ended).toEqual({ code: 0, signal: 0 });
    expect(kept()).toEqual([]);
  });
});

describe('without a terminal', () => {
  it('the report is printed, with a hint how to get the interface', async () => {
    const { status, stdout, stderr } = await winset(['open', 'lease']);
    expect(status).toBe(0);
    expect(stdout).toBe((await winset(['solve', 'lease'])).stdout);
    expect(stderr).toContain('The full-screen interface needs a terminal');
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/\u001b/u);
  });

  it('a scenario that does not exist is an error of input', async () => {
    const { status, stdout, stderr } = await winset(['open', 'leese']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain("Did you mean 'lease'?");
  });
});

describe.skipIf(process.platform === 'win32')('a scenario that cannot be opened', () => {
  it('is an error on the normal screen', async () => {
    const program = shell();
    await program.see('ready>');
    program.type(run('leese'));
    await expectGivenBack(program, 2);
    expect(program.raw()).not.toContain('\u001b[?1049h');
    expect(program.raw()).toContain("Did you mean 'lease'?");
  });
});

/** Another session of the scenario while the first still runs; `tests/tui/outside` has it without a terminal. */
async function expectLeftAlone(): Promise<void> {
  const beside = open(['lease'], { size: NARROW });
  expect(await beside.see(isAtRest)).not.toContain('An earlier session');
  beside.type('q');
  expect(await beside.ended).toEqual({ code: 0, signal: 0 });
  expect(kept()).toHaveLength(1);
}

/** A session that ends before the question is answered. */
async function expectOffered(): Promise<void> {
  const second = open(['lease'], { size: NARROW });
  await second.see('An earlier session left 1 change unsaved');
  second.kill('SIGKILL');
  await second.ended;
}

async function expectKept(count: number): Promise<void> {
  await expect.poll(kept, { timeout: 20_000 }).toHaveLength(count);
}

/** The process that the shell waits for. */
async function childOf({ pid }: Program): Promise<number> {
  const children = await expect
    .poll(() => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim())
    .toMatch(/^\d+$/u)
    .then(() => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
  return Number(children);
}

function sliders(shown: string): string {
  return shown
    .split('\n')
    .slice(2, 10)
    .map((line) => line.slice(0, 40))
    .join('\n');
}
