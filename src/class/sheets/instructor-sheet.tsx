/** @jsxImportSource preact */
/** The instructor's own sheet: time, seats, every score sheet side by side, and the notes of the case. Never handed out. */
import type { Plan } from '../plan.ts';
import type { SeatLine } from '../seats.ts';
import type { Sheet } from '../sheet.ts';
import { Head, Paragraphs } from './role-sheet.tsx';
import { TIME_PLANS } from './time-plan.ts';

export interface InstructorContent {
  readonly title: string;
  readonly plan: Plan;
  readonly seats: readonly SeatLine[];
  readonly sheets: readonly Sheet[];
  /** What the scenario keeps for the instructor: of all, then of each role. */
  readonly told: readonly { readonly about: string; readonly text: string }[];
  /** Of TEACHING.md, trusted: made by `markdownHtml`; null where there is none. */
  readonly teaching: string | null;
}

export function InstructorSheet({ title, plan, seats, sheets, told, teaching }: InstructorContent) {
  return (
    <section class="sheet">
      <Head left={title} right={<span class="secret">For the instructor: it gives everything away</span>} />
      <h1>{title}</h1>
      <h2>Time</h2>
      {TIME_PLANS.map(({ total, steps }) => (
        <table key={total}>
          <thead>
            <tr>
              <th class="points">{total} min</th>
              <th colSpan={2}>step</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ minutes, what, how }) => (
              <tr key={what}>
                <td class="points">{minutes}</td>
                <th scope="row">{what}</th>
                <td>{how}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <p>
        The clock of this class has {plan.minutes} minutes of negotiation; the plan says so in <i>class.yaml</i>.
      </p>
      {plan.handouts.length === 0 ? null : (
        <>
          <h2>Handouts</h2>
          <ul>
            {plan.handouts.map(({ id, minute, roles, text, draft, stage }) => (
              <li key={id}>
                <strong>{id}</strong>
                {minute === undefined ? ', when you like' : `, at minute ${minute}`}, to{' '}
                {roles === undefined ? 'everybody' : roles.join(', ')}
                {draft === undefined ? '' : `: the draft ${draft}`}
                {stage === undefined ? '' : `: the numbers of ${stage} count from then on`}
                {text === undefined ? '' : `: ${text}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {told.length === 0 ? null : (
        <>
          <h2>For you alone</h2>
          {told.map(({ about, text }) => (
            <div key={about}>
              <h3>{about}</h3>
              <Paragraphs text={text} />
            </div>
          ))}
        </>
      )}
      <h2>All score sheets</h2>
      <ScoreTable sheets={sheets} />
      <h2>Seats</h2>
      <SeatTable seats={seats} />
      {teaching === null ? null : (
        <>
          <h2>Notes on the case</h2>
          <div dangerouslySetInnerHTML={{ __html: teaching }} />
        </>
      )}
    </section>
  );
}

function ScoreTable({ sheets }: { readonly sheets: readonly Sheet[] }) {
  const issues = sheets[0]?.issues ?? [];
  const row = (label: string, kind: 'points' | 'words', of: (sheet: Sheet) => string) => (
    <tr>
      <th scope="row" colSpan={2}>
        {label}
      </th>
      {sheets.map((sheet) => (
        <td key={sheet.role} class={kind}>
          {of(sheet)}
        </td>
      ))}
    </tr>
  );
  return (
    <div class="scrolled">
      <table>
        <thead>
          <tr>
            <th>issue</th>
            <th>option</th>
            {sheets.map(({ role, short }) => (
              <th key={role} class="points">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {issues.flatMap(({ id, title, options }, k) =>
            options.map((option, n) => (
              <tr key={`${id} ${option.id}`}>
                {n === 0 ? (
                  <th scope="rowgroup" rowSpan={options.length}>
                    {title}
                  </th>
                ) : null}
                <td>{option.label}</td>
                {sheets.map((sheet) => (
                  <td key={sheet.role} class="points">
                    {sheet.issues[k]?.options[n]?.written}
                  </td>
                ))}
              </tr>
            )),
          )}
          {row('without a deal', 'points', ({ noDeal }) => noDeal.written)}
          {row('least', 'points', ({ least }) => least.written)}
          {row('never signs', 'words', ({ lines }) => lines.map(({ words }) => words).join('; '))}
        </tbody>
      </table>
    </div>
  );
}

function SeatTable({ seats }: { readonly seats: readonly SeatLine[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th>seat</th>
          <th>team</th>
          <th>role</th>
          <th>code word</th>
          <th>name</th>
        </tr>
      </thead>
      <tbody>
        {seats.map(({ seat, team, role, code, name }) => (
          <tr key={seat}>
            <th scope="row">{seat}</th>
            <td>{team ?? 'spare'}</td>
            <td>{role ?? (team === null ? '' : 'observer')}</td>
            <td>{code.replaceAll('-', ' ')}</td>
            <td>{name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Code words to cut out and hand round, each with its seat and place, and the name where there is one. */
export function CodeSlips({ title, seats }: { readonly title: string; readonly seats: readonly SeatLine[] }) {
  return (
    <section class="sheet">
      <Head left={title} right="Code words: cut out, one for each person" />
      <table>
        <tbody>
          {seats.map(({ seat, team, role, code, name }) => (
            <tr key={seat}>
              <td>
                {seat} {name}
              </td>
              <td>{team === null ? 'comes late' : `team ${team}, ${role ?? 'observer'}`}</td>
              <th scope="row">{code.replaceAll('-', ' ')}</th>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
