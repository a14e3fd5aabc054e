/** The few building blocks of the report: a section with its heading, a wrapped paragraph, a cell. */
import { Box, Text } from './blocks.ts';
import type { ReactNode } from 'react';
import type { BarPiece } from '../text/bar.ts';
import { columns, cut, wrap } from '../text/width.ts';
import { textColor, REFUSED } from './colors.ts';
import { GAP, INDENT } from './layout.ts';

/** A heading with a rule to the edge of the page, and its content below. */
export function Section(props: { readonly title: string; readonly width: number; readonly children: ReactNode }) {
  const title = cut(props.title, props.width - 4);
  return (
    <Box flexDirection="column" marginTop={1}>
      <Text>
        <Text bold>{title}</Text>
        <Text dimColor> {'─'.repeat(props.width - columns(title) - 1)}</Text>
      </Text>
      {props.children}
    </Box>
  );
}

/** A text broken between words, every line indented. */
export function Paragraph(props: {
  readonly text: string;
  readonly width: number;
  readonly indent?: number;
  readonly quiet?: boolean;
  readonly strong?: boolean;
  readonly refused?: boolean;
}) {
  const indent = props.indent ?? INDENT;
  return (
    <Box flexDirection="column" paddingLeft={indent}>
      {wrap(props.text, props.width - indent).map((line, k) => (
        <Text key={k} dimColor={props.quiet ?? false} bold={props.strong ?? false} {...(props.refused ? REFUSED : {})}>
          {line}
        </Text>
      ))}
    </Box>
  );
}

/** A short text at the left and a wrapped one beside it. */
export function Labelled(props: {
  readonly label: string;
  readonly labelWidth: number;
  readonly text: string;
  readonly width: number;
  readonly indent?: number;
  /** The text bold as the label is. */
  readonly strong?: boolean;
}) {
  const indent = props.indent ?? INDENT;
  return (
    <Box paddingLeft={indent}>
      <Cell width={props.labelWidth} strong>
        {cut(props.label, props.labelWidth)}
      </Cell>
      <Paragraph
        text={props.text}
        width={props.width - indent - props.labelWidth - GAP}
        indent={0}
        strong={props.strong ?? false}
      />
    </Box>
  );
}

/** A command to type; where it is too long for one line, each line but the last ends in a backslash for the shell. */
export function Command(props: { readonly text: string; readonly width: number }) {
  const lines = columns(props.text) <= props.width ? [props.text] : wrap(props.text, props.width - 2);
  return (
    <Box flexDirection="column">
      {lines.map((line, k) => (
        <Text key={k}>{k < lines.length - 1 ? `${line} \\` : line}</Text>
      ))}
    </Box>
  );
}

/** A table cell of fixed width with a gap after it; a text inside is cut, never wrapped. */
export function Cell(props: {
  readonly width: number;
  readonly children: ReactNode;
  readonly strong?: boolean;
  readonly quiet?: boolean;
  readonly right?: boolean;
}) {
  return (
    <Box
      width={props.width + GAP}
      paddingRight={GAP}
      flexShrink={0}
      justifyContent={props.right ? 'flex-end' : 'flex-start'}
    >
      <Text wrap="truncate-end" bold={props.strong ?? false} dimColor={props.quiet ?? false}>
        {typeof props.children === 'string' ? cut(props.children, props.width) : props.children}
      </Text>
    </Box>
  );
}

/** A table cell of fixed width whose text is wrapped over several lines. */
export function WrappedCell(props: {
  readonly width: number;
  readonly text: string;
  readonly strong?: boolean;
  readonly refused?: boolean;
}) {
  return (
    <Box width={props.width + GAP} flexShrink={0}>
      <Paragraph
        text={props.text}
        width={props.width}
        indent={0}
        strong={props.strong ?? false}
        refused={props.refused ?? false}
      />
    </Box>
  );
}

/** A bar in the party's colour. */
export function Bar(props: { readonly pieces: readonly BarPiece[]; readonly color: string | undefined }) {
  return (
    <Text>
      {props.pieces.map((piece, k) => (
        <Text
          key={k}
          {...(piece.kind === 'filled' ? textColor(props.color) : {})}
          bold={piece.kind === 'mark'}
          dimColor={piece.kind === 'rest'}
        >
          {piece.text}
        </Text>
      ))}
    </Text>
  );
}
