/** @jsxImportSource preact */
/** The page as one file: what is said, complete without scripts; and inside it the program that makes it live. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import type { PageContent } from './content.ts';
import type { Carried } from './live/engine.ts';
import { PACKED, PAPER_WIDTH } from './paper.ts';
import { App } from './parts/app.tsx';
import { DrawingContext } from './parts/drawing.tsx';
import type { Figure } from './plots/figure.ts';
import { barsFigure } from './plots/bars.ts';
import { datesFigure } from './plots/dates.ts';
import { parallelFigure, scatterFigure } from './plots/frontier.ts';
import { sessionFigure } from './plots/session.ts';
import { tornadoFigure } from './plots/tornado.ts';
import { barsPicture } from './pictures.ts';
import type { FrontierPicture } from './pictures.ts';
import { STYLES } from './styles.ts';
import { toWire } from './wire.ts';

/** Where the two programs of a page are: what runs in its window, and in its workers. */
export interface Programs {
  readonly client: string;
  readonly worker: string;
}

/** One file that needs no other, and no network. @throws when a program is not where it should be */
export function pageHtml(content: PageContent, carried: Carried, programs: Programs): string {
  const client = readFileSync(programs.client, 'utf8').trim();
  if (/<\/script|<!--/i.test(client)) throw new Error('the program of the page would end its own element');
  const worker = readFileSync(programs.worker, 'utf8');
  const body = renderToString(
    <DrawingContext.Provider value={{ document: plainDocument(), width: PAPER_WIDTH }}>
      <App content={content} live={null} />
    </DrawingContext.Provider>,
  );
  const title = renderToString(<title>{content.answer.report.header.title}</title>);
  const parts = [
    [PACKED.content, toWire(content)],
    [PACKED.carried, toWire(carried)],
    [PACKED.program, worker],
  ] as const;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyFor(client)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    title,
    `<style>${STYLES}</style>`,
    '</head>',
    '<body>',
    `<div id="page">${body}</div>`,
    ...parts.map(([id, text]) => `<script type="text/plain" id="${id}">${packed(text)}</script>`),
    `<script>${client}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Nothing from anywhere else, no code but the page's own. */
function policyFor(client: string): string {
  const hash = createHash('sha256').update(client).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function packed(text: string): string {
  return gzipSync(text, { level: 9 }).toString('base64');
}

/** All plots of a page. */
export function figuresOf({ answer, study }: PageContent): readonly Figure[] {
  const { openings, deals } = answer.report;
  const shown = openings?.deals ?? deals;
  const frontier = answer.rest?.frontier ?? null;
  return [
    ...(shown === null ? [] : [barsFigure(barsPicture(shown))]),
    ...(frontier === null ? [] : figuresOfFrontier(frontier)),
    tornadoFigure(study.tornado),
    ...(study.dates === null ? [] : [datesFigure(study.dates.picture)]),
    ...(study.session === null || study.session.chart === null ? [] : [sessionFigure(study.session.chart)]),
  ].filter((figure) => figure !== null);
}

/** The efficient deals, through all parties and for every two of them. */
export function figuresOfFrontier(frontier: FrontierPicture): readonly Figure[] {
  return [parallelFigure(frontier, { point: null }), ...scattersOf(frontier)];
}

/** One for every two parties. */
function scattersOf(frontier: FrontierPicture): readonly Figure[] {
  const parties = [...frontier.parties.keys()];
  return parties.flatMap((a) =>
    parties.filter((b) => b > a).map((b) => scatterFigure(frontier, { point: null, pair: [a, b] })),
  );
}

/** A plot as a file of its own. */
export function svgText({ draw, alt }: Figure): string {
  const document = plainDocument();
  const svg = draw(document, PAPER_WIDTH);
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', alt);
  return `${svg.outerHTML}\n`;
}

export function plainDocument(): Document {
  return parseHTML('<!doctype html><html><body></body></html>').document;
}
