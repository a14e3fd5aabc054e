/** @jsxImportSource preact */
/** What is on a team's table: its standing texts, who has accepted which, and what was signed. */
import { pointsText } from '../sheet.ts';
import type { CaseView, ProposalView, ResultView, SeatView } from '../wire.ts';
import { Deal, Worth } from './deal.tsx';

/** What a person can do with a text. */
export interface TableDeeds {
  readonly accept: (proposal: ProposalView) => void;
  readonly takeBack: (proposal: ProposalView) => void;
  readonly withdraw: (proposal: ProposalView) => void;
  /** Into the builder, to change it. */
  readonly change: (proposal: ProposalView) => void;
}

interface Shown {
  readonly about: CaseView;
  readonly view: SeatView;
  readonly canAct: boolean;
  readonly deeds: TableDeeds;
}

export function Table({ about, view, canAct, deeds }: Shown) {
  const { proposals } = view;
  return (
    <section aria-labelledby="table-title" id="table">
      <h2 id="table-title">On the table</h2>
      <div aria-live="polite">
        {view.result === null ? null : <Result about={about} view={view} result={view.result} />}
        {view.result === null && proposals.length === 0 ? <p>Nothing is on the table yet.</p> : null}
        {view.result === null
          ? proposals.toReversed().map((one) => <Card key={one.number} {...{ about, view, canAct, deeds, one }} />)
          : null}
      </div>
    </section>
  );
}

function Card({ about, view, canAct, deeds, one }: Shown & { readonly one: ProposalView }) {
  const name = namesIn(view);
  const title = `Proposal ${one.number} of ${name(one.by)}`;
  const isMine = one.by === view.role;
  const accepted = view.role !== null && one.accepted.includes(view.role);
  return (
    <article class={accepted ? 'card accepted' : 'card'} aria-label={title}>
      <h3>{title}</h3>
      <Deal issues={about.issues} deal={one.deal} sheet={view.sheet} />
      {one.worth === null || one.deal === null ? null : <Worth worth={one.worth} />}
      {one.deal === null && one.worth !== null ? (
        <p class="worth">No deal is worth {pointsText(one.worth.points)} points to you.</p>
      ) : null}
      <p class="who">{waitWords(one, name, view.role)}</p>
      {view.role === null ? null : (
        <p class="buttons">
          {accepted ? (
            <button type="button" disabled={!canAct} onClick={() => deeds.takeBack(one)}>
              Take back
            </button>
          ) : (
            <button type="button" class="yes" disabled={!canAct} onClick={() => deeds.accept(one)}>
              Accept ...
            </button>
          )}
          {one.deal === null ? null : (
            <button type="button" onClick={() => deeds.change(one)}>
              Change it
            </button>
          )}
          {isMine ? (
            <button type="button" disabled={!canAct} onClick={() => deeds.withdraw(one)}>
              Withdraw
            </button>
          ) : null}
        </p>
      )}
    </article>
  );
}

function Result({ about, view, result }: Pick<Shown, 'about' | 'view'> & { readonly result: ResultView }) {
  const name = namesIn(view);
  const who = result.by.map(name).join(', ');
  return (
    <article class="card signed" aria-label="Signed">
      <h3>{result.deal === null ? 'Ended without a deal' : 'Signed'}</h3>
      <Deal issues={about.issues} deal={result.deal} sheet={view.sheet} />
      {result.worth === null || result.deal === null ? null : <Worth worth={result.worth} />}
      <p class="who">
        {who === '' ? null : `By ${who}.`}
        {result.without.length === 0 ? null : ` Nobody waited for ${result.without.map(name).join(', ')}.`}
      </p>
    </article>
  );
}

function namesIn({ roles }: SeatView): (role: string) => string {
  return (role) => roles.find(({ id }) => id === role)?.name ?? role;
}

function waitWords(
  { accepted, waitsFor, others }: ProposalView,
  name: (role: string) => string,
  own: string | null,
): string {
  const call = (role: string): string => (role === own ? 'you' : name(role));
  const yes = accepted.length === 0 ? 'Nobody has accepted it yet.' : `Accepted by ${accepted.map(call).join(', ')}.`;
  const more = others === 0 ? [] : [`${others} more of the others`];
  const waits = [...waitsFor.map(call), ...more];
  return waits.length === 0 ? yes : `${yes} Waits for ${waits.join(', ')}.`;
}
