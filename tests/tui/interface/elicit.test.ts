/** `winset elicit` in a terminal: one party of a scenario that exists is asked, and what it says becomes an overlay. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { desk } from './built.ts';
import { NARROW } from './program.ts';

const { folder, run, winset } = desk();

const CTRL_C = '\u0003';
const WORDS = ['elicit', 'lease', '--party', 'bakery', '--out', 'mine.yaml', '--by', 'M. Reed', '--date', '2025-11-28'];

describe.skipIf(process.platform === 'win32')('winset elicit', () => {
  it('writes an overlay that says who said it when, and goes on where it was left', async () => {
    const first = run(WORDS, { size: NARROW });
    const asked = await first.see(/Which option of ".+" is best for/u);
    first.type('1');
    const next = await first.see(
      (shown) => !shown.includes('is best for') || shown.split('\n')[2] !== asked.split('\n')[2],
    );
    first.type(CTRL_C);
    await first.see('go on:   winset elicit lease');
    expect((await first.ended).code).toBe(0);

    const text = readFileSync(join(folder(), 'mine.yaml'), 'utf8');
    expect(text).toContain('confidence: stated');
    expect(text).toContain('date: 2025-11-28');
    expect(text).toContain('Stated by M. Reed in an interview.');
    expect(text).toContain('unknown # not yet valued');
    const { status, stdout } = await winset(['check', 'mine.yaml']);
    expect(status).toBe(0);
    expect(stdout).toContain('Not yet valued: ');

    const again = run(WORDS, { size: NARROW });
    expect((await again.see('esc back')).split('\n')[2]).toBe(next.split('\n')[2]);
    again.type(CTRL_C);
    await again.ended;
  }, 120_000);

  it('asks a party with a score sheet for its points, in an overlay of its own', async () => {
    writeFileSync(
      join(folder(), 'wages.yaml'),
      `winset: 1
title: Wages
issues: [{ id: wage, title: Wage, options: [low, high] }, { id: days, title: Days, options: [few, many] }]
parties:
  union: { name: The union, disagreement: 30, issues: { wage: { scores: { low: 10, high: 40 } }, days: { scores: { few: 0, many: 30 } } } }
  firm: { name: The firm, disagreement: 20, issues: { wage: { scores: { low: 60, high: 20 } }, days: { scores: { few: 30, many: 10 } } } }
`,
    );
    const program = run(['elicit', 'wages.yaml', '--party', 'union', '--out', 'mine.yaml'], { size: NARROW });
    await program.see('Which option of "Wage" is worst for The union?');
    program.type('1');
    await program.see('how many points is "high" worth to The union?');
    program.type('4500\r');
    await program.see('Which option of "Days" is worst');
    program.type(CTRL_C);
    await program.see('go on:   winset elicit wages.yaml');
    await program.ended;
    const text = readFileSync(join(folder(), 'mine.yaml'), 'utf8');
    expect(text).toContain('high: 4500 # 40 -> 4500');
    expect(text).toContain('many: unknown # not yet valued');
    expect((await winset(['check', 'mine.yaml'])).status).toBe(0);
  }, 120_000);

  it('says what is needed instead of asking in a pipe, and writes nothing', async () => {
    const refused = async (words: readonly string[]) => {
      const { status, stderr } = await winset(words);
      expect(status).toBe(2);
      return stderr;
    };
    expect(await refused(['elicit', 'lease', '--party', 'nobody'])).toContain("party 'nobody' does not exist");
    expect(await refused(['elicit', 'lease', '--party', 'bakery'])).toContain('need a terminal');
    expect(await refused(['elicit', 'lease', '--party', 'bakery', '--date', '2025-02-30'])).toMatch(
      /terminal|calendar/u,
    );
    expect(await refused(['new', 'talks'])).toContain('--template two-party');
    expect(existsSync(join(folder(), 'lease-bakery.yaml'))).toBe(false);
    expect(existsSync(join(folder(), 'talks'))).toBe(false);
  });
});
