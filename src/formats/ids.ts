/** Ids made of the names that other programs give, and names fit to be shown. */

const LONGEST = 48;

/** What is to have an id. */
export interface Named {
  readonly name: string;
  /** A short name that the file itself gives; it is kept as it is. */
  readonly id?: string;
}

/** One id for each, in their order: what the name allows, and a number behind it where two would be the same. */
export function idsOf(items: readonly Named[], kind: 'party' | 'issue' | 'option' | 'draft'): readonly string[] {
  const taken = new Set<string>();
  return items.map(({ id: given, name }, k) => {
    const isKept = given !== undefined && /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,60}$/u.test(given);
    const own = isKept ? given : (idOf(given ?? name, kind) ?? `${kind}-${k + 1}`);
    let id = own;
    for (let n = 2; taken.has(id); n++) id = `${own}-${n}`;
    taken.add(id);
    return id;
  });
}

/** Null where the name has no letter that an id may have. An option that is a number keeps it. */
function idOf(name: string, kind: string): string | null {
  if (kind === 'option' && /^-?\d[\d.]{0,40}$/.test(name) && !name.includes('..')) return name;
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  const id = plain
    .slice(0, LONGEST)
    .replace(/[-_.]+$/, '')
    .toLowerCase();
  return id === '' ? null : id;
}

const LONGEST_LINE = 300;
const LONGEST_TEXT = 20_000;

/** On one line, without letters that steer a terminal; the fallback where nothing is left. */
export function plainName(name: string, fallback: string): string {
  const plain = withoutControls(name).replaceAll(/\s+/g, ' ').trim();
  return plain === '' ? fallback : shortened(plain, LONGEST_LINE);
}

/** Lines and tabs stay. */
export function withoutControls(text: string): string {
  return shortened(
    text
      .replaceAll(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' '),
    LONGEST_TEXT,
  );
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}\u2026`;
}
