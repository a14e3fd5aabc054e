import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GLOBAL_COMMANDS } from '../../../src/tui/model/global-commands.ts';
import { columns } from '../../../src/report/text/width.ts';
import { expectClosed } from './picture.ts';
import { TABS } from './go.ts';

const TEXT = readFileSync(join(import.meta.dirname, '../../../docs/tour.md'), 'utf8');
const SCREENS = [...TEXT.matchAll(/^```text\n([^]*?)^```$/gmu)].map(([, shown = '']) => shown);

describe('the tour', () => {
  it.each(TABS)('shows the screen $name', ({ tab, key }) => {
    expect(SCREENS.some((shown) => tab.test(shown))).toBe(true);
    expect(TEXT).toMatch(new RegExp(`[Ss]creen ${key}\\b`, 'u'));
  });

  it('names every key that works everywhere', () => {
    for (const { label, keys } of GLOBAL_COMMANDS) {
      expect(TEXT).toContain(label);
      for (const key of keys) expect(TEXT).toContain(`\`${key}\``);
    }
  });

  it('shows whole screens that fit a page, and no work in progress', () => {
    for (const shown of SCREENS) {
      expectClosed(shown);
      for (const line of shown.split('\n')) expect(columns(line)).toBeLessThanOrEqual(100);
      expect(shown).not.toMatch(/computing|counting/u);
    }
  });
});
