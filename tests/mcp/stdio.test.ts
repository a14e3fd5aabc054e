/** The program as a process: what it writes where, and how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from './client.ts';
import { winset } from '../cli/built.ts';

const HELLO = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};

/** Sends messages one after the other, each once the one before it is answered, and ends as `end` says. */
async function talk(lines: readonly string[], end: 'close' | NodeJS.Signals, cwd: string) {
  const child = spawn(process.execPath, [PROGRAM, 'mcp', 'first-five-minutes'], { cwd, stdio: 'pipe' });
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
  child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()));
  for (const [k, line] of lines.entries()) {
    child.stdin.write(`${line}\n`);
    while (stdout.split('\n').length <= k + 1 && (await isWaiting(child.stdout, line))) continue;
  }
  if (end === 'close') child.stdin.end();
  else child.kill(end);
  const [status] = await once(child, 'exit');
  return { status, stdout, stderr };
}

/** Lines that are no requests are not waited for. */
async function isWaiting(stdout: NodeJS.ReadableStream, line: string): Promise<boolean> {
  if (!line.includes('"id"')) return false;
  await once(stdout, 'data');
  return true;
}

describe('winset mcp', () => {
  const call = (id: number, name: string, given: object): string =>
    JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: given } });
  const lines = [JSON.stringify(HELLO), call(2, 'solve', {}), call(3, 'solve', { stage: 'none' }), 'no message at all'];

  it('writes nothing but messages to standard output, nothing to disk, and ends with standard input', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'winset-mcp-'));
    const { status, stdout, stderr } = await talk(lines, 'close', folder);
    const messages = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(messages).toHaveLength(3);
    expect(messages).toMatchObject([{ id: 1 }, { id: 2, result: {} }, { id: 3, result: { isError: true } }]);
    expect(stderr).toContain('winset mcp: ');
    expect(status).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    expect(existsSync(folder)).toBe(false);
  });

  it('ends with ctrl-c', async () => {
    const { status } = await talk(lines.slice(0, 1), 'SIGINT', tmpdir());
    expect(status).toBe(130);
  });

  it('says at once that a scenario is not there, or that a party is not in it', async () => {
    const missing = await winset(['mcp', 'nowhere.yaml']);
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(missing.stderr).toContain('nowhere.yaml:1:1 does not exist');
    const nobody = await winset(['mcp', 'lease', '--as', 'band']);
    expect(nobody).toMatchObject({ status: 2, stdout: '' });
    expect(nobody.stderr).toMatch(/'lease' has no such party; it has \w+/);
  });
});
