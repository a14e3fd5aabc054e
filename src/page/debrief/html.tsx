/** @jsxImportSource preact */
/**
 * A debrief as one page for the projector: every step is closed until it is opened, so that nothing is given away before
 * its time. No script, nothing from elsewhere; on paper all of it is open.
 */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { DebriefCase } from '../../questions/debrief/case.ts';
import { findingsOf } from '../../questions/debrief/findings.ts';
import { sectionsOf } from '../../questions/debrief/view.ts';
import { headline, overview } from '../../questions/debrief/words.ts';
import type { SheetSection } from '../../report/view/sheet.ts';
import { sheetOf } from '../../class/sheet.ts';
import type { Sheet } from '../../class/sheet.ts';
import { figuresOfFrontier, plainDocument } from '../html.tsx';
import { PAPER_WIDTH } from '../paper.ts';
import { DrawingContext, Plotted } from '../parts/drawing.tsx';
import { frontierPicture } from '../pictures.ts';
import { STYLES } from '../styles.ts';
import { DEBRIEF_STYLES } from './styles.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** One file that needs no other. */
export function debriefHtml(of: DebriefCase): string {
  const { game } = of;
  const title = game.plan.title ?? game.file.title;
  const found = findingsOf(of);
  const [day] = of.days;
  const sheets = game.roles.map((role) => sheetOf(game, of.frontier.scenario.stage ?? day?.stage ?? null, role));
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`Debrief: ${title}`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLES + DEBRIEF_STYLES }} />
      </head>
      <body>
        <DrawingContext.Provider value={{ document: plainDocument(), width: PAPER_WIDTH }}>
          <div class="page">
            <main>
              <h1>{title}</h1>
              <p class="quiet">Open one step after the other; what is closed gives nothing away.</p>
              <Step title="How it ended">
                <p class="verdict">{headline(found)}</p>
                {overview(found).map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </Step>
              {sectionsOf(of, found).map((section) => (
                <Step key={section.title} title={section.title}>
                  <Table section={section} />
                </Step>
              ))}
              <Step title="Results and the efficient deals">
                <Frontier of={of} />
              </Step>
              <Step title="The score sheets of all sides">
                {sheets.map((sheet) => (
                  <Scores key={sheet.role} sheet={sheet} />
                ))}
              </Step>
              {of.warnings.map((warning) => (
                <p key={warning} class="quiet">
                  {warning}
                </p>
              ))}
            </main>
          </div>
        </DrawingContext.Provider>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

function Step({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <details class="step">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Table({ section: { title, intro, columns, rows, notes } }: { readonly section: SheetSection }) {
  return (
    <>
      <p class="quiet">{intro}</p>
      <div class="scrolled" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map(({ heading, kind }, k) => (
                <th key={k} scope="col" class={kind === 'figure' ? 'figure' : undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells }, k) => (
              <tr key={k}>
                {cells.map((cell, n) => (
                  <td key={n} class={columns[n]?.kind === 'figure' ? 'figure' : undefined}>
                    {typeof cell === 'string' ? cell : ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
    </>
  );
}

function Frontier({ of }: { readonly of: DebriefCase }) {
  const picture = frontierPicture(of.frontier);
  if (picture === null) return <p>No efficient deal is known.</p>;
  return (
    <>
      <p>{picture.headline} Teams stand beside them by their names.</p>
      {figuresOfFrontier(picture).map((figure) => (
        <Plotted key={figure.name} figure={figure} />
      ))}
    </>
  );
}

function Scores({ sheet: { name, issues, noDeal, least } }: { readonly sheet: Sheet }) {
  return (
    <>
      <h2>{name}</h2>
      <p>
        Without a deal {noDeal.written}, least {least.written}.
      </p>
      <dl>
        {issues.map(({ id, title, options }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{options.map(({ label, written }) => `${label}: ${written}`).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
