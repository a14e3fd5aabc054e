/** The examples of docs/programs.md, run as they stand where there is an interpreter, and by their commands everywhere. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Run } from '../cli/built.ts';
import { winset } from '../cli/built.ts';
import { blocks, examples, page, ROOT } from './pages.ts';
import { builtProgram } from '../program.ts';

const PAGE = page('programs.md');
const PROGRAM = join(builtProgram(), 'winset.js');

let bin = '';
beforeAll(() => {
  bin = mkdtempSync(join(tmpdir(), 'winset-bin-'));
  writeFileSync(join(bin, 'winset'), `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
  chmodSync(join(bin, 'winset'), 0o755);
});
afterAll(() => rmSync(bin, { recursive: true }));

/** With `winset` on the path, as on a machine where it is installed. */
function run(command: string, words: readonly string[]) {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  return spawnSync(command, words, { cwd: ROOT, encoding: 'utf8', env });
}

/** The words of every `ask("...", "...")` in a block of code. */
function asked(code: string): readonly (readonly string[])[] {
  return [...code.matchAll(/ask\(("[^)]*")\)/g)].map((match) =>
    [...match[1]!.matchAll(/"([^"]*)"/g)].map((word) => word[1]!),
  );
}

it('has an example in Python of twenty lines that prints what stands below', async () => {
  const [{ code, prints } = { code: '', prints: '' }] = examples(PAGE, 'python');
  expect(code.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(20);
  const commands = asked(code);
  expect(commands).toHaveLength(2);
  const answers: Run[] = [];
  for (const words of commands) answers.push(await winset(words));
  expect(answers.map(({ status }) => status)).toEqual([0, 0]);
  // What the example reads is there, and what it prints stands below, also where no interpreter shows it.
  const [solved, table] = answers.map(({ stdout }) => stdout);
  const document: unknown = JSON.parse(solved!);
  expect(document).toMatchObject({ schema: 'winset/solve@1', zone: { count: { exact: '50' } } });
  expect(prints).toContain("winset/solve@1 deal {'exact': '50'}");
  const [heading = '', ...rows] = table!.trimEnd().split('\r\n');
  for (const column of code.matchAll(/row\["([^"]*)"\]/g)) expect(heading.split(',')).toContain(column[1]);
  expect(
    prints
      .trimEnd()
      .split('\n')
      .slice(-rows.length)
      .map((line) => line.split(' ')[0]),
  ).toEqual(rows.map((row) => row.split(',')[0]));
  const python = run('python3', ['-c', code]);
  if (python.error === undefined) expect(python).toMatchObject({ status: 0, stderr: '', stdout: prints });
});

it('has an example in R that asks for what is there', async () => {
  const [code = ''] = blocks(PAGE, 'r');
  const [solved = [], table = []] = asked(code);
  const document: unknown = JSON.parse((await winset(solved)).stdout);
  expect(document).toMatchObject({
    zone: { count: expect.anything() },
    parties: [
      { name: expect.any(String), reservation: expect.any(Number), ideal: expect.any(Number) },
      expect.anything(),
    ],
  });
  expect((await winset(table)).stdout.split('\r\n')[0]).toMatch(/^strategy band,strategy cafe,runs,/);
});

it('has commands that a shell runs as they stand', () => {
  const lines = blocks(PAGE, 'sh').flatMap((block) => block.trimEnd().split('\n'));
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    const { status, stdout, stderr } = run('sh', ['-c', line]);
    expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: '' });
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  }
});
