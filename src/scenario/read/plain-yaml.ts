/**
 * The part of YAML that scenario files are mostly written in, read straight to plain data, without the position of
 * anything: blocks, lists, texts, numbers, { } and [ ]. The quick road of `readDocument`; where it goes no further the
 * thorough parser begins anew, and what both read is the same.
 */
import { LIKE_THOUSANDS } from './parse-yaml.ts';

/** More may pass a limit of the thorough parser, which says so. */
const LONGEST = 190_000;
const MOST_LINES = 100_000;
const DEEPEST = 20;
const LONGEST_KEY = 1000;

/** Tabs, lone carriage returns, marks between documents and directives are for the thorough parser. */
const UNUSUAL = /[\t\r\uFEFF]|^(?:---|\.\.\.|%)/m;
/** What plain text does not begin with. */
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|[,[\]{}]|$))/;
const SPLIT_OR_COLON = /:(?=\s|$)/;
const COMMENT = / +#/;
const KEY = /(?![-?:,[\]{}#&*!|>'"%@`\s])[^:#]*:(?= |$)/y;
const QUOTED = /"(?<double>[^"\\]*)"|'(?<single>(?:[^']|'')*)'/y;
const FLOW_TEXT = /(?:[^,[\]{}:#]|:(?=[^\s,[\]{}]))+/y;

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;
const MOST_DIGITS = 16;
/** Numbers written in another way, or with more digits than a double holds. */
const ODD_NUMBER = /^(?:[-+]?\.inf|\.nan|0o[0-7]+|0x[\da-f]+|[-+]?[\d.]+e[-+]?\d+)$/i;

/** The text is for the thorough parser. */
class Beyond extends Error {}

/** Of a text that this road leads through: its data; null for every other text, whether it is sound or not. */
export function readPlainYaml(text: string): { readonly data: unknown } | null {
  if (text.length > LONGEST || UNUSUAL.test(text)) return null;
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) return null;
  try {
    return { data: new PlainReader(lines).document() };
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
}

/** Goes down the lines: each method leaves `#row` at the first line that it has not read. */
class PlainReader {
  readonly #lines: readonly string[];
  #row = 0;
  #depth = 0;
  /** Where a value in { } or [ ] is read on, in the line. */
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  document(): unknown {
    if (!this.#toContent()) throw new Beyond();
    const data = this.#block(indentOf(this.#line), -1);
    if (this.#toContent()) throw new Beyond();
    return data;
  }

  get #line(): string {
    return this.#lines[this.#row]!;
  }

  /** Past empty lines and comments; false at the end. */
  #toContent(): boolean {
    while (this.#row < this.#lines.length && isVoid(this.#line)) this.#row++;
    return this.#row < this.#lines.length;
  }

  #block(column: number, around: number): unknown {
    if (++this.#depth > DEEPEST) throw new Beyond();
    const data = isItem(this.#line, column)
      ? this.#list(column)
      : keyAt(this.#line, column) === null
        ? this.#inline(column, around)
        : this.#entries(column);
    this.#depth--;
    return data;
  }

  #entries(column: number): Record<string, unknown> {
    const entries: Record<string, unknown> = {};
    do {
      const key = keyAt(this.#line, column);
      if (key === null) throw new Beyond();
      keep(
        entries,
        key.name,
        isVoid(this.#line.slice(key.end)) ? this.#below(column, true) : this.#inline(key.end, column),
      );
    } while (this.#goesOnAt(column));
    return entries;
  }

  #list(column: number): unknown[] {
    const items: unknown[] = [];
    do {
      const at = column + 1 + indentOf(this.#line.slice(column + 1));
      if (isVoid(this.#line.slice(at))) items.push(this.#below(column, false));
      else if (isItem(this.#line, at) || keyAt(this.#line, at) !== null) items.push(this.#block(at, column));
      else items.push(this.#inline(at, column));
    } while (this.#goesOnAt(column) && isItem(this.#line, column));
    return items;
  }

  #goesOnAt(column: number): boolean {
    if (!this.#toContent()) return false;
    const indent = indentOf(this.#line);
    if (indent > column) throw new Beyond();
    return indent === column;
  }

  /** The value in the lines under its key or dash; a list may stand right under its key. */
  #below(column: number, isEntry: boolean): unknown {
    this.#row++;
    if (!this.#toContent()) return null;
    const indent = indentOf(this.#line);
    if (indent > column) return this.#block(indent, column);
    return isEntry && indent === column && isItem(this.#line, column) ? this.#block(column, column - 1) : null;
  }

  /** A value that begins in this line and is neither a list nor entries; lines that go on are indented by more than `around`. */
  #inline(from: number, around: number): unknown {
    const at = from + indentOf(this.#line.slice(from));
    const first = this.#line[at];
    if (first === '>' || first === '|') return this.#textBlock(this.#line.slice(at), around);
    if (first !== '[' && first !== '{' && first !== '"' && first !== "'") return this.#plainText(at, around);
    this.#at = at;
    const value = this.#flow(around);
    const rest = this.#line.slice(this.#at);
    if (rest !== '' && !/^ *$|^ +#/.test(rest)) throw new Beyond();
    this.#row++;
    return value;
  }

  #plainText(at: number, around: number): unknown {
    let text = plainLine(this.#line.slice(at));
    let ended = COMMENT.test(this.#line.slice(at));
    for (let next = this.#row + 1, breaks = 1; ; next++) {
      if (!ended) ended = next >= this.#lines.length;
      const line = this.#lines[next] ?? '';
      if (!ended && line.trim() === '') {
        breaks++;
        continue;
      }
      const indent = indentOf(line);
      if (ended || indent <= around || line[indent] === '#') break;
      text += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + plainLine(line.slice(indent));
      ended = COMMENT.test(line);
      breaks = 1;
      this.#row = next;
    }
    this.#row++;
    return resolved(text);
  }

  #textBlock(header: string, around: number): string {
    const [, style, end] = /^([>|])(-?)$/.exec(header) ?? [];
    if (style === undefined) throw new Beyond();
    this.#row++;
    const indent = indentOf(this.#lines[this.#row] ?? '');
    if (indent <= around || isBlank(this.#lines[this.#row] ?? '')) throw new Beyond();
    let text = '';
    for (let row = this.#row, breaks = 0; row < this.#lines.length; row++) {
      const line = this.#lines[row]!;
      if (isBlank(line)) {
        if (line.length > indent) throw new Beyond();
        breaks++;
        continue;
      }
      if (indentOf(line) < indent) break;
      if (style === '>' && line[indent] === ' ') throw new Beyond();
      const folded = breaks === 1 ? ' ' : '\n'.repeat(Math.max(0, breaks - 1));
      text += (style === '>' ? folded : '\n'.repeat(breaks)) + line.slice(indent);
      breaks = 1;
      this.#row = row + 1;
    }
    return end === '-' ? text : `${text}\n`;
  }

  /** A value in quotes, { } or [ ], or plain text among such, from `#at` on. */
  #flow(around: number): unknown {
    if (++this.#depth > DEEPEST) throw new Beyond();
    const first = this.#line[this.#at];
    const value =
      first === '['
        ? this.#flowList(around)
        : first === '{'
          ? this.#flowEntries(around)
          : first === '"' || first === "'"
            ? this.#quoted()
            : resolved(this.#flowText());
    this.#depth--;
    return value;
  }

  #flowList(around: number): unknown[] {
    const items: unknown[] = [];
    this.#at++;
    while (this.#nextInFlow(around) !== ']') {
      items.push(this.#flow(around));
      this.#pastComma(']', around);
    }
    this.#at++;
    return items;
  }

  #flowEntries(around: number): Record<string, unknown> {
    const entries: Record<string, unknown> = {};
    this.#at++;
    for (let first = this.#nextInFlow(around); first !== '}'; first = this.#nextInFlow(around)) {
      const isQuoted = first === '"' || first === "'";
      const name = isQuoted ? this.#quoted() : nameOf(this.#flowText());
      if (this.#line[this.#at] !== ':') throw new Beyond();
      this.#at++;
      const next = this.#nextInFlow(around);
      if (next === ',' || next === '}') throw new Beyond();
      keep(entries, name, this.#flow(around));
      this.#pastComma('}', around);
    }
    this.#at++;
    return entries;
  }

  /** To the next character that means something, perhaps in a later line. */
  #nextInFlow(around: number): string {
    for (;;) {
      this.#at += indentOf(this.#line.slice(this.#at));
      const next = this.#line[this.#at];
      if (next === '#') throw new Beyond();
      if (next !== undefined) return next;
      if (++this.#row >= this.#lines.length) throw new Beyond();
      this.#at = 0;
      if (!isBlank(this.#line) && indentOf(this.#line) <= around) throw new Beyond();
    }
  }

  #pastComma(end: string, around: number): void {
    const next = this.#nextInFlow(around);
    if (next === ',') this.#at++;
    else if (next !== end) throw new Beyond();
  }

  #quoted(): string {
    QUOTED.lastIndex = this.#at;
    const { double, single } = QUOTED.exec(this.#line)?.groups ?? {};
    if (double === undefined && single === undefined) throw new Beyond();
    this.#at = QUOTED.lastIndex;
    return double ?? single!.replaceAll("''", "'");
  }

  #flowText(): string {
    FLOW_TEXT.lastIndex = this.#at;
    const [text = ''] = FLOW_TEXT.exec(this.#line) ?? [];
    if (INDICATOR.test(text) || text.trim() === '') throw new Beyond();
    this.#at += text.length;
    return text.trimEnd();
  }
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent++;
  return indent;
}

function isBlank(line: string): boolean {
  return indentOf(line) === line.length;
}

/** Nothing but perhaps a comment. */
function isVoid(line: string): boolean {
  const indent = indentOf(line);
  return indent === line.length || line[indent] === '#';
}

function isItem(line: string, column: number): boolean {
  return line[column] === '-' && (line.length === column + 1 || line[column + 1] === ' ');
}

/** The key that begins there, and where it has ended with its colon. */
function keyAt(line: string, column: number): { readonly name: string; readonly end: number } | null {
  const first = line[column];
  const isQuoted = first === '"' || first === "'";
  const pattern = isQuoted ? QUOTED : KEY;
  pattern.lastIndex = column;
  const found = pattern.exec(line);
  if (found === null) return null;
  const end = pattern.lastIndex;
  if (end - column > LONGEST_KEY) throw new Beyond();
  if (!isQuoted) return { name: nameOf(found[0].slice(0, -1).trimEnd()), end };
  if (!/^ *:/.test(line.slice(end))) return null;
  if (!/^:(?: |$)/.test(line.slice(end))) throw new Beyond();
  const { double, single = '' } = found.groups ?? {};
  return { name: double ?? single.replaceAll("''", "'"), end: end + 1 };
}

/** A key is the text of what it stands for. */
function nameOf(text: string): string {
  const value = resolved(text);
  if (value === null || String(value) !== text) throw new Beyond();
  return text;
}

function keep(entries: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__' || Object.hasOwn(entries, key)) throw new Beyond();
  entries[key] = value;
}

/** One line of plain text, without its comment. */
function plainLine(rest: string): string {
  const comment = rest.search(COMMENT);
  const text = (comment === -1 ? rest : rest.slice(0, comment)).trimEnd();
  if (INDICATOR.test(text) || SPLIT_OR_COLON.test(text)) throw new Beyond();
  return text;
}

/** What plain text stands for. */
function resolved(text: string): string | number | boolean | null {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  if (ODD_NUMBER.test(text)) throw new Beyond();
  if (!NUMBER.test(text)) return text;
  if (text.length > MOST_DIGITS || LIKE_THOUSANDS.test(text)) throw new Beyond();
  return Number(text);
}
