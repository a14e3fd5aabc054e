/** @jsxImportSource preact */
/** Pages as the server writes them: complete without scripts as far as they go, and their data for the script that goes on. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Pages } from '../app.ts';
import { DATA, ROOT } from '../paper.ts';
import type { Script } from '../paper.ts';
import { Instructor } from './instructor.tsx';
import { Login } from './login.tsx';
import { Projector } from './projector.tsx';
import { Room } from './room.tsx';

/** Everything in a page comes from the server itself: see the policy in `app.ts`. */
export const PAGES: Pages = {
  login: (about) => shell(about.title, null, null, <Login {...about} />),
  seat: (about, view) =>
    shell(about.title, 'room', { about, view }, <Room about={about} view={view} trouble={null} send={null} />),
  instructor: (about, view) =>
    shell(
      `Instructor: ${about.title}`,
      'instructor',
      { about, view },
      <Instructor about={about} view={view} trouble={null} send={null} />,
    ),
  projector: (about, view) =>
    shell(about.title, 'projector', { about, view }, <Projector title={about.title} view={view} trouble={null} />),
};

function shell(title: string, script: Script | null, data: unknown, body: VNode): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    renderToString(<title>{title}</title>),
    '<link rel="stylesheet" href="/assets/class.css">',
    '<link rel="icon" href="/assets/icon.svg">',
    ...(script === null
      ? []
      : [
          // Data, not a script: nothing of it runs, and no text in it can end it.
          `<script type="application/json" id="${DATA}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
          `<script type="module" src="/assets/${script}.js"></script>`,
        ]),
    '</head>',
    '<body>',
    `<div id="${ROOT}">${renderToString(body)}</div>`,
    script === null ? '' : '<noscript><p class="trouble">This page needs JavaScript to go on.</p></noscript>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
