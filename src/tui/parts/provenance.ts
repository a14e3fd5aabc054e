/** Where a number of a scenario comes from. */
import { capital } from '../../report/text/capital.ts';
import { listed, sentence } from '../../report/view/words.ts';
import type { Provenance, Scenario } from '../../scenario/scenario.ts';

/** The number with what is said of its whole issue where it says nothing of its own. */
export function withIssue<N extends Provenance>(number: N, { confidence, date, why, sources }: Provenance): N {
  return {
    ...(confidence !== undefined && { confidence }),
    ...(date !== undefined && { date }),
    ...(why !== undefined && { why }),
    ...(sources !== undefined && { sources }),
    ...number,
  };
}

/**
 * "Inferred, 2024-06-14, range 2 to 6. Its terms of 2024 said so. Sources: The Times.": `before` and `after` are further
 * facts around the confidence and the date. Empty where nothing is known.
 */
export function sourceWords(
  { sources }: Scenario,
  { confidence, date, why, sources: cited = [] }: Provenance,
  before: readonly string[] = [],
  after: readonly string[] = [],
): string {
  const facts = [...before, confidence, date, ...after].filter((fact) => fact !== undefined);
  const names = cited.map((id) => {
    const source = sources.find((candidate) => candidate.id === id);
    return source?.outlet ?? source?.title ?? id;
  });
  return [
    ...(facts.length === 0 ? [] : [`${capital(facts.join(', '))}.`]),
    ...(why === undefined ? [] : [sentence(why)]),
    ...(names.length === 0 ? [] : [`Sources: ${listed([...new Set(names)])}.`]),
  ].join(' ');
}
