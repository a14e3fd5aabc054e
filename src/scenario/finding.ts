/**
 * What is wrong with an input file, said to the person who wrote it: where it is, what was found, what was expected.
 */

/** Keys and list positions from the top of a document down to one place in it. */
export type Path = readonly (string | number)[];

export interface Finding {
  /** As the user would reach the file from where the command was given. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** The place in the document, for example `issues.force-cap.values`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** One finding as one line: `file:line:column path: message`. */
export function formatFinding(finding: Finding): string {
  const place = `${showControls(finding.file)}:${finding.line}:${finding.column}`;
  const kind = finding.severity === 'warning' ? 'warning: ' : '';
  return finding.path === ''
    ? `${place} ${kind}${finding.message}`
    : `${place} ${finding.path}: ${kind}${finding.message}`;
}

/** `['rules', 0, 'if']` as `rules[0].if`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

const MOST_FINDINGS = 200;

/** How a number is to be written: said once, however many numbers of the file are written so. */
const HOW_TO_WRITE = /^expected a number, found the text '.*'; /;

/** Those about numbers written in one and the same other way as the first of them, with how many more there are. */
function foldNumbers(sorted: readonly Finding[]): Finding[] {
  const kindOf = ({ file, message }: Finding): string | null =>
    HOW_TO_WRITE.test(message) ? `${file} ${message.replace(HOW_TO_WRITE, '').replaceAll(/\d+/g, '0')}` : null;
  const groups = new Map<string, Finding[]>();
  for (const finding of sorted) {
    const kind = kindOf(finding);
    if (kind === null) continue;
    const alike = groups.get(kind);
    if (alike === undefined) groups.set(kind, [finding]);
    else alike.push(finding);
  }
  return sorted.flatMap((finding) => {
    const alike = groups.get(kindOf(finding) ?? '') ?? [finding];
    if (alike[0] !== finding) return [];
    if (alike.length === 1) return [finding];
    const more = alike.length - 1;
    return [
      { ...finding, message: `${finding.message} (and ${more} more ${more === 1 ? 'number' : 'numbers'} like it)` },
    ];
  });
}

/** In the order of the files, then by position; with a last word when there are too many. */
export function limitFindings(findings: readonly Finding[], files: readonly string[]): Finding[] {
  const rank = (finding: Finding) => files.indexOf(finding.file);
  const sorted = foldNumbers(findings.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column));
  const last = sorted[MOST_FINDINGS - 1];
  if (sorted.length <= MOST_FINDINGS || last === undefined) return sorted;
  const rest = sorted.length - MOST_FINDINGS;
  return [
    ...sorted.slice(0, MOST_FINDINGS),
    { ...last, path: '', message: `and ${rest} more findings after this one` },
  ];
}

/** Makes control characters visible, so that a text from a file cannot steer the terminal it is shown on. */
export function showControls(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
