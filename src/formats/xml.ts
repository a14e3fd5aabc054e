/**
 * XML as a tree of elements with the place of each. Entities of a document's own, external references and document type
 * declarations are refused: no file of a negotiation needs them.
 */
import { SaxesParser } from 'saxes';
import { showControls } from '../scenario/finding.ts';
import { decodeText } from './decode.ts';
import type { Place } from './foreign.ts';
import { refuse } from './foreign.ts';

export interface Element {
  readonly name: string;
  readonly at: Place;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its text, without that of elements within. */
  readonly text: string;
}

interface Open extends Element {
  readonly children: Element[];
  text: string;
}

const MOST_ELEMENTS = 60_000;
/** Space and comments that should not stand before an XML declaration. */
const LEAD = /^\s*(?:(?:<!--[^]*?-->\s*)+(?=<\?xml))?/;
/** An ampersand that begins no reference. Programs that are less strict write it alone. */
const BARE_AMPERSAND = /&(?![A-Za-z_][\w.-]*;|#\d+;|#x[\dA-Fa-f]+;)/g;
const DEEPEST = 60;

/** The root element. @throws Refusal where the text is not well-formed or has what is refused */
export function readXml(bytes: Uint8Array, file: string): { readonly root: Element; readonly encoding: string } {
  const declared = /^[^>]{0,200}?encoding\s*=\s*["']([\w.-]+)["']/.exec(
    Buffer.from(bytes.subarray(0, 300)).toString('latin1'),
  );
  const { text, encoding } = decodeText(bytes, declared?.[1] ?? '');
  return { root: parse(text, file), encoding };
}

/** As above, for a text already at hand. @throws Refusal */
export function parse(text: string, file: string, most = MOST_ELEMENTS): Element {
  const parser = new SaxesParser({ position: true });
  const lead = LEAD.exec(text)?.[0] ?? '';
  const trimmed = text.slice(lead.length).replaceAll(BARE_AMPERSAND, '&amp;');
  const above = lead.split('\n').length - 1;
  const here = (): Place => ({ file, line: parser.line + above, column: Math.max(1, parser.column), path: '' });
  const open: Open[] = [];
  let root: Element | null = null;
  let start = here();
  let count = 0;
  parser.on('error', (error) => {
    refuse(here(), `is not well-formed XML: ${showControls(error.message.replace(/^\d+:\d+: /, ''))}`);
  });
  parser.on('doctype', () => {
    refuse(
      here(),
      'has a DOCTYPE; document types, entities of its own and external references are not read; take it out',
    );
  });
  parser.on('opentagstart', ({ name }) => {
    // The parser stands behind the name and one letter more, which may be the end of the line.
    const column = parser.column - name.length - 1;
    start = column >= 1 ? { ...here(), column } : { ...here(), line: Math.max(1, here().line - 1), column: 1 };
  });
  parser.on('opentag', (tag) => {
    if (++count > most) refuse(start, `has more than ${most} elements; no negotiation has that many`);
    if (open.length >= DEEPEST) refuse(start, `nests elements more than ${DEEPEST} deep`);
    const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [name, String(value)]));
    const element: Open = { name: tag.name, at: start, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (piece) => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += piece;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(trimmed).close();
  return root ?? refuse(here(), 'has no element');
}

/** Text as an attribute or as content of an element. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"'\n\t\r]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
