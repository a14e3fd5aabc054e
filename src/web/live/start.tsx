/** @jsxImportSource preact */
/** Takes over what the server wrote as text. */
import { hydrate } from 'preact';
import type { ComponentType } from 'preact';
import { DATA, ROOT } from '../paper.ts';

export function start<D extends object>(Page: ComponentType<D>): void {
  const root = document.querySelector(`#${ROOT}`);
  const text = document.querySelector(`#${DATA}`)?.textContent;
  if (root === null || text === undefined || text === null) return;
  const data: D = JSON.parse(text);
  hydrate(<Page {...data} />, root);
  document.documentElement.classList.add('live');
}
