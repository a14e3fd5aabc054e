import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyDecoder, ESCAPE_MS, PASTE_MS } from '../../../src/tui/terminal/key-decoder.ts';
import { type Key, keyName, keyOf, NAMED_KEYS } from '../../../src/tui/terminal/keys.ts';

/** What a terminal sends, and what the person pressed; no name where it is no key. */
const SENT: readonly (readonly [string, ...string[]])[] = [
  ['a', 'a'],
  ['Z', 'Z'],
  [' ', 'space'],
  ['é漢😀', 'é', '漢', '😀'],
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\t', 'tab'],
  ['\u007f', 'backspace'],
  ['\b', 'backspace'],
  ['\u0003', 'ctrl+c'],
  ['\u0010', 'ctrl+p'],
  ['\u0000', 'ctrl+space'],
  ['\u001c', 'ctrl+\\'],
  ['\u001bx', 'alt+x'],
  ['\u001b\r', 'alt+enter'],
  ['\u001b\u007f', 'alt+backspace'],
  ['\u001b[A', 'up'],
  ['\u001b[B', 'down'],
  ['\u001b[C', 'right'],
  ['\u001b[D', 'left'],
  ['\u001bOA', 'up'],
  ['\u001bOF', 'end'],
  ['\u001bOP', 'f1'],
  ['\u001bO5P', 'ctrl+f1'],
  ['\u001bOM', 'enter'],
  ['\u001b[1;2D', 'shift+left'],
  ['\u001b[1;5C', 'ctrl+right'],
  ['\u001b[1;3A', 'alt+up'],
  ['\u001b[1;8B', 'ctrl+alt+shift+down'],
  ['\u001b[1;5P', 'ctrl+f1'],
  ['\u001b[1;5R', 'ctrl+f3'],
  ['\u001b[H', 'home'],
  ['\u001b[4~', 'end'],
  ['\u001b[5~', 'pageup'],
  ['\u001b[6;5~', 'ctrl+pagedown'],
  ['\u001b[3~', 'delete'],
  ['\u001b[2~', 'insert'],
  ['\u001b[15~', 'f5'],
  ['\u001b[24;2~', 'shift+f12'],
  ['\u001b[[A', 'f1'],
  ['\u001b[[E', 'f5'],
  ['\u001b[Z', 'shift+tab'],
  ['\u001b[97u', 'a'],
  ['\u001b[97;2u', 'A'],
  ['\u001b[49:33;2u', '!'],
  ['\u001b[112;5u', 'ctrl+p'],
  ['\u001b[13;2u', 'shift+enter'],
  ['\u001b[27u', 'escape'],
  ['\u001b[27;5;9~', 'ctrl+tab'],
  ['\u001b[97;1:3u'],
  ['\u001b[57358u'],
  ['\u001b[25;5~'],
  ['\u001b[1;5Y'],
  ['\u001b[24;80R'],
  ['\u001b[I'],
  ['\u001b[?1;2c'],
  ['\u001b[?0u'],
  ['\u001b[3$~'],
  ['\u001b[<0;10;20M'],
  ['\u001b[<0;10;20m'],
  ['\u001b[M !!'],
  ['\u001b]11;rgb:0000/0000/0000\u0007'],
  ['\u001bP>|xterm\u001b\\'],
  ['\u001b[200~q\u001b[A\r\u001b[201~', 'paste:q\u001b[A\r'],
  ['\u001b[200~\u001b[201~', 'paste:'],
];

function described(key: Key): string {
  return key.name === 'paste' ? `paste:${key.text}` : keyName(key);
}

/** A decoder whose clock moves only when told. */
function started() {
  const names: string[] = [];
  let timer: { readonly at: number; readonly run: () => void } | undefined;
  let now = 0;
  const decoder = createKeyDecoder(
    (key) => names.push(described(key)),
    (milliseconds, run) => {
      const mine = { at: now + milliseconds, run };
      timer = mine;
      return () => {
        if (timer === mine) timer = undefined;
      };
    },
  );
  const pass = (milliseconds: number) => {
    now += milliseconds;
    if (timer === undefined || timer.at > now) return;
    const { run } = timer;
    timer = undefined;
    run();
  };
  return { names, push: (text: string) => decoder.push(new TextEncoder().encode(text)), decoder, pass };
}

describe('key decoder', () => {
  it.each(SENT)('reads %j', (sent, ...expected) => {
    const { names, push, pass } = started();
    push(sent);
    push('x');
    pass(PASTE_MS);
    expect(names).toEqual([...expected, 'x']);
  });

  it('gives the same keys however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SENT), { maxLength: 12 }),
        fc.infiniteStream(fc.nat(4)),
        (parts, cuts) => {
          const { names, decoder } = started();
          const bytes = new TextEncoder().encode(parts.map(([sent]) => sent).join(''));
          for (let at = 0; at < bytes.length;) {
            const size = cuts.next().value ?? 1;
            decoder.push(bytes.subarray(at, at + size));
            at += size;
          }
          expect(names).toEqual(parts.flatMap(([, ...expected]) => expected));
        },
      ),
    );
  });

  it('takes one event per character of a chunk', () => {
    const { names, push } = started();
    push('lll');
    expect(names).toEqual(['l', 'l', 'l']);
  });

  it('tells Escape from a sequence by waiting', () => {
    const { names, push, pass } = started();
    push('\u001b');
    pass(ESCAPE_MS - 1);
    expect(names).toEqual([]);
    push('[A');
    push('\u001b');
    pass(ESCAPE_MS);
    push('[A');
    expect(names).toEqual(['up', 'escape', '[', 'A']);
  });

  it('takes what looks like the start of a sequence for a key with alt', () => {
    const { names, push, pass } = started();
    for (const sent of ['\u001b[', '\u001bO', '\u001b]', '\u001b[1;']) {
      push(sent);
      pass(ESCAPE_MS);
    }
    expect(names).toEqual(['alt+[', 'alt+O', 'alt+]']);
  });

  it('ends a paste whose end does not come', () => {
    const { names, push, pass } = started();
    push('\u001b[200~quit');
    pass(ESCAPE_MS);
    expect(names).toEqual([]);
    pass(PASTE_MS);
    push('q');
    expect(names).toEqual(['paste:quit', 'q']);
  });

  it('reads any bytes without failing, and reads keys again after them', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 6 }), (chunks) => {
        const { names, decoder, push, pass } = started();
        for (const chunk of chunks) decoder.push(chunk);
        pass(PASTE_MS);
        decoder.push(Uint8Array.of(0x20, 0x20, 0x20, 0x20));
        pass(PASTE_MS);
        push('x');
        expect(names.at(-1)).toBe('x');
        for (const name of names) expect(name).not.toBe('');
      }),
    );
  });

  it('forgets what is incomplete at the end', () => {
    const { names, decoder, push, pass } = started();
    push('\u001b');
    decoder.end();
    pass(PASTE_MS);
    expect(names).toEqual([]);
  });
});

describe('names of keys', () => {
  it('can be read back', () => {
    const base = fc.oneof(
      fc.constantFrom(...NAMED_KEYS, 'space', '+', '?', 'A'),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(base, fc.boolean(), fc.boolean(), fc.boolean(), (key, ctrl, alt, shift) => {
        const named = NAMED_KEYS.some((known) => known === key);
        const text = key === ' ' ? 'space' : key;
        const name = `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift && named ? 'shift+' : ''}${text}`;
        expect(keyName(keyOf(name))).toBe(name);
      }),
    );
  });

  it('are refused where no key has them', () => {
    for (const name of ['', 'ctrl+', 'shift+a', 'control+a', 'paste']) expect(() => keyOf(name)).toThrow('no key');
  });
});
