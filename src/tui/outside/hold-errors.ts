/** What is written to standard error while the interface has the screen would be painted over it: it waits. */

/** Holds everything back until the function it gives is called; what was held is written then. */
export function holdErrors(): () => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => {};
  const write = stderr.write.bind(stderr);
  const held: string[] = [];
  stderr.write = (chunk: string | Uint8Array): boolean => {
    held.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    return true;
  };
  return () => {
    stderr.write = write;
    if (held.length > 0) stderr.write(held.splice(0).join(''));
  };
}
