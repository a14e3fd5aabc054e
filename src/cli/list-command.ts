/** `winset list`: the scenarios that come with winset, each with a sentence and its size. */
import { compileProblem } from '../compile/compile.ts';
import { spaceSize } from '../engine/problem.ts';
import { bigCount, counted } from '../report/text/number.ts';
import { oneLine, wrap } from '../report/text/width.ts';
import { loadScenario } from '../scenario/read/load.ts';
import { shippedFolder, shippedScenarios } from './package.ts';
import { reportWidth } from './terminal.ts';

/** Prints one entry for each scenario on standard output. */
export function runList(): void {
  process.stdout.write(`${shippedScenarios().map(entryOf).join('\n\n')}\n`);
}

const INDENT = '  ';

function entryOf(name: string): string {
  const loaded = loadScenario(shippedFolder(name));
  if (!loaded.ok) throw new Error(`the scenario '${name}' that comes with winset does not load`);
  const { title, summary, parties, issues, stages } = loaded.scenario;
  const deals = bigCount(spaceSize(compileProblem(loaded.scenario).problem));
  const size = [
    counted(parties.length, 'party', 'parties'),
    counted(issues.length, 'issue'),
    `${deals} combinations`,
    ...(stages.length === 0 ? [] : [counted(stages.length, 'stage')]),
  ];
  const sentence = firstSentence(oneLine(summary ?? ''));
  const lines = [`${oneLine(title)}: ${size.join(', ')}.`, ...(sentence === '' ? [] : [sentence])];
  return [
    name,
    ...lines.flatMap((line) => wrap(line, reportWidth(undefined) - INDENT.length).map((row) => `${INDENT}${row}`)),
  ].join('\n');
}

function firstSentence(text: string): string {
  return /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;
}
