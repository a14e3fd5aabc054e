/**
 * The command that solves a case again: the report shows it so that a reader can go on from there.
 */

/** Options that change the answer of every command. */
export interface CaseFlags {
  readonly stage?: string | undefined;
  readonly coalition?: string | undefined;
  readonly without?: readonly string[] | undefined;
}

/** With the options that change the answer, without those that only shape the report; `more` are those of one command. */
export function commandLine(
  scenario: string,
  { stage, coalition, without }: CaseFlags,
  command = 'solve',
  more: readonly string[] = [],
): string {
  const words = ['winset', command, scenario];
  if (stage !== undefined) words.push('--stage', stage);
  if (coalition !== undefined) words.push('--coalition', coalition);
  words.push(...more);
  if (without !== undefined && without.length > 0) words.push('--without', ...without);
  return words.map(shellWord).join(' ');
}

function shellWord(word: string): string {
  return /^[\w./:,@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
