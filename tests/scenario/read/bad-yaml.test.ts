import { describe, expect, test } from 'vitest';
import { edited, refusal, SCENARIO, verdict } from '../support.ts';

describe('text that is not plain data', () => {
  test('tab as indentation', () => {
    expect(verdict('winset: 1\nparties:\n\tus: 1\n')).toMatchInlineSnapshot(
      `"test.yaml:3:1 not valid YAML: Tabs are not allowed as indentation; write spaces in their place"`,
    );
  });
  test('garbage', () => {
    expect(verdict('winset: [1, }\n]]: {{{\n')).toMatchInlineSnapshot(`
      "test.yaml:1:13 not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]
      test.yaml:2:1 not valid YAML: Unexpected flow-seq-end token in YAML stream: "]""
    `);
  });
  test('what people forget', () => {
    expect(verdict('winset: 1\ntitle: Deal: the big one\n')).toMatchInlineSnapshot(
      `"test.yaml:2:8 not valid YAML: Nested mappings are not allowed in compact mappings; a text with ': ' in it needs quotes around it"`,
    );
    expect(verdict('winset:1\ntitle:Deal\nissues:\n  - id:pay\n')).toMatchInlineSnapshot(
      `"test.yaml:1:1 not valid YAML: Implicit keys need to be on a single line; expected \`key: value\`, with a colon and a space behind the key"`,
    );
    expect(verdict('winset: 1\ntitle: `Deal`\n')).toMatchInlineSnapshot(
      `"test.yaml:2:8 not valid YAML: Plain value cannot start with reserved character \`; put the text in quotes"`,
    );
    expect(verdict('winset: 1\rtitle: Deal\r')).toMatchInlineSnapshot(
      `"test.yaml:1:1 lines end with a carriage return alone; save it with line feeds (LF)"`,
    );
  });
  test('two documents', () => {
    expect(verdict('winset: 1\n---\nwinset: 1\n')).toMatchInlineSnapshot(
      `"test.yaml:2:1 a second document starts here (---); a file holds one"`,
    );
  });
  test('tag', () => {
    expect(refusal('title: Test', 'title: !!js/function "x"')).toMatchInlineSnapshot(
      `"test.yaml:2:8 not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function; put a text that begins with ! in quotes"`,
    );
  });
  test('alias bomb', () => {
    const lines = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
    for (let k = 1; k < 30; k++)
      lines.push(
        `a${k}: &a${k} [${Array(9)
          .fill(`*a${k - 1}`)
          .join(', ')}]`,
      );
    expect(verdict(lines.join('\n')).split('\n').slice(0, 2).join('\n')).toMatchInlineSnapshot(`
      "test.yaml:2:10 aliases (*a0) are not read here; write the value out
      test.yaml:2:15 aliases (*a0) are not read here; write the value out"
    `);
  });
  test('alias to what contains it', () => {
    expect(verdict('winset: &all [*all]')).toMatchInlineSnapshot(
      `"test.yaml:1:15 aliases (*all) are not read here; write the value out"`,
    );
  });
  test('list as a key', () => {
    expect(verdict('? [a, b]\n: 1\n')).toMatchInlineSnapshot(
      `"test.yaml:1:3 a key must be a word or a number, not a list, a block or nothing; where null or ~ is a name, put it in quotes"`,
    );
  });
  test('key that programs trip over', () => {
    expect(refusal('  d1:', '  __proto__:')).toMatchInlineSnapshot(
      `"test.yaml:33:3 '__proto__' cannot be used as a key"`,
    );
  });
  test('empty file', () => {
    expect(verdict('')).toMatchInlineSnapshot(`"test.yaml:1:1 expected a block of keys, found nothing"`);
  });
  test('a list, a text, a number', () => {
    expect([verdict('[1]'), verdict('hello'), verdict('1')]).toMatchInlineSnapshot(`
      [
        "test.yaml:1:1 expected a block of keys, found a list",
        "test.yaml:1:1 expected a block of keys, found the text 'hello'",
        "test.yaml:1:1 expected a block of keys, found the number 1",
      ]
    `);
  });
});

describe('text that costs too much', () => {
  test.each([
    ['lists', '['],
    ['blocks', '{"a":'],
    ['indented lists', '- '],
    ['keys', '? '],
  ])('100,000 nested %s', (_, piece) => {
    expect(verdict(piece.repeat(100_000))).toMatch(
      /^test\.yaml:1:\d+ nested more than 60 levels deep; a scenario needs fewer than 10$/,
    );
  });
  test('a million entries', () => {
    expect(verdict(`[${'1,'.repeat(1_000_000)}]`)).toMatchInlineSnapshot(
      `"test.yaml:1:400001 far more entries than a scenario can have"`,
    );
  });
  test('a million lines', () => {
    expect(verdict(`a: |\n${'\n'.repeat(1_000_000)}`)).toMatchInlineSnapshot(
      `"test.yaml:100001:1 more than 100000 lines; no scenario needs that many"`,
    );
  });
  test('more findings than anyone reads', () => {
    const keys = Array.from({ length: 5000 }, (_, k) => `key${k}: 1`).join('\n');
    const lines = verdict(SCENARIO + keys).split('\n');
    expect(lines).toHaveLength(201);
    expect(lines.slice(-2)).toMatchInlineSnapshot(`
      [
        "test.yaml:236:1 key199: unknown key 'key199'",
        "test.yaml:236:1 and 4800 more findings after this one",
      ]
    `);
  });
  test('more unknown names than anyone reads', () => {
    const rules = Array.from({ length: 5000 }, (_, k) => `  - { id: q${k}, forbid: { nothing${k}: x }, why: y }`);
    const lines = verdict(edited('rules:\n', `rules:\n${rules.join('\n')}\n`)).split('\n');
    expect(lines).toHaveLength(201);
  });
});

test('JSON has positions too', () => {
  expect(verdict('{\n  "winset": 1,\n  "title": 7\n}')).toMatchInlineSnapshot(`
    "test.yaml:1:1 parties: is missing; expected a block of keys
    test.yaml:1:1 issues: is missing; expected a list
    test.yaml:3:12 title: expected a text, found the number 7; put it in quotes"
  `);
});

test('what is wrong cannot steer the terminal', () => {
  expect(refusal('title: Test', '"\\e[2J": 1')).toMatchInlineSnapshot(`
    "test.yaml:1:1 title: is missing; expected a text
    test.yaml:2:1 \\u001b[2J: unknown key '\\u001b[2J'"
  `);
});
