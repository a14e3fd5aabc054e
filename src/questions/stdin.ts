/** What stands on standard input, as text. */
import { decode } from '../scenario/read/read-file.ts';

/** How findings name it. */
export const STDIN_NAME = '<stdin>';

const MOST_BYTES = 9 * 1024 * 1024;

export async function readStdin(): Promise<ReturnType<typeof decode>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream: AsyncIterable<Uint8Array> = process.stdin;
  for await (const bytes of stream) {
    chunks.push(bytes);
    size += bytes.length;
    if (size > MOST_BYTES) break; // too long for a file of winset; decoding says so
  }
  return decode(Buffer.concat(chunks));
}
