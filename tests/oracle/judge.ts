/** One scenario file through every command of the program, and what is wrong with the answers. */
import type { Ended } from './batch.ts';
import { judgeExplain, judgeFrontier, judgePower } from './judge-explain.ts';
import { judgeLarge } from './judge-large.ts';
import { judgeSensitivity } from './judge-sensitivity.ts';
import { judgeSentences } from './judge-sentences.ts';
import { judgeSolve } from './judge-solve.ts';
import { readScenario } from './read.ts';
import type { Session } from './session.ts';
import type { Table } from './table.ts';
import { tableOf } from './table.ts';

/** A command with its options, and how its document is judged. */
export interface Question {
  readonly words: readonly string[];
  readonly judge: (table: Table, document: string) => string[];
}

export const QUESTIONS = {
  solve: { words: ['solve', '--json'], judge: (table, text) => judgeSolve(table, JSON.parse(text), true) },
  explain: {
    words: ['explain', '--json', '--all', '--draft', 'whole', 'part'],
    judge: (table, text) => judgeExplain(table, JSON.parse(text), true),
  },
  frontier: {
    words: ['frontier', '--json', '--epsilon', '0'],
    judge: (table, text) => judgeFrontier(table, JSON.parse(text)),
  },
  'frontier of the zone': {
    words: ['frontier', '--json', '--zone', '--epsilon', '0'],
    judge: (table, text) => judgeFrontier(table, JSON.parse(text)),
  },
  spread: {
    words: ['frontier', '--json', '--epsilon', '7'],
    judge: (table, text) => judgeFrontier(table, JSON.parse(text)),
  },
  power: { words: ['power', '--json'], judge: (table, text) => judgePower(table, JSON.parse(text), true) },
  sensitivity: {
    words: ['sensitivity', '--json', '--count', '--threads', '1', '--as-if', 'none'],
    judge: (table, text) => judgeSensitivity(table, JSON.parse(text)),
  },
  'sentences of solve': { words: ['solve', '--width', '160'], judge: judgeSentences },
  'sentences of explain': { words: ['explain', '--width', '160'], judge: judgeSentences },
  'sentences of sensitivity': {
    words: ['sensitivity', '--width', '160', '--threads', '1', '--as-if', 'none'],
    judge: judgeSentences,
  },
} satisfies Readonly<Record<string, Question>>;

/** The same with few nodes: nothing need be known, but what is said must be true. */
export function within(nodes: number): readonly Question[] {
  return [
    {
      words: ['solve', '--json', '--nodes', String(nodes), '--memory', '1MB'],
      judge: (table, text) => judgeSolve(table, JSON.parse(text), false),
    },
    {
      words: ['explain', '--json', '--nodes', String(nodes), '--draft', 'whole', 'part'],
      judge: (table, text) => judgeExplain(table, JSON.parse(text), false),
    },
    {
      words: ['power', '--json', '--memory', '1MB'],
      judge: (table, text) => judgePower(table, JSON.parse(text), false),
    },
    {
      words: ['frontier', '--json', '--epsilon', '0', '--vectors', String(nodes)],
      judge: (table, text) => judgeFrontier(table, JSON.parse(text)),
    },
  ];
}

/** A file too large to look at every deal, within so many nodes: no fault, and nothing false about what is named. */
export async function judgeLargeFile(session: Session, file: string, nodes: number): Promise<string[]> {
  const path = session.write(file);
  const budget = ['--nodes', String(nodes)];
  const solved = await session.run(['solve', path, '--json', '--memory', '2MB', ...budget]);
  const others = [
    await session.run(['explain', path, '--json', ...budget]),
    await session.run(['frontier', path, '--json', '--max-points', '3']),
    await session.run(['frontier', path, '--json', '--epsilon', '0', '--vectors', String(nodes)]),
    await session.run(['power', path, '--json', '--memory', '1MB']),
    await session.run(['score', path, '--json', '--deal', 'none']),
  ];
  return [
    ...(solved.status === 0 ? judgeLarge(readScenario(file), JSON.parse(solved.stdout)) : [faultOf(solved)]),
    ...others.filter(({ status }) => status !== 0).map(faultOf),
  ];
}

/** What is wrong, a sentence each, the command before it. */
export async function judgeFile(session: Session, file: string, questions: readonly Question[]): Promise<string[]> {
  const path = session.write(file);
  const table = tableOf(readScenario(file));
  const complaints: string[] = [];
  for (const { words, judge } of questions) {
    const [command = '', ...options] = words;
    const ended = await session.run([command, path, ...options]);
    const said = ended.status === 0 ? judge(table, ended.stdout) : [faultOf(ended)];
    complaints.push(...said.map((sentence) => `winset ${words.join(' ')}: ${sentence}`));
  }
  return complaints;
}

function faultOf({ status, stderr }: Ended): string {
  return `${status === 2 ? 'refused' : 'fault'}: ${stderr.slice(0, 600)}`;
}
