/** `winset brief` as a person types it. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { winset as run } from './built.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'winset-brief-'));

describe('winset brief', () => {
  it('writes one page, to a file or through a pipe, the same', async () => {
    const out = join(FOLDER, 'lease.html');
    const toFile = await run(['brief', 'lease', '--draws', '20', '--out', out]);
    expect(toFile).toMatchObject({ status: 0, stdout: '' });
    expect(toFile.stderr).toContain('lease.html');
    const html = readFileSync(out, 'utf8');
    expect(html.startsWith('<!doctype html>')).toBe(true);
    expect(html.length).toBeLessThan(1_500_000);
    const piped = await run(['brief', 'lease', '--draws', '20']);
    const withoutPrograms = (text: string): string => text.replaceAll(/<script[^>]*>[^<]*<\/script>/g, '');
    expect(withoutPrograms(piped.stdout)).toBe(withoutPrograms(html));
  });

  it('gives words and plots alone', async () => {
    const folder = join(FOLDER, 'plots');
    const { status, stdout } = await run(['brief', 'quarry-dispute', '--draws', '0', '--markdown', '--svg', folder]);
    expect(status).toBe(0);
    expect(stdout).toContain('## What would open a zone');
    const plots = readdirSync(folder).toSorted();
    expect(plots).toContain('deals.svg');
    expect(plots).toContain('frontier.svg');
    expect(plots).toContain('tornado.svg');
  });

  it('keeps to what was asked for', async () => {
    const { stdout } = await run([
      'brief',
      'quarry-dispute',
      '--without',
      'residents.hedge',
      '--draws',
      '0',
      '--markdown',
    ]);
    expect(stdout).toContain('**A deal is possible.**');
    expect(stdout).toContain('What if: the stated red line residents.hedge');
  });

  it('says what is wrong', async () => {
    const wrong = (words: readonly string[]) => run(['brief', ...words]);
    expect(await wrong(['lease', '--for', 'nobody'])).toMatchObject({ status: 2, stdout: '' });
    expect((await wrong(['lease', '--draws', '0', '--out', join(FOLDER, 'no/such/folder.html')])).stderr).toContain(
      'cannot be written',
    );
    expect(await wrong(['lease', '--draws', 'many'])).toMatchObject({ status: 2 });
    expect((await wrong(['lese'])).stderr).toContain("Did you mean 'lease'");
  });
});
