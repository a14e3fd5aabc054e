/** @jsxImportSource preact */
/** The first screen: what is asked, the verdict, and the picture that shows it. */
import type { PageAnswer, PageContent } from '../content.ts';
import { barsPicture } from '../pictures.ts';
import { barsFigure } from '../plots/bars.ts';
import type { OpeningsView } from '../../report/view/openings.ts';
import { Plotted } from './drawing.tsx';

/** How far the answer to what was turned is: what stands there is of before, has no counts yet, or is whole. */
export type Work = 'glancing' | 'counting' | 'done';

export interface AnswerProps {
  readonly answer: PageAnswer;
  readonly work: Work;
  readonly summary: string | null;
  readonly own: PageContent['own'];
  /** What follows where all numbers are drawn from their ranges; null where that was not asked of these numbers. */
  readonly drawn: string | null;
  /** Sets red lines aside, as party.redline; null where nothing can be turned. */
  readonly suppose: ((lines: readonly string[]) => void) | null;
}

/** One party alone makes no deal. */
const OWN_HEADLINES: Readonly<Record<string, string>> = {
  true: 'What it would sign',
  false: 'Nothing that it would sign',
  null: 'Not decided.',
};

const WORKING = {
  glancing: 'Working it out ...',
  counting: 'Counting, and looking for the efficient deals ...',
} as const;

export function Answer({ answer, work, summary, own, drawn, suppose }: AnswerProps) {
  const { header, verdict, deals, openings } = answer.report;
  const shown = openings?.deals ?? deals;
  return (
    <header>
      <h1>{header.title}</h1>
      <p class="quiet">{header.facts.join(' · ')}</p>
      {own !== null && (
        <p class="old">
          {`The own briefing of ${own.name}: its numbers alone. What the others would sign is not known here, so a deal below is one that ${own.name} would sign.`}
        </p>
      )}
      {summary !== null && <p>{summary}</p>}
      {own?.brief?.split('\n\n').map((text, k) => (
        <p key={k}>{text}</p>
      ))}
      {header.assumptions.map((text, k) => (
        <p key={k} class="old">
          {text}
        </p>
      ))}
      {verdict.asked !== null && <p>{verdict.asked}</p>}
      <div aria-live="polite" id="verdict" class={work === 'glancing' ? 'before' : ''}>
        <p class={`verdict ${verdict.possible === true ? 'yes' : verdict.possible === false ? 'no' : ''}`}>
          {own === null ? verdict.headline : OWN_HEADLINES[String(verdict.possible)]}
        </p>
        <p>{verdict.sentences.join(' ')}</p>
      </div>
      {drawn !== null && (
        <p>
          The numbers and red lines are judgements. <a href="#draws">Drawn from their ranges</a>: {drawn}
        </p>
      )}
      {work !== 'done' && <p class="quiet">{WORKING[work]}</p>}
      {openings !== null && <Openings view={openings} suppose={suppose} />}
      {shown !== null && (
        <div class="list">
          {openings === null && <h2>{own === null ? shown.title : 'The best it could hope for'}</h2>}
          <Plotted figure={barsFigure(barsPicture(shown))} />
          <p class="quiet">{shown.intro}</p>
          <p class="quiet">
            {shown.columns.flatMap(({ letter, remarks }) => remarks.map((remark) => `${letter}: ${remark}.`)).join(' ')}
          </p>
        </div>
      )}
      {verdict.coalitions.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">signers</th>
              <th scope="col">deals</th>
            </tr>
          </thead>
          <tbody>
            {verdict.coalitions.map(({ parties, deals: count, shown: isShown }, k) => (
              <tr key={k}>
                <td>{isShown ? <b>{parties}</b> : parties}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </header>
  );
}

function Openings({ view, suppose }: { readonly view: OpeningsView } & Pick<AnswerProps, 'suppose'>) {
  return (
    <div class="list">
      <h2>{view.title}</h2>
      <p class="quiet">{view.intro}</p>
      <ol class="letters">
        {view.ways.map(({ letter, text, lines, command }) => (
          <li key={letter}>
            <b>{letter}</b> {text}
            {command !== null && <code>{command}</code>}
            {lines !== null && suppose !== null && (
              <button type="button" onClick={() => suppose(lines)}>
                Suppose {letter}
              </button>
            )}
          </li>
        ))}
      </ol>
      {view.newOptions.length > 0 && (
        <ul>
          {view.newOptions.map((text, k) => (
            <li key={k}>{text}</li>
          ))}
        </ul>
      )}
      {view.notes.map((note, k) => (
        <p key={k} class="quiet">
          {note}
        </p>
      ))}
    </div>
  );
}
