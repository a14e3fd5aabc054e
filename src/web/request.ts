/** What a request is asked before anything else: where it comes from, how long it is, and what was typed or sent. */
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ASKED_BY_PAGE } from './wire.ts';

export function wait(seconds: number): Record<string, string> {
  return { 'Retry-After': String(seconds) };
}

export function limitTo(maxSize: number) {
  return bodyLimit({ maxSize, onError: (c) => c.text('That is too long.', 413) });
}

/** The code word or key of a form; empty where there is none. */
export async function typed(c: Context): Promise<string> {
  try {
    const { code } = await c.req.parseBody();
    return typeof code === 'string' ? code.slice(0, 200) : '';
  } catch {
    return '';
  }
}

/** What was sent as JSON; null where it is none. */
export async function body(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return null;
  }
}

export function isAtHome(c: Context, hosts: readonly string[] | null): boolean {
  return hosts === null || hosts.includes(nameOf(`http://${c.req.header('host') ?? ''}`));
}

/** Browsers say where a form or a script that sends something comes from; a page of ours says so itself as well. */
export function isFromElsewhere(c: Context): boolean {
  const [origin, host, site] = ['origin', 'host', 'sec-fetch-site'].map((name) => c.req.header(name));
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin !== undefined && hostOf(origin) !== host) return true;
  return c.req.path.endsWith('/act') && c.req.header(ASKED_BY_PAGE) === undefined;
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}

function nameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
