/**
 * A YAML or JSON text as plain data, with the line and column of every place in it.
 */
import { isMap, isScalar, isSeq, LineCounter } from 'yaml';
import type { Node, Pair, YAMLMap } from 'yaml';
import type { Finding, Path } from '../finding.ts';
import { formatPath, showControls } from '../finding.ts';
import { parseYaml, startOf } from './parse-yaml.ts';
import { isBlock, valueAt } from './parts.ts';
import { readPlainYaml } from './plain-yaml.ts';

export interface Document {
  readonly file: string;
  /** Null, text, numbers, booleans, lists and plain objects. */
  readonly data: unknown;
  /** A finding at the deepest existing place of the path; `key` points at the key instead of its value. */
  readonly finding: (path: Path, message: string, options?: FindingOptions) => Finding;
  /** What its numbers may not be meant as, at their places. */
  readonly remarks: readonly Finding[];
  /** The keys under a path in the order of the text (objects list number-like keys first). */
  keys(path: Path): readonly string[];
}

export interface FindingOptions {
  readonly at?: 'key' | 'value';
  readonly severity?: 'error' | 'warning';
}

export type DocumentResult =
  { readonly ok: true; readonly document: Document } | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads one text; `file` is the name that findings carry. Where things stand in it is found out once that is asked. */
export function readDocument(text: string, file: string): DocumentResult {
  const plain = readPlainYaml(text);
  if (plain === null) return readWithPlaces(text, file);
  const { data } = plain;
  let found: Document | null = null;
  const places = (): Document => {
    if (found !== null) return found;
    const read = readWithPlaces(text, file);
    if (!read.ok) throw new Error(`${file} is sound on one road and not on the other`);
    return (found = read.document);
  };
  return {
    ok: true,
    document: {
      file,
      data,
      finding: (...asked) => places().finding(...asked),
      // Numbers that may not be meant as such are not read on this road.
      remarks: [],
      keys: (path) => keysInOrder(valueAt(data, path)) ?? places().keys(path),
    },
  };
}

/** The keys in the order of the text; null where an object may have them in another order. */
function keysInOrder(data: unknown): readonly string[] | null {
  const keys = isBlock(data) ? Object.keys(data) : [];
  return keys.some((key) => /^\d+$/.test(key)) ? null : keys;
}

function readWithPlaces(text: string, file: string): DocumentResult {
  const lines = new LineCounter();
  const fail = (offset: number, message: string, severity: Finding['severity'] = 'error'): Finding => {
    const { line, col } = lines.linePos(offset);
    return {
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      path: '',
      message: showControls(message),
      severity,
    };
  };

  const parsed = parseYaml(text, lines);
  if ('faults' in parsed) {
    return { ok: false, findings: parsed.faults.map((fault) => fail(fault.offset, fault.message)) };
  }
  return {
    ok: true,
    document: {
      file,
      data: parsed.data,
      finding: (path, message, options = {}) => {
        const place = locate(parsed.root, path, options.at ?? 'value');
        return {
          ...fail(place.offset, message),
          path: showControls(formatPath(place.path)),
          severity: options.severity ?? 'error',
        };
      },
      remarks: parsed.doubtful.map(({ offset, message }) => fail(offset, message, 'warning')),
      keys: (path) => keysAt(parsed.root, path),
    },
  };
}

interface Place {
  readonly offset: number;
  /** The path, less what is not there because a single value stands in place of a list, or of a block with an id. */
  readonly path: Path;
}

function locate(root: Node | null, path: Path, at: 'key' | 'value'): Place {
  let node: unknown = root;
  let offset = startOf(root);
  for (const [depth, step] of path.entries()) {
    const pair = pairOf(node, step);
    const item = isSeq(node) && typeof step === 'number' ? node.items[step] : pair?.value;
    if (pair === undefined && item === undefined) {
      const isAlone = isScalar(node) && (typeof step === 'number' || step === 'id');
      return { offset, path: isAlone ? path.slice(0, depth) : path };
    }
    const wantsKey = at === 'key' && depth === path.length - 1;
    offset = wantsKey || isEmpty(item) ? startOf(pair?.key ?? item) : startOf(item);
    node = item;
  }
  return { offset, path };
}

const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** Looked up through an index per block, so that many findings in one large block stay cheap. */
function pairOf(node: unknown, step: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  let index = indexes.get(node);
  if (index === undefined) {
    index = new Map(node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
    indexes.set(node, index);
  }
  return index.get(String(step));
}

function keysAt(root: Node | null, path: Path): string[] {
  let node: unknown = root;
  for (const step of path) {
    node = isSeq(node) && typeof step === 'number' ? node.items[step] : pairOf(node, step)?.value;
  }
  if (!isMap(node)) return [];
  return node.items.map((pair) => (isScalar(pair.key) ? String(pair.key.value) : ''));
}

/** A value left out after its key: the key is the better place to point at. */
function isEmpty(node: unknown): boolean {
  return !isMap(node) && !isSeq(node) && (!isScalar(node) || (node.value === null && node.source === ''));
}
