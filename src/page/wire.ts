/** Plain data as text and back, for the inside of a page: JSON that knows big integers and cannot end a script element. */

const BIG = '$big';

export function toWire(data: unknown): string {
  const text = JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'bigint' ? { [BIG]: String(value) } : value,
  );
  // A text of the scenario may hold "</script>" or a comment; as an escape it is the same JSON.
  return text.replaceAll('<', String.raw`\u003c`);
}

/** For `JSON.parse` of such a text; a page holds the program that wrote it, so the text needs no checking. */
export function revive(_: string, value: unknown): unknown {
  const isBig = typeof value === 'object' && value !== null && BIG in value;
  return isBig && typeof value[BIG] === 'string' ? BigInt(value[BIG]) : value;
}
