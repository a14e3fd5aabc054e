/** @jsxImportSource preact */
/** A few lines to somebody: to whom, the words, and a button. */
import { useState } from 'preact/hooks';

interface Messaging {
  /** Of its elements: "say" makes say-to and say-text. */
  readonly id: string;
  readonly toLabel: string;
  /** Whom it may be for; the one with an empty value is taken first. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly textLabel: string;
  readonly button: string;
  readonly canSend: boolean;
  /** `to` null: the option with an empty value. True when it went through, so that the words may go. */
  readonly send: (to: string | null, text: string) => Promise<boolean>;
}

export function MessageForm({ id, toLabel, options, textLabel, button, canSend, send }: Messaging) {
  const [text, setText] = useState('');
  const [to, setTo] = useState('');
  const submit = async (): Promise<void> => {
    if (text.trim() !== '' && (await send(to === '' ? null : to, text.trim()))) setText('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label for={`${id}-to`}>{toLabel}</label>
      <select id={`${id}-to`} value={to} onChange={(event) => setTo(event.currentTarget.value)}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <label for={`${id}-text`}>{textLabel}</label>
      <textarea
        id={`${id}-text`}
        rows={2}
        maxLength={2000}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="buttons">
        <button type="submit" disabled={!canSend || text.trim() === ''}>
          {button}
        </button>
      </p>
    </form>
  );
}
