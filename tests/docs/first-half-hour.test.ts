/** The first half hour: its screens, the files it makes and the answer, as the program gives them to the same keys. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeTexts } from '../../src/making/texts.ts';
import { UNICODE } from '../../src/tui/draw/glyphs.ts';
import { plainText } from '../../src/tui/draw/line.ts';
import { charKey, keyOf } from '../../src/tui/terminal/keys.ts';
import { picture } from '../../src/tui/wizard/picture.ts';
import type { Wizard } from '../../src/tui/wizard/state.ts';
import { press, startWizard } from '../../src/tui/wizard/state.ts';
import { ANSWERS, TALKS, WORDS } from '../../tools/half-hour-words.ts';
import { winset } from '../cli/built.ts';
import { page } from './pages.ts';

const PAGE = page('first-half-hour.md');

function shown(wizard: Wizard): string {
  const rows = picture(wizard, UNICODE, { width: 80, height: 24 }).map((row) => plainText(row).trimEnd());
  return rows.join('\n').trimEnd();
}

function typed(wizard: Wizard, text: string): Wizard {
  return Array.from(text).reduce((now, char) => press(now, char === '\r' ? keyOf('enter') : charKey(char)), wizard);
}

/** Block by block in the order of the page. */
const SCREENS = new Map<string, string>();
let end = startWizard(null);
for (const { asked, typed: keys, screen } of ANSWERS) {
  const text = shown(end);
  if (typeof asked === 'string' ? !text.includes(asked) : !asked.test(text))
    throw new Error(`no "${asked}" in\n${text}`);
  if (screen !== undefined) SCREENS.set(screen, text);
  end = typed(end, keys);
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'winset-half-hour-'));
  for (const { path, text } of madeTexts(end.scenario!)) {
    const file = join(folder, TALKS, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the first half hour', () => {
  it('ends where it says', () => {
    expect(end.isLeft).toBe(true);
  });

  it.each([...SCREENS])('shows the screen "%s" as the program draws it', (_, text) => {
    expect(PAGE).toContain(`\`\`\`text\n${text}\n\`\`\``);
  });

  it('has every paragraph, file and answer of its script', async () => {
    for (const part of WORDS) {
      if (typeof part === 'string') expect(PAGE).toContain(part);
      else if ('file' in part) expect(PAGE).toContain(readFileSync(join(folder, TALKS, part.file), 'utf8').trimEnd());
      else if ('command' in part) {
        const words = part.command.map((word) => (word === TALKS ? join(folder, TALKS) : word));
        const { status, stdout } = await winset([...words, '--width', '80']);
        expect(status).toBe(0);
        const body = (text: string): string =>
          text.slice(0, text.indexOf('About this report')).replaceAll(/[ \t]+$/gmu, '');
        expect(body(stdout)).not.toBe('');
        expect(PAGE).toContain(body(stdout).trimEnd());
      }
    }
  });
});
