/** @jsxImportSource preact */
/** What there is to read: the public brief, what was handed out, the own brief and the own score sheet. */
import type { CaseView, SeatView } from '../wire.ts';
import { pointsText } from '../sheet.ts';
import type { Sheet } from '../sheet.ts';
import { Deal } from './deal.tsx';

interface Shown {
  readonly about: CaseView;
  readonly view: SeatView;
}

export function Papers({ about, view }: Shown) {
  return (
    <>
      {view.handouts.length === 0 ? null : (
        <section aria-labelledby="handouts-title" id="handouts">
          <h2 id="handouts-title">Handed out</h2>
          <div aria-live="polite">
            {view.handouts.map(({ id, text, draft }) => (
              <article key={id} class="card">
                {text === null ? null : <p>{text}</p>}
                {draft === null ? null : (
                  <>
                    <h3>{draft.title}</h3>
                    <Deal issues={about.issues} deal={draft.deal} sheet={view.sheet} />
                  </>
                )}
              </article>
            ))}
          </div>
        </section>
      )}
      <details id="public" open={view.clock.phase === 'before'}>
        <summary>What everybody knows</summary>
        {/* Made of the case's own Markdown by briefHtml, which lets nothing through that runs. */}
        <div class="brief" dangerouslySetInnerHTML={{ __html: about.publicBrief }} />
        <h3>Who plays</h3>
        <ul>
          {view.roles.map(({ id, name, you, by }) => (
            <li key={id}>
              {name}
              {you ? ' (you)' : ''}: {WHO[by]}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

const WHO = { person: 'a person', computer: 'the computer', nobody: 'nobody for now' } as const;

export function OwnBrief({ about, view }: Shown) {
  const { role, brief, sheet } = view;
  if (role === null) return null;
  if (brief === null || sheet === null) return <p class="help">Your own brief comes when the clock is started.</p>;
  return (
    <details id="own" open>
      <summary>For you alone: brief and score sheet</summary>
      <div class="brief">
        {brief.map((paragraph, k) => (
          <p key={k}>{paragraph}</p>
        ))}
      </div>
      <p class="worth">
        Your least is <strong>{pointsText(sheet.least)}</strong> points
        {sheet.strict ? ', and you sign only for more' : ''}. No deal is worth{' '}
        <strong>{pointsText(sheet.noDeal)}</strong> points to you.
      </p>
      <ScoreSheet about={about} sheet={sheet} />
    </details>
  );
}

/** Issues with more options than that are shown in the builder alone. */
const MOST_ROWS = 30;

function ScoreSheet({ about, sheet }: { readonly about: CaseView; readonly sheet: Sheet }) {
  return (
    <div class="scroll" role="region" aria-label="Score sheet" tabIndex={0}>
      <table>
        <caption>Points of each option. The points of a text are their sum.</caption>
        <thead>
          <tr>
            <th scope="col">issue</th>
            <th scope="col">option</th>
            <th scope="col">points</th>
          </tr>
        </thead>
        <tbody>
          {about.issues.flatMap(({ id, title, options }) => {
            const points = sheet.issues.find(({ issue }) => issue === id)?.points ?? {};
            const listed = options.length > MOST_ROWS ? [options[0]!, options.at(-1)!] : options;
            return listed.map((option, k) => (
              <tr key={`${id} ${option.id}`} class={k === 0 ? 'first' : ''}>
                {k === 0 ? (
                  <th scope="rowgroup" rowSpan={listed.length}>
                    {title}
                  </th>
                ) : null}
                <td>{option.label}</td>
                <td class="points">{pointsText(points[option.id] ?? 0)}</td>
              </tr>
            ));
          })}
        </tbody>
      </table>
      {sheet.adjustments.length === 0 ? null : (
        <ul>
          {sheet.adjustments.map(({ when, add }, k) => (
            <li key={k}>
              {add > 0 ? '+' : ''}
              {pointsText(add)} with {whenWords(about, when)}
            </li>
          ))}
        </ul>
      )}
      {sheet.redLines.length === 0 ? null : (
        <ul>
          {sheet.redLines.map(({ when, why }, k) => (
            <li key={k}>
              You never sign {whenWords(about, when)}: {why}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function whenWords({ issues }: CaseView, when: Sheet['redLines'][number]['when']): string {
  return when
    .map(({ issue, options }) => {
      const own = issues.find(({ id }) => id === issue);
      const labels = options.flatMap((id) => own?.options.find((option) => option.id === id)?.label ?? []);
      return `${own?.title ?? issue}: ${labels.length > 4 ? `${labels[0]} to ${labels.at(-1)}` : labels.join(' or ')}`;
    })
    .join(', with ');
}
