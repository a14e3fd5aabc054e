/** A folder with a game of LLM-Deliberation: `config.txt` and a score file for each party. */
import type { Source } from '../source.ts';

export function isDeliberation({ entries, isFolder }: Source): boolean {
  const hasScores = entries.some(({ name }) => /^scores_files\/[^/]+\.txt$/.test(name));
  return isFolder && hasScores && entries.some(({ name }) => name === 'config.txt');
}
