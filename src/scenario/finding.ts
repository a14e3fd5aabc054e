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
/** An id that stands as a key. */
const MISPLACED_ID = /; where '.*$/;
/** The same for a key, however many entries of a list have it or want it. */
const WRONG_KEY = /^(unknown key |is missing)/;

/** What findings of one mistake have in common, with a word for what it was made in; null where each is said. */
function mistakeOf({ file, path, message }: Finding): { readonly mistake: string; readonly made: Noun } | null {
  if (HOW_TO_WRITE.test(message)) {
    const way = message.replace(HOW_TO_WRITE, '').replaceAll(/\d+/g, '0');
    return { mistake: `${file} ${way}`, made: { one: 'number', many: 'numbers' } };
  }
  if (!WRONG_KEY.test(message)) return null;
  return {
    mistake: `${file} ${path.replaceAll(/\[\d+\]/g, '[]')} ${message.replace(MISPLACED_ID, '')}`,
    made: { one: 'entry', many: 'entries' },
  };
}

interface Noun {
  readonly one: string;
  readonly many: string;
}

/** Those of one and the same mistake as the first of them, with how many more there are. */
function foldMistakes(sorted: readonly Finding[]): Finding[] {
  const kinds = sorted.map(mistakeOf);
  const times = new Map<string, number>();
  for (const kind of kinds) if (kind !== null) times.set(kind.mistake, (times.get(kind.mistake) ?? 0) + 1);
  const said = new Set<string>();
  return sorted.flatMap((finding, k) => {
    const kind = kinds[k]!;
    if (kind === null) return [finding];
    if (said.has(kind.mistake)) return [];
    said.add(kind.mistake);
    const more = times.get(kind.mistake)! - 1;
    if (more === 0) return [finding];
    const { one, many } = kind.made;
    return [{ ...finding, message: `${finding.message} (and ${more} more ${more === 1 ? one : many} like it)` }];
  });
}

/** In the order of the files, then by position; with a last word when there are too many. */
export function limitFindings(findings: readonly Finding[], files: readonly string[]): Finding[] {
  const rank = (finding: Finding) => files.indexOf(finding.file);
  const sorted = foldMistakes(findings.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column));
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
