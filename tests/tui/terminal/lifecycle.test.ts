import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chosen } from '../../runs.ts';
import { APP, openShell, type Session } from './pty.ts';

const run = ({ kept }: Session) =>
  `node ${APP} ${kept}; echo "code=$?"; stty -a | grep -o -e '-*icanon' -e '-*echo '\r`;

/** What a shell of a terminal shows and sets before a program starts. */
async function expectGivenBack({ glass, raw, see }: Session, code: number): Promise<string> {
  const seen = await see(/code=\d+[^]*icanon[^]*echo[^]*ready>/u);
  expect(seen).toContain(`code=${code}`);
  expect(seen).not.toMatch(/-icanon|-echo/u);
  expect(glass.buffer.active.type).toBe('normal');
  expect(glass.modes.bracketedPasteMode).toBe(false);
  expect(glass.modes.wraparoundMode).toBe(true);
  expect(raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(raw().lastIndexOf('\u001b[?25l'));
  expect(seen.split('left once')).toHaveLength(2);
  return seen;
}

/** A soak sends those as well that a keyboard sends; all four are handled by one table. */
const SIGNALS = [
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
  ['SIGQUIT', 131],
] as const;

/** The program's whole frame, from its first corner to its last. */
const WHOLE = /^┏━ › Test ━+┓\n[^]*\n┗━+┛$/u;

function keptWork({ kept }: Session): string {
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    return '';
  }
}

/** The program in a shell of its own. */
async function started(env: Readonly<Record<string, string>> = {}): Promise<Session> {
  const session = openShell(env);
  await session.see('ready>');
  session.type(run(session));
  await session.see('key none');
  return session;
}

describe.skipIf(process.platform === 'win32')('a program that has the terminal', () => {
  let session: Session;

  beforeAll(async () => {
    session = await started();
  });
  afterAll(() => session.end());

  it('has its own screen and modes, and colours', async () => {
    const { glass, raw, see, type } = session;
    expect(glass.buffer.active.type).toBe('alternate');
    expect(glass.modes.bracketedPasteMode).toBe(true);
    expect(glass.modes.wraparoundMode).toBe(false);
    expect(await see(WHOLE)).toContain('size 100x30');
    expect(raw()).toContain('1;31m');
    type('\u001b[1;2D');
    await see('key shift+left');
    type('\u001b');
    await see('key escape');
  });

  it('follows the size of the terminal', async () => {
    const { resize, see } = session;
    for (const [columns, rows] of [
      [30, 8],
      [80, 20],
    ] as const) {
      resize(columns, rows);
      const seen = await see(new RegExp(`size ${columns}x${rows}[^]*┛$`, 'u'));
      const lines = seen.split('\n');
      expect(lines).toHaveLength(rows);
      expect(lines[0]).toBe(`┏━ › Test ${'━'.repeat(columns - 11)}┓`);
      expect(lines.at(-1)).toBe(`┗${'━'.repeat(columns - 2)}┛`);
      expect(seen.match(/Test/gu)).toHaveLength(1);
    }
  });

  it('gives it back when it ends by itself', async () => {
    session.type('q');
    await expectGivenBack(session, 0);
    expect(keptWork(session)).toBe('');
  });
});

describe.skipIf(process.platform === 'win32')('a program that took the terminal over', () => {
  let session: Session;

  beforeEach(async () => {
    session = await started();
  });
  afterEach(() => session.end());

  it('gives it back when something calls for the end of the process', async () => {
    session.type('x');
    expect(await expectGivenBack(session, 5)).not.toContain('kept the work');
  });

  it('hands the first Ctrl+C to the app and ends at the second', async () => {
    session.type('\u0003');
    await session.see('key ctrl+c');
    session.type('\u0003\u0003');
    await expectGivenBack(session, 130);
    expect(keptWork(session)).toBe('unsaved work');
  });

  it.each(chosen(SIGNALS, ([signal]) => signal !== 'SIGINT' && signal !== 'SIGQUIT'))(
    'gives it back at %s',
    async (signal, code) => {
      const seen = await session.see(/process \d+/u);
      process.kill(Number(/process (\d+)/u.exec(seen)?.[1]), signal);
      await expectGivenBack(session, code);
      expect(keptWork(session)).toBe('unsaved work');
    },
  );

  it.each([
    ['an error nobody caught', 't', 'thrown in a timer'],
    ['a rejection nobody handled', 'r', 'rejected by nobody'],
  ])('gives it back at %s, and prints it after that', async (_, key, message) => {
    session.type(key);
    const seen = await expectGivenBack(session, 70);
    expect(seen).toContain(message);
    expect(seen).toContain('kept the work');
    expect(seen.indexOf('left once')).toBeLessThan(seen.indexOf(message));
    expect(keptWork(session)).toBe('unsaved work');
  });

  it('is stopped by Ctrl+Z and drawn again when it continues', async () => {
    const { glass, type, see } = session;
    type('\u001a');
    await see(/ready>\s*$/u);
    expect(glass.buffer.active.type).toBe('normal');
    expect(glass.modes.bracketedPasteMode).toBe(false);
    type('fg\r');
    const again = await see(WHOLE);
    expect(glass.buffer.active.type).toBe('alternate');
    expect(again).toContain('key none');
    type('j');
    await see('key j');
  });

  it('keeps unsaved work when the terminal goes away', async () => {
    session.end();
    await expect.poll(() => keptWork(session), { timeout: 10_000 }).toBe('unsaved work');
  });
});

/** A landing tries NO_COLOR on the whole program, in `tests/tui/interface`. */
const PLAIN = chosen<readonly [string, Readonly<Record<string, string>>]>(
  [
    ['on a terminal without them', { TERM: 'dumb' }],
    ['with NO_COLOR', { NO_COLOR: '1' }],
  ],
  ([how]) => how !== 'with NO_COLOR',
);

describe.skipIf(process.platform === 'win32')('colours', () => {
  it.each(PLAIN)('are not shown %s', async (_, env) => {
    const session = await started(env);
    expect(session.raw()).not.toContain('1;31m');
    session.type('q');
    await expectGivenBack(session, 0);
    session.end();
  });
});
