/** The examples of docs/library.md, each a module of its own. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import type { Example } from './pages.ts';
import { examples, page, ROOT } from './pages.ts';
import { builtProgram } from '../program.ts';

const ALL = examples(page('library.md'), 'js');

it('shows ten things in ten lines each', () => {
  expect(ALL).toHaveLength(10);
  for (const { title, code } of ALL) {
    expect({ title, lines: code.trimEnd().split('\n').length }).toEqual({ title, lines: expect.any(Number) });
    expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(11);
    expect(code.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(10);
  }
});

/** Beside the worker thread that one of them starts. */
const FOLDER = builtProgram();
const BETWEEN = '--- next ---';
const nameOf = ({ title }: Example): string => `library-${title.toLowerCase().replaceAll(/\W+/g, '-')}`;

beforeAll(async () => {
  const entries = ALL.map((example) => ({ in: join(FOLDER, `${nameOf(example)}.js`), out: nameOf(example) }));
  for (const [k, { code }] of ALL.entries()) writeFileSync(entries[k]!.in, code);
  await build({
    entryPoints: entries,
    alias: { winset: join(ROOT, 'src/index.ts'), 'winset/engine': join(ROOT, 'src/engine/index.ts') },
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
});

/** What each example prints, in the order of the page: one process runs them one after the other. */
function printed(): readonly string[] {
  const { FORCE_COLOR: _, ...env } = process.env;
  const file = join(FOLDER, 'library.mjs');
  const runs = ALL.map((example) => `await import('./${nameOf(example)}.mjs');\nconsole.log('${BETWEEN}');\n`);
  writeFileSync(file, runs.join(''));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: ROOT, encoding: 'utf8', env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split(`${BETWEEN}\n`);
}

it('prints what stands below', () => {
  const prints = printed();
  for (const [k, { title, prints: expected }] of ALL.entries()) {
    expect({ title, prints: prints[k]?.trimEnd() }).toEqual({ title, prints: expected.trimEnd() });
  }
});
