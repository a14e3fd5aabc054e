/** @jsxImportSource preact */
/** What the team writes to each other, to all or to some. */
import { useState } from 'preact/hooks';
import type { SeatView } from '../wire.ts';

interface Talking {
  readonly view: SeatView;
  readonly canAct: boolean;
  /** `to` null: the whole team. True when it went through. */
  readonly say: (to: readonly string[] | null, text: string) => Promise<boolean>;
}

export function Talk({ view, canAct, say }: Talking) {
  const [text, setText] = useState('');
  const [to, setTo] = useState('');
  const name = (role: string): string =>
    role === view.role ? 'you' : (view.roles.find(({ id }) => id === role)?.name ?? role);
  const send = async (): Promise<void> => {
    if (text.trim() !== '' && (await say(to === '' ? null : [to], text.trim()))) setText('');
  };
  return (
    <section aria-labelledby="talk-title" id="talk">
      <h2 id="talk-title">Talk</h2>
      <div class="chat scroll" role="log" aria-label="What was said" tabIndex={0}>
        {view.chat.length === 0 ? <p>Nobody has written yet.</p> : null}
        {view.chat.map(({ by, to: only, text: said }, k) => (
          <p key={k} class={by === view.role ? 'mine' : ''}>
            <strong>
              {name(by)}
              {only === null ? '' : ` to ${only.map(name).join(', ')} alone`}:
            </strong>{' '}
            {said}
          </p>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label for="say-to">To</label>
        <select id="say-to" value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          <option value="">everybody in the team</option>
          {view.roles
            .filter(({ you }) => !you)
            .map(({ id, name: own }) => (
              <option key={id} value={id}>
                {own} alone
              </option>
            ))}
        </select>
        <label for="say-text">Message</label>
        <textarea
          id="say-text"
          rows={2}
          maxLength={2000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="buttons">
          <button type="submit" disabled={!canAct || text.trim() === ''}>
            Send
          </button>
        </p>
      </form>
    </section>
  );
}
