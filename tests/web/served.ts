/** The built program serving a class, as a process of its own that can be killed and started again. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Served {
  readonly address: string;
  readonly port: number;
  readonly key: string;
  /** As a machine that loses its power. */
  readonly kill: () => Promise<void>;
  /** As ctrl-c. */
  readonly stop: () => Promise<void>;
}

export interface Roll {
  readonly teams: readonly string[];
  readonly roles: readonly string[];
  readonly spare: number;
}

export const codeOf = (seat: string): string => `word-of-${seat}`;

/** A folder with a plan and code words: "word-of-A-council", "word-of-spare-1", ... */
export function classFolder(plan: string, { teams, roles, spare }: Roll): string {
  const folder = mkdtempSync(join(tmpdir(), 'winset-class-'));
  const seats = [
    ...teams.flatMap((team) => roles.map((role) => [`${team}-${role}`, team, role])),
    ...Array.from({ length: spare }, (_, k) => [`spare-${k + 1}`, '', '']),
  ];
  const lines = ['seat,team,role,code', ...seats.map((seat) => [...seat, codeOf(seat[0]!)].join(','))];
  writeFileSync(join(folder, 'codes.csv'), `${lines.join('\n')}\n`);
  writeFileSync(join(folder, 'class.yaml'), plan);
  return folder;
}

/** `port` 0: any that is free. @throws with what the program said, where it does not come up */
export async function serve(program: string, folder: string, port: number): Promise<Served> {
  const child = spawn(process.execPath, [program, 'class', 'open', folder, '--port', String(port)]);
  const said = await welcomeOf(child);
  const address = /the room +(\S+)/.exec(said)?.[1];
  const key = /key +(\S+)/.exec(said)?.[1];
  if (address === undefined || key === undefined) throw new Error(`no class came up: ${said}`);
  const end = (signal: NodeJS.Signals): Promise<void> => {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    return gone;
  };
  return { address, key, port: Number(new URL(address).port), kill: () => end('SIGKILL'), stop: () => end('SIGINT') };
}

function welcomeOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('Ctrl-c')) resolve(said);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', () => resolve(said));
  });
}
