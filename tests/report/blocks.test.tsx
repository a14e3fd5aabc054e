/** Boxes and texts stand where Ink would put them, as long as they fit. */
import fc from 'fast-check';
import { Box as InkBox, renderToString, Text as InkText } from 'ink';
import { createElement } from 'react';
import type { ReactElement } from 'react';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Box, renderPage, Text } from '../../src/report/layout/blocks.ts';
import { runs } from '../runs.ts';

const WIDTH = 60;

interface Node {
  readonly kind: 'text' | 'box';
  readonly props: object;
  readonly text: string;
  readonly children: readonly Node[];
}

const text = fc.record({
  kind: fc.constant('text' as const),
  props: fc.record(
    { bold: fc.boolean(), dimColor: fc.boolean(), color: fc.constantFrom('red', 'cyan') },
    { requiredKeys: [] },
  ),
  text: fc.constantFrom('', 'a', 'two words', '日本', 'é·–', 'ten letter'),
  children: fc.constant([]),
});
const space = fc.nat(2);
const cell = fc
  .record({
    props: fc.record({
      width: fc.integer({ min: 12, max: 14 }),
      paddingLeft: space,
      flexShrink: fc.constant(0),
      justifyContent: fc.constantFrom('flex-end', 'flex-start'),
    }),
    inner: text,
  })
  .map(({ props, inner }): Node => ({ kind: 'box', props, text: '', children: [inner] }));
const row = fc
  .record({
    props: fc.record({
      marginTop: space,
      paddingLeft: space,
      alignItems: fc.constantFrom('flex-end', 'flex-start'),
    }),
    children: fc.array(fc.oneof(cell, text), { maxLength: 3 }),
  })
  .map(({ props, children }): Node => ({ kind: 'box', props, text: '', children }));
const columnOf = (inner: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc
    .record({
      props: fc.record({
        flexDirection: fc.constant('column'),
        marginTop: space,
        marginBottom: space,
        paddingLeft: space,
      }),
      children: fc.array(inner, { maxLength: 4 }),
    })
    .map(({ props, children }): Node => ({ kind: 'box', props, text: '', children }));
const page = columnOf(fc.oneof(text, row, columnOf(fc.oneof(text, row))));

function elementOf(node: Node, kinds: { readonly box: typeof Box; readonly text: typeof Text }, key = 0): ReactElement {
  if (node.kind === 'text') return createElement(kinds.text, { ...node.props, key }, node.text);
  const children = node.children.map((child, k) => elementOf(child, kinds, k));
  return createElement(kinds.box, { ...node.props, key }, ...children);
}

describe('boxes and texts', () => {
  it('stand where Ink puts them', () => {
    fc.assert(
      fc.property(page, (node) => {
        const own = renderPage(elementOf(node, { box: Box, text: Text }), WIDTH);
        const theirs = renderToString(elementOf(node, { box: InkBox as typeof Box, text: InkText as typeof Text }), {
          columns: WIDTH,
        });
        expect(own).toBe(theirs);
      }),
      { numRuns: runs(500) },
    );
  });

  it('wrap what does not fit, or cut it', () => {
    const column = (
      <Box flexDirection="column" width={12}>
        <Text>
          one <Text bold>two</Text> three four
        </Text>
        <Text wrap="truncate-end">one two three four</Text>
      </Box>
    );
    expect(stripVTControlCharacters(renderPage(column, 12))).toBe('one two\nthree four\none two thr…');
  });
});
