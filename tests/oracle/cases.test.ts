/** The cases through the commands: their known answers, and everything else against every deal looked at. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EXPECTED } from '../cases/expected.ts';
import type { FrontierDocument, SolveDocument } from './documents.ts';
import { judgeFile, QUESTIONS } from './judge.ts';
import { sharedSession } from './session.ts';
import { builtProgram } from '../program.ts';

const session = sharedSession(builtProgram());

async function ask<T>(file: string, words: readonly [string, ...string[]]): Promise<Readonly<T>> {
  const [command, ...options] = words;
  const { status, stdout, stderr } = await session.run([command, session.write(file), '--json', ...options]);
  // A file may be remarked on, as one with a threshold out of reach is; it is answered all the same.
  const said = stderr.split('\n').filter((line) => line !== '' && !line.includes(': warning: '));
  expect([status, said]).toEqual([0, []]);
  const document: T = JSON.parse(stdout);
  return document;
}

it.each(EXPECTED)('$file has what brute force found', async ({ file: name, zone, frontier }) => {
  const file = readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8');
  const solved = await ask<SolveDocument>(file, ['solve']);
  expect(solved.zone.count).toEqual({ exact: String(zone) });
  const efficient = await ask<FrontierDocument>(file, ['frontier', '--epsilon', '0']);
  expect([efficient.exact, efficient.points.length]).toEqual([true, frontier]);
  const { frontier: _, spread, power } = QUESTIONS;
  expect(await judgeFile(session, file, [spread, power, QUESTIONS['frontier of the zone']])).toEqual([]);
});
