/** @jsxImportSource preact */
/** The page of one seat: briefs, sheet, builder, the team's table, talk and notes. */
import { useState } from 'preact/hooks';
import type { SeatAction } from '../../class/action.ts';
import type { DealText } from '../../class/event.ts';
import { pointsText } from '../sheet.ts';
import type { Answered, CaseView, ProposalView, SeatView } from '../wire.ts';
import { Ask } from './ask.tsx';
import { Builder, completeText, openIssues } from './builder.tsx';
import { Clock, isOpen, useLeft } from './clock.tsx';
import { Deal, Worth } from './deal.tsx';
import { useKept } from './kept.ts';
import { Notes } from './notes.tsx';
import { OwnBrief, Papers } from './papers.tsx';
import { Table } from './table.tsx';
import { Talk } from './talk.tsx';

export type Send = (action: SeatAction) => Promise<Answered>;

export interface RoomProps {
  readonly about: CaseView;
  readonly view: SeatView;
  /** Words on the line to the server; null while all is well. */
  readonly trouble: string | null;
  /** Null where the page is written as text. */
  readonly send: Send | null;
}

type Asked =
  | { readonly kind: 'accept'; readonly proposal: ProposalView; readonly answer: Extract<Answered, { kind: 'sure' }> }
  | { readonly kind: 'noDeal' };

export function Room({ about, view, trouble, send }: RoomProps) {
  const [deal, setDeal] = useKept<DealText>(`deal ${view.seat}`, {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const left = useLeft(view.clock);
  const open = isOpen(view.clock, left) && view.result === null && view.role !== null && send !== null;

  /** Says what came of it. */
  const act = async (action: SeatAction, done: string | null): Promise<boolean> => {
    if (send === null) return false;
    const answer = await send(action);
    if (answer.kind === 'refused') setSaid(answer.reason);
    if (answer.kind === 'done') setSaid(done);
    return answer.kind === 'done';
  };
  const accept = async (proposal: ProposalView): Promise<void> => {
    if (send === null) return;
    const answer = await send({ kind: 'accept', proposal: proposal.number, sure: false });
    if (answer.kind === 'sure') setAsked({ kind: 'accept', proposal, answer });
    else if (answer.kind === 'refused') setSaid(answer.reason);
  };
  const deeds = {
    accept: (one: ProposalView) => void accept(one),
    takeBack: ({ number }: ProposalView) =>
      void act({ kind: 'takeBack', proposal: number }, `You took back proposal ${number}.`),
    withdraw: ({ number }: ProposalView) =>
      void act({ kind: 'withdraw', proposal: number }, `Proposal ${number} is withdrawn.`),
    change: (one: ProposalView) => {
      setDeal(one.deal ?? {});
      document.querySelector<HTMLElement>('#builder-title')?.focus();
    },
  };
  const missing = openIssues(about.issues, deal);
  return (
    <>
      <Head about={about} view={view} trouble={trouble} />
      <main>
        <p class="said" role="status">
          {said}
        </p>
        <Papers about={about} view={view} />
        <OwnBrief about={about} view={view} />
        <Table about={about} view={view} canAct={open} deeds={deeds} />
        {view.role === null || view.result !== null ? null : (
          <section aria-labelledby="builder-title" id="builder">
            <h2 id="builder-title" tabIndex={-1}>
              Build a text
            </h2>
            <Builder issues={about.issues} sheet={view.sheet} deal={deal} onChange={setDeal} />
            <p class="buttons">
              <button
                type="button"
                class="yes"
                disabled={!open || missing.length > 0}
                onClick={() =>
                  void act(
                    { kind: 'propose', deal: completeText(about.issues, deal) },
                    'Your proposal is on the table. Accept it there to sign.',
                  )
                }
              >
                Put on the table
              </button>
              <button type="button" onClick={() => setDeal({})}>
                Clear
              </button>
              <button type="button" class="no" disabled={!open} onClick={() => setAsked({ kind: 'noDeal' })}>
                Propose no deal ...
              </button>
            </p>
            {missing.length === 0 || Object.keys(deal).length === 0 ? null : (
              <p class="help">Still open: {missing.map(({ title }) => title).join(', ')}.</p>
            )}
          </section>
        )}
        {about.talk === 'text' && view.role !== null ? (
          <Talk
            view={view}
            canAct={isOpen(view.clock, left) && send !== null}
            say={(to, text) => act({ kind: 'say', to: to === null ? null : [...to], text }, null)}
          />
        ) : null}
        <Notes
          seat={view.seat}
          notes={view.notes}
          keep={send === null ? null : (text) => act({ kind: 'note', text }, null)}
        />
        <form method="post" action="/leave">
          <button type="submit">Leave this device</button>
        </form>
      </main>
      {asked === null ? null : (
        <Confirm
          {...{ asked, about, view }}
          onNo={() => setAsked(null)}
          onYes={() => {
            setAsked(null);
            if (asked.kind === 'noDeal')
              void act(
                { kind: 'propose', deal: null },
                'No deal is proposed. Accept it on the table to end the talks.',
              );
            else
              void act(
                { kind: 'accept', proposal: asked.proposal.number, sure: true },
                `You have accepted proposal ${asked.proposal.number}.`,
              );
          }}
        />
      )}
    </>
  );
}

function Head({ about, view, trouble }: Omit<RoomProps, 'send'>) {
  const role = view.roles.find(({ you }) => you);
  return (
    <header>
      <h1>{about.title}</h1>
      <p class="place">
        {view.team === null ? 'You have no team yet.' : `Team ${view.team}`}
        {role === undefined ? ', you observe' : `, you are ${role.name}`}
      </p>
      <Clock clock={view.clock} />
      <nav aria-label="Parts of the page">
        {view.role === null ? null : <a href="#own">Brief</a>} <a href="#table">Table</a>{' '}
        {view.role === null || view.result !== null ? null : <a href="#builder">Build</a>}{' '}
        {about.talk === 'text' && view.role !== null ? <a href="#talk">Talk</a> : null} <a href="#notes">Notes</a>
      </nav>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      {view.announcements.length === 0 ? null : (
        <ul class="announcements" aria-label="From the instructor" aria-live="polite">
          {view.announcements.map((text, k) => (
            <li key={k}>{text}</li>
          ))}
        </ul>
      )}
    </header>
  );
}

interface Confirming extends Pick<RoomProps, 'about' | 'view'> {
  readonly asked: Asked;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Confirm({ asked, about, view, onYes, onNo }: Confirming) {
  const buttons = { onYes, onNo };
  if (asked.kind === 'noDeal') {
    return (
      <Ask title="Propose to end without a deal?" yes="Yes, propose no deal" no="Go on talking" {...buttons}>
        <p>
          No deal is worth {pointsText(view.sheet?.noDeal ?? 0)} points to you. It counts when everybody has accepted
          it.
        </p>
      </Ask>
    );
  }
  const { proposal, answer } = asked;
  const { worth } = answer;
  const lines = worth.crosses.length > 0 && proposal.worth !== null ? proposal.worth.crosses : [];
  const isLow = worth.belowLeast || worth.crosses.length > 0;
  const no = 'Not yet';
  if (proposal.deal === null) {
    return (
      <Ask title="End without a deal?" yes="Yes, no deal" no={no} {...buttons}>
        <p>No deal is worth {pointsText(worth.points)} points to you. It counts when everybody has accepted it.</p>
      </Ask>
    );
  }
  return (
    <Ask
      title={worth.belowLeast ? 'Below your least: are you sure?' : `Accept proposal ${proposal.number}?`}
      yes={isLow ? 'Yes, accept all the same' : 'Yes, accept'}
      no={no}
      {...buttons}
    >
      <Deal issues={about.issues} deal={proposal.deal} sheet={view.sheet} />
      <Worth worth={{ ...worth, crosses: lines }} />
      <p>It is signed when everybody who has to has accepted it.</p>
    </Ask>
  );
}
