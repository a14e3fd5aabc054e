import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { LineCounter } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/scenario/read/document.ts';
import { parseYaml } from '../../../src/scenario/read/parse-yaml.ts';
import { readPlainYaml } from '../../../src/scenario/read/plain-yaml.ts';
import { runs } from '../../runs.ts';

const FOLDER = 'scenarios';
const TEXTS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

function thoroughly(text: string): unknown {
  const parsed = parseYaml(text, new LineCounter());
  if ('faults' in parsed) return parsed;
  expect(parsed.doubtful).toEqual([]);
  return { data: parsed.data };
}

describe('the quick road', () => {
  test.each(TEXTS)('leads through $name to the same data', ({ text }) => {
    expect(readPlainYaml(text)).toEqual(thoroughly(text));
  });

  test.each([
    ['folded text', 'a: >-\n  one\n  two\n\n  three\n\n\n  four  \nb: >\n  five\n'],
    ['text over several lines', 'a: one\n  two # why\nb:\n  three\n\n  four\n'],
    ['lists', '- - 1\n  - 2\n- a: 1\n  b:\n  - x\n  - y\n-\n  c\n-\n- ~\n'],
    ['braces', 'a: { b: 1, "c d": [x, "y, z", \'it\'\'s\', .5, ], e: {},\n  f: http://x.y/z }\n'],
    ['numbers', '- 1\n- -0\n- +1.50\n- 1.\n- 1.2.3\n- 2026-01-02\n- -\n- 12 000\n'],
    ['escapes', 'a: "b\\n\\u00e9"\n? b\n: "c \\\n  d"\n'],
    ['keys', '1: a\ntrue: b\n"2": c\nd e: f\n\'g\': h\n'],
  ])('%s', (_, text) => {
    expect(readPlainYaml(text)).toEqual(thoroughly(text));
    expect(readPlainYaml(text)).not.toBe(null);
  });

  test.each([
    'a: &b 1',
    'a: *b',
    'a: !!str 1',
    'a: 1\na: 2',
    'a: b: c',
    'a: 1e400',
    'a: 10.000',
    'a: 12345678901234567',
    'a:\n\tb: 1',
    '--- a',
    '{ a: 10,000 }',
    '__proto__: 1',
    'null: 1',
    'a: "b',
    'a: [b',
    '',
    '# nothing',
  ])('leaves %j to the thorough parser', (text) => {
    expect(readPlainYaml(text)).toBe(null);
  });

  test('goes nowhere else than the thorough parser, however a text is broken', () => {
    const bits = [' ', '\n', '\n\n', '\n  ', '- ', '- a\n', ': ', ':', '#', ' #', '{', '}', '[', ']', ',', '"', "'"];
    const others = ['>', '>-', '|', '-', '1', '0x1f', '1e3', '~', '&', '*', '!', '?', '\\', 'é'];
    const edit = fc.record({ at: fc.nat(2000), gone: fc.nat(3), put: fc.constantFrom('', ...bits, ...others) });
    const part = fc.record({
      of: fc.nat(TEXTS.length - 1),
      from: fc.nat(8000),
      length: fc.integer({ min: 1, max: 25 }),
    });
    fc.assert(
      fc.property(part, fc.array(edit, { maxLength: 3 }), ({ of, from, length }, edits) => {
        const lines = TEXTS[of]!.text.split('\n');
        const start = from % lines.length;
        const text = edits.reduce(
          (before, { at, gone, put }) => {
            const place = at % (before.length + 1);
            return before.slice(0, place) + put + before.slice(place + gone);
          },
          dedented(lines.slice(start, start + length)),
        );
        const quick = readPlainYaml(text);
        if (quick !== null) expect(quick).toEqual(thoroughly(text));
      }),
      { numRuns: runs(4000) },
    );
  });
});

/** Without the indentation that all lines have. */
function dedented(lines: readonly string[]): string {
  const written = lines.filter((line) => line.trim() !== '');
  const indent = Math.min(...written.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join('\n');
}

describe('a document read on the quick road', () => {
  const read = readDocument('b: 1\n2: x\n1: y\na:\n  c: [d, e]\n', 'test.yaml');
  if (!read.ok) throw new Error('sound');
  const { document } = read;

  test('knows its places once they are asked', () => {
    expect(document.finding(['a', 'c', 1], 'wrong')).toMatchObject({ line: 5, column: 10, path: 'a.c[1]' });
  });

  test('has its keys in the order of the text', () => {
    expect(document.keys([])).toEqual(['b', '2', '1', 'a']);
    expect(document.keys(['a'])).toEqual(['c']);
    expect(document.keys(['b'])).toEqual([]);
  });
});
