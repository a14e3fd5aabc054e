/** @jsxImportSource preact */
/** Who sits where: code words, other places, absence, and roles that the computer plays on. */
import { STRATEGY_KINDS } from '../../scenario/scenario.ts';
import type { StrategyKind } from '../../scenario/scenario.ts';
import type { InstructorAction } from '../../class/action.ts';
import type { InstructorView, SeatCard } from '../wire.ts';

interface Shown {
  readonly view: InstructorView;
  /** By role. */
  readonly names: Readonly<Record<string, string>>;
  readonly act: (action: InstructorAction) => void;
}

/** What a person who left is replaced by, unless another is chosen. */
const USUAL: StrategyKind = 'linear';

export function Seating({ view, names, act }: Shown) {
  const seats = [
    ...view.teams.flatMap((card) => card.seats.map((seat) => ({ seat, team: card.team }))),
    ...view.unseated.map((seat) => ({ seat, team: null })),
  ];
  return (
    <details id="seating">
      <summary>Seats and code words</summary>
      <div class="scroll" role="region" aria-label="Seats" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">seat</th>
              <th scope="col">code word</th>
              <th scope="col">team</th>
              <th scope="col">role</th>
              <th scope="col">present</th>
            </tr>
          </thead>
          <tbody>
            {seats.map(({ seat, team }) => (
              <SeatRow key={seat.seat} {...{ view, names, act, seat, team }} />
            ))}
          </tbody>
        </table>
      </div>
      <h3>Roles that the computer plays</h3>
      <p>
        Where a person has left, let the computer play on; whoever comes back with the code word takes the role again.
      </p>
      <ul class="handouts">
        {view.teams.flatMap((card) =>
          view.roles.map(({ id, name }) => {
            const played = card.computer.find(({ role }) => role === id);
            const label = `Team ${card.team}, ${name}`;
            return (
              <li key={`${card.team} ${id}`}>
                <label>
                  {label}{' '}
                  <select
                    value={played?.strategy ?? ''}
                    onChange={(event) => {
                      const strategy = STRATEGY_KINDS.find((kind) => kind === event.currentTarget.value) ?? null;
                      act({ kind: 'computer', team: card.team, role: id, strategy });
                    }}
                  >
                    <option value="">a person</option>
                    {[USUAL, ...STRATEGY_KINDS.filter((kind) => kind !== USUAL)].map((kind) => (
                      <option key={kind} value={kind}>
                        the computer, {kind}
                      </option>
                    ))}
                  </select>
                </label>
              </li>
            );
          }),
        )}
      </ul>
    </details>
  );
}

function SeatRow({ view, names, act, seat, team }: Shown & { readonly seat: SeatCard; readonly team: string | null }) {
  const move = (to: { readonly team: string | null; readonly role: string | null }): void =>
    act({ kind: 'seat', seat: seat.seat, ...to });
  const mark = seat.state === 'absent' ? 'Mark present' : 'Mark absent';
  return (
    <tr>
      <th scope="row">{seat.seat}</th>
      <td>{seat.code}</td>
      <td>
        <select
          aria-label={`Team of seat ${seat.seat}`}
          value={team ?? ''}
          onChange={(event) => {
            const to = event.currentTarget.value === '' ? null : event.currentTarget.value;
            move({ team: to, role: to === null ? null : seat.role });
          }}
        >
          <option value="">none yet</option>
          {view.teams.map((card) => (
            <option key={card.team} value={card.team}>
              {card.team}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select
          aria-label={`Role of seat ${seat.seat}`}
          value={seat.role ?? ''}
          disabled={team === null}
          onChange={(event) =>
            move({ team, role: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        >
          <option value="">observer</option>
          {view.roles.map(({ id }) => (
            <option key={id} value={id}>
              {names[id] ?? id}
            </option>
          ))}
        </select>
      </td>
      <td>
        <button
          type="button"
          aria-label={`${mark}: seat ${seat.seat}`}
          onClick={() => act({ kind: 'absent', seat: seat.seat, absent: seat.state !== 'absent' })}
        >
          {mark}
        </button>
      </td>
    </tr>
  );
}
