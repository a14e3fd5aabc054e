/**
 * One document under check: collects findings, and knows the names that other parts may refer to.
 */
import { NOT_APPLICABLE } from '../format/conditional.ts';
import type { Document, FindingOptions } from './document.ts';
import type { Finding, Path } from '../finding.ts';
import type { Names } from './names.ts';
import { choiceSpan, isInterval } from '../format/choice.ts';
import type { Choice, Pattern } from '../scenario.ts';
import { quote, unknownName } from '../suggest.ts';
import { listedIds, optionAt, optionId } from '../format/options.ts';

export interface Checker {
  readonly data: unknown;
  readonly names: Names;
  /** So much is wrong that looking further helps nobody. */
  readonly full: boolean;
  complain(path: Path, message: string, options?: FindingOptions): void;
}

const MOST_COMPLAINTS = 1000;

export function createChecker(document: Document, names: Names, findings: Finding[]): Checker {
  return {
    get full() {
      return findings.length >= MOST_COMPLAINTS;
    },
    data: document.data,
    names,
    complain: (path, message, options) => findings.push(document.finding(path, message, options)),
  };
}

/** Something that may cite sources: a list of source ids under `sources` at its path. */
interface Citing {
  readonly sources?: readonly string[] | undefined;
}

export function checkSources(checker: Checker, path: Path, citing: Citing): void {
  const known = checker.names.sources;
  if (known === null || checker.full) return;
  for (const [k, source] of (citing.sources ?? []).entries()) {
    if (!known.includes(source)) checker.complain([...path, 'sources', k], unknownName('source', source, known));
  }
}

export function checkParty(checker: Checker, path: Path, party: string, options?: FindingOptions): void {
  const known = checker.names.parties;
  if (known === null || checker.full) return;
  if (!known.includes(party)) checker.complain(path, unknownName('party', party, known), options);
}

/** True when the issue exists or issues cannot be judged. */
export function checkIssue(checker: Checker, path: Path, issue: string, at: 'key' | 'value' = 'key'): boolean {
  const known = checker.names.issues;
  if (known === null || known.has(issue) || checker.full) return true;
  checker.complain(path, unknownName('issue', issue, [...known.keys()]), { at });
  return false;
}

export function checkOption(
  checker: Checker,
  path: Path,
  issue: string,
  option: string,
  options?: FindingOptions,
): void {
  const names = checker.names.issues?.get(issue);
  const known = names?.options;
  if (known === undefined || known === null || checker.full) return;
  if (names?.conditional && option === NOT_APPLICABLE) return;
  if (optionAt(known, option) === -1) {
    checker.complain(path, unknownName('option', option, listedIds(known)), options);
  }
}

export function checkPattern(checker: Checker, path: Path, pattern: Pattern): void {
  for (const { issue, options } of pattern) {
    if (!checkIssue(checker, [...path, issue], issue)) continue;
    for (const [k, choice] of options.entries()) checkChoice(checker, [...path, issue, k], issue, choice);
  }
}

/** That an option exists, or that a range has numbers between the bounds. */
export function checkChoice(checker: Checker, path: Path, issue: string, choice: Choice): void {
  if (!isInterval(choice)) return checkOption(checker, path, issue, choice);
  const names = checker.names.issues?.get(issue);
  const known = names?.options ?? null;
  if (known === null || checker.full || choiceSpan(known, choice) !== null) return;
  const numbers = known.range === null ? 0 : known.range.count;
  checker.complain(
    path,
    numbers === 0
      ? `${quote(issue)} has no numbers, so none can lie between bounds; name its options`
      : `${quote(issue)} has no number there; it goes from ${optionId(known, 0)} to ${optionId(known, numbers - 1)}`,
  );
}

/** Every id after its first appearance is a finding at its `id`. */
export function checkDistinct(
  checker: Checker,
  kind: string,
  entries: readonly { readonly path: Path; readonly id: string }[],
): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    if (seen.has(entry.id)) {
      checker.complain([...entry.path, 'id'], `${kind} ${quote(entry.id)} stands here twice; ids must differ`);
    }
    seen.add(entry.id);
  }
}
