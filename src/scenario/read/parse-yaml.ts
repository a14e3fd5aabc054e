/**
 * YAML or JSON text to nodes with positions, letting in only the part of YAML that reads as plain data: one document,
 * text keys, no anchors or aliases, no tags.
 *
 * Limits on nesting, tokens and lines are checked before anything is built, so that a hostile text costs little.
 */
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { CST, LineCounter, Node, Pair, Scalar, YAMLError } from 'yaml';
import { compare, fractionOf, readFraction } from '../../exact/fraction.ts';
import { quote } from '../suggest.ts';

const DEEPEST = 60;
const MOST_TOKENS = 400_000;
const MOST_LINES = 100_000;

/** What cannot be let in, and where it starts in the text. */
export interface Fault {
  readonly offset: number;
  readonly message: string;
}

export type Parsed =
  | {
      readonly root: Node | null;
      /** The same as plain values and objects. */
      readonly data: unknown;
      /** Decimals that the writer may have meant as thousands. */
      readonly doubtful: readonly Fault[];
    }
  | { readonly faults: readonly Fault[] };

/** Parses one text and enters its line starts into `lines`. */
export function parseYaml(text: string, lines: LineCounter): Parsed {
  if (/\r(?!\n)/.test(text) && !text.includes('\n')) {
    return { faults: [{ offset: 0, message: 'lines end with a carriage return alone; save it with line feeds (LF)' }] };
  }
  const read = readTokens(text, lines);
  if ('offset' in read) return { faults: [read] };
  const composer = new Composer({
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false, // compares every pair of keys; faultsOf does it in linear time
    schema: 'core',
    resolveKnownTags: false,
  });
  const [document, second] = composer.compose(read.tokens, true, text.length);
  if (document === undefined) return { root: null, data: null, doubtful: [] };
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) return { faults: firstOfEachKind(broken).map(syntaxFault) };
  if (second !== undefined) {
    return { faults: [{ offset: second.range[0], message: 'a second document starts here (---); a file holds one' }] };
  }
  const root = document.contents;
  const doubtful: Scalar[] = [];
  keepDigits(root, doubtful);
  const faults = faultsOf(root);
  if (faults.length > 0) return { faults };
  return { root, data: document.toJS({ maxAliasCount: 0 }) as unknown, doubtful: thousandsMeant(doubtful) };
}

/** The text's tokens, or the first place where it passes a limit. */
function readTokens(text: string, lines: LineCounter): { readonly tokens: readonly CST.Token[] } | Fault {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let count = 0;
  let offset = 0;
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MOST_TOKENS) return { offset, message: 'far more entries than a scenario can have' };
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > DEEPEST) {
      return { offset, message: `nested more than ${DEEPEST} levels deep; a scenario needs fewer than 10` };
    }
    if (lines.lineStarts.length > MOST_LINES) {
      return {
        offset: lines.lineStarts.at(-1) ?? offset,
        message: `more than ${MOST_LINES} lines; no scenario needs that many`,
      };
    }
    offset += lexeme.length;
  }
  tokens.push(...parser.end());
  return { tokens };
}

/** Of several errors of one kind the later ones mostly follow from the first. */
function firstOfEachKind(errors: readonly YAMLError[]): readonly YAMLError[] {
  return errors.filter(({ code }, k) => errors.findIndex((other) => other.code === code) === k);
}

function syntaxFault({ pos, code, message }: YAMLError): Fault {
  const advice = ADVICE[code];
  return { offset: pos[0], message: `not valid YAML: ${message}${advice === undefined ? '' : `; ${advice}`}` };
}

/** What to do, where the parser's own words do not say it. */
const ADVICE: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  TAB_AS_INDENT: 'write spaces in their place',
  BLOCK_AS_IMPLICIT_KEY: "a text with ': ' in it needs quotes around it",
  MULTILINE_IMPLICIT_KEY: 'expected `key: value`, with a colon and a space behind the key',
  BAD_SCALAR_START: 'put the text in quotes',
  BAD_ALIAS: 'put a text that begins with * in quotes',
  TAG_RESOLVE_FAILED: 'put a text that begins with ! in quotes',
};

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** "10.000": three decimals, the last of them a nought, are ten thousand in many countries. */
export const LIKE_THOUSANDS = /^[+-]?[1-9]\d{0,2}\.\d\d0$/;

/** One word for all of them, at the first. */
function thousandsMeant([first, ...others]: readonly Scalar[]): readonly Fault[] {
  if (first === undefined) return [];
  const { source = '' } = first;
  const more = others.length === 0 ? '' : ` (and ${others.length} more like it)`;
  const message = `${source} is read as ${Number(source)}, since decimals follow a point; for thousands write ${source.replace('.', '')}${more}`;
  return [{ offset: startOf(first), message }];
}

/**
 * Numbers with more digits than a double holds stay the texts they are, so that no digit is lost; those that may be meant
 * as thousands are noted.
 */
function keepDigits(node: unknown, doubtful: Scalar[]): void {
  if (isSeq(node)) return node.items.forEach((item) => keepDigits(item, doubtful));
  if (isMap(node)) {
    return node.items.forEach(({ key, value }) => {
      noteThousands(key, doubtful);
      keepDigits(value, doubtful);
    });
  }
  noteThousands(node, doubtful);
  if (!isScalar(node) || typeof node.value !== 'number' || !Number.isFinite(node.value)) return;
  const { source = '' } = node;
  // A double holds any decimal of 15 digits and a common size.
  if (source.length <= 16 && !/[eE]/.test(source)) return;
  const written = DECIMAL.test(source) ? readFraction(source) : null;
  if (written !== null && compare(written, fractionOf(node.value)) !== 0) node.value = source;
}

function noteThousands(node: unknown, doubtful: Scalar[]): void {
  if (isScalar(node) && typeof node.value === 'number' && LIKE_THOUSANDS.test(node.source ?? '')) doubtful.push(node);
}

/** Valid YAML that is not plain data: duplicate or non-text keys, aliases. */
function faultsOf(node: unknown): Fault[] {
  if (isAlias(node)) {
    return [{ offset: startOf(node), message: `aliases (*${node.source}) are not read here; write the value out` }];
  }
  if (isSeq(node)) return node.items.flatMap(faultsOf);
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  return node.items.flatMap((pair, k) => {
    const split = node.flow === true ? splitNumber(node.items, k) : null;
    if (split !== null) return split === 'said' ? [] : [split];
    const fault = keyFault(pair, seen);
    return fault === null ? faultsOf(pair.value) : [fault];
  });
}

/**
 * A number with commas in it, which in { } begin other entries: "to: 10,000" is an entry of 10 and one called 000. Said
 * at its first digits; 'said' for the others.
 */
function splitNumber(pairs: readonly Pair[], k: number): Fault | 'said' | null {
  if (goesOn(pairs[k - 1], pairs[k])) return 'said';
  const first = lastOf(pairs[k]!);
  const parts = [digitsOf(first)];
  for (let next = k + 1; goesOn(pairs[next - 1], pairs[next]); next++) parts.push(digitsOf(pairs[next]!.key));
  if (parts.length === 1) return null;
  const [whole, ...rest] = parts;
  const ways = [
    ...(rest.every((part) => part?.length === 3) ? [`${parts.join('')} for thousands, without the comma`] : []),
    ...(rest.length === 1 ? [`${whole}.${rest[0]} with a point for a decimal`] : []),
  ];
  const message = `within { } a comma ends an entry, so ${parts.join(',')} is no number`;
  return { offset: startOf(first), message: ways.length === 0 ? message : `${message}; write ${ways.join(', or ')}` };
}

/** The value of an entry; its key where it has nothing else. */
function lastOf(pair: Pair): unknown {
  return isAlone(pair) ? pair.key : pair.value;
}

/** A key without a colon. */
function isAlone({ value }: Pair): boolean {
  return value === null || (isScalar(value) && value.source === '');
}

/** Whether an entry begins with digits that go on from those before it, with nothing but a comma between them. */
function goesOn(before: Pair | undefined, here: Pair | undefined): boolean {
  if (before === undefined || here === undefined || !(isAlone(before) || isAlone(here))) return false;
  const [left, right] = [lastOf(before), here.key];
  if (digitsOf(left) === null || digitsOf(right) === null) return false;
  return isScalar(left) && isScalar(right) && (left.range?.[1] ?? 0) + 1 === right.range?.[0];
}

function digitsOf(node: unknown): string | null {
  return isScalar(node) && node.source !== undefined && /^[+-]?\d+$/.test(node.source) ? node.source : null;
}

const NO_KEY =
  'a key must be a word or a number, not a list, a block or nothing; where null or ~ is a name, put it in quotes';

function keyFault(pair: Pair, seen: Set<string>): Fault | null {
  const name = isScalar(pair.key) ? pair.key.value : null;
  if (typeof name !== 'string' && typeof name !== 'boolean' && !(typeof name === 'number' && Number.isFinite(name))) {
    return { offset: startOf(pair.key), message: NO_KEY };
  }
  const key = String(name);
  if (key === '__proto__') return { offset: startOf(pair.key), message: "'__proto__' cannot be used as a key" };
  if (seen.has(key)) {
    return { offset: startOf(pair.key), message: `key ${quote(key)} stands here twice; keep one of the two` };
  }
  seen.add(key);
  return null;
}

/** Where a node starts in the text. */
export function startOf(node: unknown): number {
  if (isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)) return node.range?.[0] ?? 0;
  return 0;
}
