/** @jsxImportSource preact */
/** A question before something that counts, in a dialog that the keyboard stays in. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Question {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children: ComponentChildren;
}

export function Ask({ title, yes, no, onYes, onNo, children }: Question) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const own = dialog.current;
    own?.showModal();
    return () => own?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="ask-title" onCancel={onNo}>
      <h2 id="ask-title">{title}</h2>
      {children}
      <p class="buttons">
        <button type="button" class="no" onClick={onNo}>
          {no}
        </button>
        <button type="button" class="yes" onClick={onYes}>
          {yes}
        </button>
      </p>
    </dialog>
  );
}
