/** @jsxImportSource preact */
/** Every team as a card: who is there, what lies on the table, who has accepted what, and what was signed. */
import type { InstructorAction } from '../../class/action.ts';
import { pointsText } from '../sheet.ts';
import type { CaseView, InstructorView, TeamCard } from '../wire.ts';
import { Deal } from './deal.tsx';

interface Shown {
  readonly about: CaseView;
  readonly view: InstructorView;
  /** By role. */
  readonly names: Readonly<Record<string, string>>;
  readonly act: (action: InstructorAction) => void;
}

export function TeamCards({ about, view, names, act }: Shown) {
  return (
    <section aria-labelledby="teams-title" id="teams">
      <h2 id="teams-title">Teams</h2>
      <div class="teams">
        {view.teams.map((card) => (
          <Team key={card.team} {...{ about, view, names, act, card }} />
        ))}
      </div>
    </section>
  );
}

const STATES = { expected: 'not here yet', came: 'came, page closed', here: 'here', absent: 'absent' } as const;

function Team({ about, names, card }: Shown & { readonly card: TeamCard }) {
  const name = (role: string): string => names[role] ?? role;
  const { result } = card;
  return (
    <article class={result === null ? 'card' : 'card signed'} aria-label={`Team ${card.team}`}>
      <h3>Team {card.team}</h3>
      <ul class="seats">
        {card.seats.map(({ seat, role, state }) => (
          <li key={seat} class={state}>
            {role === null ? 'observer' : name(role)}: {STATES[state]}
          </li>
        ))}
        {card.computer.map(({ role, strategy }) => (
          <li key={role} class="here">
            {name(role)}: the computer ({strategy})
          </li>
        ))}
      </ul>
      {result === null ? (
        <>
          <p>{card.proposals.length === 0 ? 'Nothing on the table.' : `${card.proposals.length} on the table:`}</p>
          {card.proposals.map((one) => (
            <details key={one.number}>
              <summary>
                {one.deal === null ? 'No deal' : `Proposal ${one.number}`} of {name(one.by)}, accepted by{' '}
                {one.accepted.length === 0 ? 'nobody' : one.accepted.map(name).join(', ')}
              </summary>
              <Deal issues={about.issues} deal={one.deal} sheet={null} />
              <p class="who">{pointWords(one.points, name)}</p>
            </details>
          ))}
        </>
      ) : (
        <details open>
          <summary>
            {result.deal === null ? 'Ended without a deal' : 'Signed'}
            {result.minute === null ? '' : ` in minute ${result.minute}`}
          </summary>
          <Deal issues={about.issues} deal={result.deal} sheet={null} />
          <p class="who">{pointWords(result.points, name)}</p>
        </details>
      )}
      {card.chat.length === 0 ? null : (
        <details>
          <summary>{card.chat.length} said</summary>
          <div class="chat" role="log" aria-label={`Talk of team ${card.team}`} tabIndex={0}>
            {card.chat.map(({ by, to, text }, k) => (
              <p key={k}>
                <strong>
                  {name(by)}
                  {to === null ? '' : ` to ${to.map(name).join(', ')}`}:
                </strong>{' '}
                {text}
              </p>
            ))}
          </div>
        </details>
      )}
    </article>
  );
}

function pointWords(points: Readonly<Record<string, number>>, name: (role: string) => string): string {
  return Object.entries(points)
    .map(([role, own]) => `${name(role)} ${pointsText(own)}`)
    .join(', ');
}
