/** @jsxImportSource preact */
/** What the team writes to each other, to all or to some. */
import type { SeatView } from '../wire.ts';
import { MessageForm } from './message-form.tsx';

interface Talking {
  readonly view: SeatView;
  readonly canAct: boolean;
  /** `to` null: the whole team. True when it went through. */
  readonly say: (to: readonly string[] | null, text: string) => Promise<boolean>;
}

export function Talk({ view, canAct, say }: Talking) {
  const name = (role: string): string =>
    role === view.role ? 'you' : (view.roles.find(({ id }) => id === role)?.name ?? role);
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
      <MessageForm
        id="say"
        toLabel="To"
        options={[
          { value: '', label: 'everybody in the team' },
          ...view.roles.filter(({ you }) => !you).map((role) => ({ value: role.id, label: `${role.name} alone` })),
        ]}
        textLabel="Message"
        button="Send"
        canSend={canAct}
        send={(to, text) => say(to === null ? null : [to], text)}
      />
    </section>
  );
}
