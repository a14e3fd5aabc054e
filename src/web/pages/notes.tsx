/** @jsxImportSource preact */
/** A person's own notes, kept on the server a moment after they are written. */
import { useEffect, useRef, useState } from 'preact/hooks';

interface Noting {
  readonly seat: string;
  /** As the server has them. */
  readonly notes: string;
  /** Null where the page is written as text. */
  readonly keep: ((text: string) => Promise<boolean>) | null;
}

/** Milliseconds without a key after which notes are kept. */
const PAUSE = 800;

export function Notes({ seat, notes, keep }: Noting) {
  const [text, setText] = useState(notes);
  const [state, setState] = useState<'kept' | 'writing'>('kept');
  const latest = useRef(text);
  const save = useRef(keep);
  save.current = keep;
  useEffect(() => {
    if (state === 'kept') return;
    latest.current = text;
    const keepNow = async (): Promise<void> => {
      const done = await save.current?.(text);
      if (done === true && latest.current === text) setState('kept');
    };
    const timer = setTimeout(() => {
      void keepNow();
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, state]);
  // From another device of the same person, while nothing is being written here.
  useEffect(() => {
    if (state === 'kept') setText(notes);
  }, [notes]);
  return (
    <section aria-labelledby="notes-title" id="notes">
      <h2 id="notes-title">
        <label for={`notes-${seat}`}>Your notes</label>
      </h2>
      <textarea
        id={`notes-${seat}`}
        rows={6}
        maxLength={20_000}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setState('writing');
        }}
      />
      <p class="help">
        {state === 'kept' ? 'Kept with the record of the class; no other player sees them.' : 'Keeping ...'}
      </p>
    </section>
  );
}
