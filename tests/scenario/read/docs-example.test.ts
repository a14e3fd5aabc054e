import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadScenario } from '../../../src/scenario/read/load.ts';
import { optionIds } from '../../../src/scenario/format/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'winset-docs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const docs = readFileSync(new URL('../../../docs/scenario-format.md', import.meta.url), 'utf8');

test('the example of docs/scenario-format.md loads as it stands there', () => {
  const blocks = [...docs.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)];
  expect(blocks.map((block) => block[1])).toEqual(['scenario.yaml', 'parties/city.yaml', 'parties/line.yaml']);
  for (const [, name = '', text = ''] of blocks) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const result = loadScenario(folder);
  expect(result).toMatchObject({
    ok: true,
    warnings: [],
    scenario: {
      title: 'Harbour treaty',
      parties: [
        { id: 'city', reservation: { value: 40 } },
        { id: 'line', reservation: { value: 35 } },
      ],
    },
  });
  if (!result.ok) return;
  const [, rent] = result.scenario.issues;
  expect(rent === undefined ? [] : optionIds(rent)).toEqual(['10', '15', '20', '25', '30', 'share']);
  const [city] = result.scenario.parties;
  expect(city?.preferences).toMatchObject({
    issues: [{}, { curve: { formula: '100 * (x - 10) / 20' }, listed: [{ value: 45 }] }],
  });
});

test('the overlay of docs/scenario-format.md stands on that example', () => {
  const [, overlay = ''] = /```yaml\n(winset: 1\nbase:[\s\S]*?)```/.exec(docs) ?? [];
  mkdirSync(join(folder, 'mine'), { recursive: true });
  writeFileSync(join(folder, 'mine/overlay.yaml'), overlay.replace('../harbour', '..'));
  expect(loadScenario(join(folder, 'mine/overlay.yaml'))).toMatchObject({
    ok: true,
    warnings: [],
    scenario: { stage: 'offer', parties: [{ reservation: { value: 35 } }, { redLines: [] }] },
  });
});
