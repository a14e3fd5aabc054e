/** Text to the clipboard of the person's own terminal (the OSC 52 sequence), also from a machine far away. */

/** What terminals take at most. */
const MOST_BYTES = 74_000;

/** Null for a text that is too long. Terminals that know nothing of it ignore the sequence. */
export function clipboardSequence(text: string): string | null {
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  return encoded.length > MOST_BYTES ? null : `\u001B]52;c;${encoded}\u0007`;
}
