/**
 * What reports are built of: boxes in columns and rows, and texts in them, laid out as lines of a page. The part of
 * flexible boxes that reports need; a page is laid out once and never redrawn.
 */
import chalk from 'chalk';
import type { ForegroundColorName } from 'chalk';
import type { ReactElement, ReactNode } from 'react';
import { columns, cut, wrap } from '../text/width.ts';

interface BoxProps {
  readonly flexDirection?: 'row' | 'column';
  /** Columns; else as wide as what is in it. */
  readonly width?: number;
  /** 0: keeps its width in a row that is too narrow. */
  readonly flexShrink?: number;
  readonly marginTop?: number;
  readonly marginBottom?: number;
  readonly paddingLeft?: number;
  readonly paddingRight?: number;
  /** Of a row: where its parts stand if there is room left. */
  readonly justifyContent?: 'flex-start' | 'flex-end';
  /** Of a row: on which line its lower parts stand. */
  readonly alignItems?: 'flex-start' | 'flex-end';
  readonly children?: ReactNode;
}

interface TextProps {
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  /** One of the sixteen named colours of a terminal. */
  readonly color?: ForegroundColorName;
  /** What becomes of a text that is too wide; else it is wrapped. */
  readonly wrap?: 'truncate-end';
  readonly children?: ReactNode;
}

/** A row, or a column, of boxes and texts. */
export function Box({ children }: BoxProps): ReactNode {
  return children;
}

/** A text in one style, perhaps with texts of other styles in it. */
export function Text({ children }: TextProps): ReactNode {
  return children;
}

/** Codes of a terminal that begin and end a style. */
interface Code {
  readonly open: string;
  readonly close: string;
}

interface Run {
  readonly text: string;
  readonly codes: readonly Code[];
}

interface Block {
  readonly lines: readonly (readonly Run[])[];
  readonly width: number;
}

/** The page as lines of at most `width` columns. */
export function renderPage(page: ReactElement, width: number): string {
  return blockOf(page, width).lines.map(written).join('\n');
}

function blockOf(node: ReactElement, room: number): Block {
  if (isElementOf(node, Box)) return boxBlock(node.props, room);
  if (isElementOf(node, Text)) return textBlock(node.props, room);
  return column(partsOf(node), room);
}

/** The boxes and texts that a node stands for: components are asked what they show. */
function partsOf(node: ReactNode): readonly ReactElement[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (Array.isArray(node)) return node.flatMap(partsOf);
  if (!isElement(node)) throw new TypeError('a text stands in a Text');
  if (isElementOf(node, Box) || isElementOf(node, Text)) return [node];
  return partsOf(isComponent(node.type) ? node.type(node.props) : childrenOf(node));
}

function boxBlock(props: BoxProps, room: number): Block {
  const { paddingLeft = 0, paddingRight = 0, marginTop = 0, marginBottom = 0 } = props;
  const outer = props.width ?? room;
  const inner = outer - paddingLeft - paddingRight;
  const parts = partsOf(props.children);
  const { lines, width } = props.flexDirection === 'column' ? column(parts, inner) : row(parts, inner, props);
  const indented = paddingLeft === 0 ? lines : lines.map((line) => [blank(paddingLeft), ...line]);
  return {
    lines: [...gap(marginTop), ...indented, ...gap(marginBottom)],
    width: props.width ?? width + paddingLeft + paddingRight,
  };
}

function gap(lines: number): readonly (readonly Run[])[] {
  return Array.from({ length: lines }, () => []);
}

function column(parts: readonly ReactElement[], room: number): Block {
  const blocks = parts.map((part) => blockOf(part, room));
  return { lines: blocks.flatMap(({ lines }) => lines), width: Math.max(0, ...blocks.map(({ width }) => width)) };
}

function row(parts: readonly ReactElement[], room: number, props: BoxProps): Block {
  const blocks = fitted(parts, room);
  const height = Math.max(0, ...blocks.map(({ lines }) => lines.length));
  const width = blocks.reduce((sum, block) => sum + block.width, 0);
  const before = props.justifyContent === 'flex-end' && props.width !== undefined ? Math.max(0, room - width) : 0;
  const lines = Array.from({ length: height }, (_, at) => {
    const line: Run[] = before === 0 ? [] : [blank(before)];
    let end = before;
    let filled = before;
    for (const block of blocks) {
      const own = block.lines[props.alignItems === 'flex-end' ? at - height + block.lines.length : at];
      if (own !== undefined && own.length > 0) {
        if (filled < end) line.push(blank(end - filled));
        line.push(...own);
        filled = end + widthOf(own);
      }
      end += block.width;
    }
    return line;
  });
  return { lines, width };
}

/** The parts of a row: those that give way share what is missing. */
function fitted(parts: readonly ReactElement[], room: number): readonly Block[] {
  const blocks = parts.map((part) => blockOf(part, room));
  const over = blocks.reduce((sum, { width }) => sum + width, 0) - room;
  if (over <= 0) return blocks;
  const gives = parts.map((part, k) => (isElementOf(part, Box) && part.props.flexShrink === 0 ? 0 : blocks[k]!.width));
  const all = gives.reduce((sum, each) => sum + each, 0);
  return blocks.map((block, k) => {
    if (gives[k] === 0 || all === 0) return block;
    return blockOf(parts[k]!, Math.max(1, block.width - Math.ceil((over * gives[k]!) / all)));
  });
}

function textBlock(props: TextProps, room: number): Block {
  const runs = runsOf(props, []);
  const width = widthOf(runs);
  if (width === 0) return { lines: [], width: 0 };
  if (width <= room) return { lines: [runs], width };
  const text = runs.map((run) => run.text).join('');
  const codes = runs[0]!.codes;
  const lines = props.wrap === 'truncate-end' ? [cut(text, room)] : wrap(text, room);
  return { lines: lines.map((line) => [{ text: line, codes }]), width: Math.max(...lines.map(columns)) };
}

function runsOf(props: TextProps, around: readonly Code[]): readonly Run[] {
  const codes = [...around, ...codesOf(props)];
  return inlineOf(props.children, codes);
}

function inlineOf(node: ReactNode, codes: readonly Code[]): readonly Run[] {
  if (node === null || node === undefined || typeof node === 'boolean' || node === '') return [];
  if (typeof node === 'string' || typeof node === 'number') return [{ text: String(node), codes }];
  if (Array.isArray(node)) return node.flatMap((each: ReactNode) => inlineOf(each, codes));
  if (!isElement(node)) throw new TypeError('nothing else stands in a Text');
  if (isElementOf(node, Text)) return runsOf(node.props, codes);
  return partsOf(node).flatMap((part) => inlineOf(part, codes));
}

/** Codes that a terminal is given; none where no colours are wanted. */
function codesOf({ bold = false, dimColor = false, color }: TextProps): readonly Code[] {
  const styles = [
    ...(bold ? [chalk.bold] : []),
    ...(color === undefined ? [] : [chalk[color]]),
    ...(dimColor ? [chalk.dim] : []),
  ];
  return styles.flatMap((style) => {
    const [open = '', close = ''] = style('|').split('|');
    return open === '' ? [] : [{ open, close }];
  });
}

function blank(width: number): Run {
  return { text: ' '.repeat(width), codes: [] };
}

function widthOf(line: readonly Run[]): number {
  return line.reduce((sum, { text }) => sum + columns(text), 0);
}

/** A line with its codes, each begun and ended where the style changes. */
function written(line: readonly Run[]): string {
  let text = '';
  let before: readonly Code[] = [];
  for (const { text: own, codes } of [...line, blank(0)]) {
    const ended = before.filter((code) => !codes.some((next) => replaces(next, code)));
    const begun = codes.filter(({ open }) => !before.some((code) => code.open === open));
    text += [...new Set(ended.toReversed().map(({ close }) => close))].join('');
    text += begun.map(({ open }) => open).join('') + own;
    before = codes;
  }
  return text.trimEnd();
}

/** A colour takes the place of another; bold and faint letters end before the other begins. */
function replaces(next: Code, code: Code): boolean {
  return next.open === code.open || (next.close === code.close && code.close !== NORMAL_INTENSITY);
}

const NORMAL_INTENSITY = '\u001B[22m';

interface ElementOf<Props> extends ReactElement {
  readonly props: Props;
}

function isElementOf<Props>(node: ReactElement, type: (props: Props) => ReactNode): node is ElementOf<Props> {
  return node.type === type;
}

function isElement(node: unknown): node is ReactElement {
  return typeof node === 'object' && node !== null && 'type' in node && 'props' in node;
}

function isComponent(type: unknown): type is (props: unknown) => ReactNode {
  return typeof type === 'function';
}

function childrenOf({ props }: ReactElement): ReactNode {
  return hasChildren(props) ? props.children : null;
}

function hasChildren(props: unknown): props is { readonly children?: ReactNode } {
  return typeof props === 'object' && props !== null;
}
