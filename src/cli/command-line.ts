/**
 * The command that solves a case again: the report shows it so that a reader can go on from there.
 */
import type { SolveFlags } from './solve-command.ts';

/** With the options that change the answer, without those that only shape the report. */
export function commandLine(scenario: string, flags: SolveFlags): string {
  const words = ['winset', 'solve', scenario];
  if (flags.stage !== undefined) words.push('--stage', flags.stage);
  if (flags.coalition !== undefined) words.push('--coalition', flags.coalition);
  if (flags.without !== undefined && flags.without.length > 0) words.push('--without', ...flags.without);
  return words.map(shellWord).join(' ');
}

function shellWord(word: string): string {
  return /^[\w./:,@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
