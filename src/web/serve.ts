/** A class on a port of this machine: the routes, what they serve, and the clock that runs beside them. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { renderSVG } from 'uqr';
import type { Classroom } from '../class/classroom.ts';
import { briefHtml } from '../class/public-brief.ts';
import { appFor } from './app.ts';
import type { Asset, House } from './app.ts';
import { computersOf } from './computers.ts';
import { deskOf } from './desk.ts';
import { doorWith } from './door.ts';
import { newHub } from './hub.ts';
import { newLimits } from './limits.ts';
import { PAGES } from './pages/shell.tsx';
import { SCRIPTS } from './paper.ts';
import { issuesOf } from './sheet-of.ts';

export interface Opening {
  readonly room: Classroom;
  /** Code word by seat. */
  readonly codes: Readonly<Record<string, string>>;
  /** The instructor's key. */
  readonly key: string;
  /** What everybody knows, as Markdown; null: the summary of the scenario stands in its place. */
  readonly publicBrief: string | null;
  /** 0: any that is free. */
  readonly port: number;
  /** Other machines can come in as well. */
  readonly share: boolean;
  /** Says what went wrong to whoever runs the server. */
  readonly tell: (words: string) => void;
  /** Where the scripts of the pages are. */
  readonly programs: string;
}

export interface Served {
  /** What people type to come to the room. */
  readonly address: string;
  readonly port: number;
  /** Ends every line and closes the record. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds between two looks at the clock. */
const TICK = 500;
/** Milliseconds; whoever sends more slowly is cut off, so that nobody keeps lines open for nothing. */
const SLOWEST_REQUEST = 20_000;

/** @throws the error of the system where the port cannot be had */
export async function serveClass(opening: Opening): Promise<Served> {
  const { room, share, codes, key } = opening;
  const server = createServer({ requestTimeout: SLOWEST_REQUEST, headersTimeout: SLOWEST_REQUEST });
  const port = await listening(server, opening.port, share ? '0.0.0.0' : '127.0.0.1');
  const address = `http://${share ? ownAddress() : 'localhost'}:${port}/`;
  const hub = newHub();
  const desk = deskOf(room, hub);
  const house: House = {
    desk,
    codes,
    address,
    door: doorWith(codes, key),
    limits: newLimits(),
    about: aboutOf(room, opening.publicBrief),
    hosts: share ? null : ['localhost', '127.0.0.1', '[::1]'],
    from: addressOf,
    pages: PAGES,
    asset: assetsIn(opening.programs, address),
  };
  const listener = getRequestListener(appFor(house).fetch);
  server.on('request', (request, response) => void listener(request, response));
  const computers = computersOf(desk);
  const timer = setInterval(() => {
    try {
      desk.tick();
      computers.tick();
    } catch (error) {
      // A disk that is full, say: the class goes on, and the next tick tries again.
      opening.tell(error instanceof Error ? error.message : String(error));
    }
  }, TICK);
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    hub.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    room.close();
  };
  return { address, port, stop };
}

export function aboutOf({ game }: Classroom, publicBrief: string | null): House['about'] {
  const { file, plan } = game;
  const markdown = publicBrief ?? file.summary ?? '';
  return { title: plan.title ?? file.title, publicBrief: briefHtml(markdown), issues: issuesOf(game), talk: plan.talk };
}

async function listening(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : port;
}

/** How other machines on the same network call this one. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? 'localhost';
}

function addressOf(c: Context): string {
  return getConnInfo(c).remote.address ?? '';
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="1" y="8" width="4" height="7" fill="#14538f"/><rect x="6" y="4" width="4" height="11" fill="#14538f"/><rect x="11" y="1" width="4" height="14" fill="#14538f"/></svg>';

/** Read once: pages load nothing else, and nothing from elsewhere. */
function assetsIn(folder: string, address: string): House['asset'] {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const known = new Map<string, Asset>([
    ['class.css', { type: 'text/css; charset=utf-8', text: read('class.css') }],
    ['icon.svg', { type: 'image/svg+xml', text: ICON }],
    ['qr.svg', { type: 'image/svg+xml', text: renderSVG(address) }],
  ]);
  for (const name of SCRIPTS) {
    known.set(`${name}.js`, { type: 'text/javascript; charset=utf-8', text: read(`${name}.js`) });
  }
  return (name) => known.get(name) ?? null;
}
