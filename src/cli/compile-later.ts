import { setFlagsFromString } from 'node:v8';

/** The V8 of Node 20; later ones name these settings otherwise, and say so on the error stream. */
const KNOWN = /^11\./;

/**
 * A command is done in a second or two: much of what is run for it is hardly run for longer than compiling it for speed
 * takes, which other threads do on cores that the engine needs. So V8 waits a little longer before it does, three
 * times what it takes for hot enough by itself, and puts less of what is called into each piece. Work that takes long is
 * about as fast either way, also from key to key; nothing else depends on this.
 */
export function compileLater(): void {
  if (!KNOWN.test(process.versions.v8)) return;
  setFlagsFromString('--interrupt-budget=400000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
}
