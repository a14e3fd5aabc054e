/** @jsxImportSource preact */
/** The instructor's page: the clock, what is handed out, and every team as a card. It sees all and signs nothing. */
import { useState } from 'preact/hooks';
import type { InstructorAction } from '../../class/action.ts';
import type { Answered, CaseView, InstructorView } from '../wire.ts';
import { Ask } from './ask.tsx';
import { Clock } from './clock.tsx';
import { Deal } from './deal.tsx';
import { Histograms } from './histograms.tsx';
import { MessageForm } from './message-form.tsx';
import { Seating } from './seating.tsx';
import { TeamCards } from './team-cards.tsx';

export type Instruct = (action: InstructorAction) => Promise<Answered>;

export interface InstructorProps {
  readonly about: CaseView;
  readonly view: InstructorView;
  readonly trouble: string | null;
  readonly send: Instruct | null;
}

export function Instructor({ about, view, trouble, send }: InstructorProps) {
  const [said, setSaid] = useState<string | null>(null);
  const [closing, setClosing] = useState(false);
  const act = (action: InstructorAction): void => {
    if (send === null) return;
    void send(action).then((answer) => setSaid(answer.kind === 'refused' ? answer.reason : null));
  };
  const names = Object.fromEntries(view.roles.map(({ id, name }) => [id, name]));
  return (
    <>
      <header>
        <h1>{about.title}</h1>
        <p class="place">
          Instructor. <a href="/projector">Page for the projector</a>
        </p>
        <Clock clock={view.clock} />
        <p class="trouble" role="alert">
          {trouble}
        </p>
      </header>
      <main>
        <p class="said" role="status">
          {said}
        </p>
        <ClockButtons view={view} act={act} onClose={() => setClosing(true)} />
        <Handing about={about} view={view} act={act} />
        <TeamCards about={about} view={view} act={act} names={names} />
        <Seating view={view} act={act} names={names} />
        <Histograms tally={view.tally} histograms={view.histograms} names={names} />
        <ForTheInstructor view={view} />
      </main>
      {closing ? (
        <Ask
          title="Close the class?"
          yes="Close it"
          no="Go on"
          onNo={() => setClosing(false)}
          onYes={() => {
            setClosing(false);
            act({ kind: 'close' });
          }}
        >
          <p>What is signed stands; teams without a signature end without one. You can resume it afterwards.</p>
        </Ask>
      ) : null}
    </>
  );
}

interface Part {
  readonly view: InstructorView;
  readonly act: (action: InstructorAction) => void;
}

function ClockButtons({ view: { clock, spoilers }, act, onClose }: Part & { readonly onClose: () => void }) {
  const { phase } = clock;
  return (
    <section aria-labelledby="clock-title">
      <h2 id="clock-title">Clock</h2>
      <p class="buttons">
        {phase === 'before' ? (
          <button type="button" class="yes" onClick={() => act({ kind: 'start' })}>
            Start
          </button>
        ) : null}
        {phase === 'running' ? (
          <button type="button" onClick={() => act({ kind: 'pause' })}>
            Pause
          </button>
        ) : null}
        {phase === 'paused' || phase === 'closed' ? (
          <button type="button" class="yes" onClick={() => act({ kind: 'resume' })}>
            Resume
          </button>
        ) : null}
        {[5, 1, -1].map((minutes) => (
          <button key={minutes} type="button" onClick={() => act({ kind: 'extend', minutes })}>
            {minutes > 0 ? '+' : '−'}
            {Math.abs(minutes)} min
          </button>
        ))}
        {phase === 'closed' ? null : (
          <button type="button" class="no" onClick={onClose}>
            Close ...
          </button>
        )}
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={spoilers}
            onChange={(event) => act({ kind: 'spoilers', shown: event.currentTarget.checked })}
          />{' '}
          The projector shows results
        </label>
      </p>
    </section>
  );
}

function Handing({ about, view, act }: Part & { readonly about: CaseView }) {
  return (
    <section aria-labelledby="handing-title">
      <h2 id="handing-title">Hand out and announce</h2>
      {view.handouts.length === 0 ? <p>The plan has no handouts.</p> : null}
      <ul class="handouts">
        {view.handouts.map(({ id, minute, roles, out, text: says, draft }) => (
          <li key={id}>
            <strong>{id}</strong>
            {minute === null ? '' : ` at minute ${minute}`}
            {roles === null ? ', to everybody' : `, to ${roles.join(', ')}`}{' '}
            {out ? (
              'is out'
            ) : (
              <button
                type="button"
                aria-label={`Hand out now: ${id}`}
                onClick={() => act({ kind: 'handOut', handout: id })}
              >
                Hand out now
              </button>
            )}
            <details>
              <summary>What it says</summary>
              {says === null ? null : <p>{says}</p>}
              {draft === null ? null : <Deal issues={about.issues} deal={draft.deal} sheet={null} />}
            </details>
          </li>
        ))}
      </ul>
      <MessageForm
        id="announce"
        toLabel="Announce to"
        options={[
          { value: '', label: 'everybody' },
          ...view.teams.map(({ team }) => ({ value: team, label: `team ${team}` })),
        ]}
        textLabel="Words"
        button="Announce"
        canSend
        send={(team, text) => {
          act({ kind: 'announce', team, text });
          return Promise.resolve(true);
        }}
      />
    </section>
  );
}

function ForTheInstructor({ view: { roles, instructor } }: { readonly view: InstructorView }) {
  const told = roles.filter((role) => role.instructor !== null || role.bluffs.length > 0);
  if (told.length === 0 && instructor === null) return null;
  return (
    <details id="instructor-notes">
      <summary>For you alone: hidden interests and bluffs</summary>
      {instructor === null ? null : <p>{instructor}</p>}
      {told.map(({ id, name, instructor: own, bluffs }) => (
        <div key={id}>
          <h3>{name}</h3>
          {own === null ? null : <p>{own}</p>}
          {bluffs.map((why, k) => (
            <p key={k}>A bluff: {why}</p>
          ))}
        </div>
      ))}
    </details>
  );
}
