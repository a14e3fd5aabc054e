/** Bytes of a text file as text, whatever program saved it: UTF-8, UTF-16 by its mark, else the Latin letters of Windows. */

export interface Decoded {
  readonly text: string;
  /** Said to the person where it is not UTF-8. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Latin-1';
}

/** `named` is the encoding that the file itself claims, such as an XML declaration; bytes that are UTF-8 anyway are read so. */
export function decodeText(bytes: Uint8Array, named = ''): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decoded(bytes, 'utf-16le'), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decoded(bytes, 'utf-16be'), encoding: 'UTF-16' };
  // Without a mark, every other byte of common letters is zero.
  if (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0 && bytes[0] !== 0) {
    return { text: decoded(bytes, 'utf-16le'), encoding: 'UTF-16' };
  }
  const isLatin = /^(iso-8859-1|latin-?1|windows-1252|us-ascii)$/i.test(named);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    const label = isLatin || named === '' || /^utf-?8$/i.test(named) ? 'windows-1252' : known(named);
    return { text: decoded(bytes, label), encoding: 'Latin-1' };
  }
}

function decoded(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}

function known(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'windows-1252';
  }
}
