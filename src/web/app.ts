/**
 * The routes of a class. A person at a seat can ask for what the own seat sees and act for it; the instructor for what
 * the instructor's page shows; nobody for anything else. Who asks is decided by the cookie alone, never by what is sent.
 */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { getCookie, setCookie, deleteCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { instructorAction, seatAction } from '../class/action.ts';
import type { Outcome } from '../class/action.ts';
import { seatOf } from '../class/state.ts';
import type { Desk } from './desk.ts';
import type { Door, Visitor } from './door.ts';
import { newSession, visitorWith } from './door.ts';
import { instructorView, projectorView } from './instructor-view.ts';
import type { Limits } from './limits.ts';
import { seatView } from './seat-view.ts';
import { MOST_STREAMS, streamTo } from './stream.ts';
import type { Answered, CaseView, InstructorView, ProjectorView, SeatView } from './wire.ts';
import { body, isAtHome, isFromElsewhere, limitTo, typed, wait } from './request.ts';

/** What a class is served with. */
export interface House {
  readonly desk: Desk;
  readonly door: Door;
  readonly limits: Limits;
  readonly about: CaseView;
  /** Code word by seat. */
  readonly codes: Readonly<Record<string, string>>;
  /** What people type to come to the room. */
  readonly address: string;
  /** Names of hosts under which it answers; null: any. */
  readonly hosts: readonly string[] | null;
  /** Address of whoever asks. */
  readonly from: (c: Context) => string;
  /** Pages as HTML. */
  readonly pages: Pages;
  /** A script or style by its name; null: there is none. */
  readonly asset: (name: string) => Asset | null;
}

export interface Asset {
  readonly text: string;
  /** As the header says it. */
  readonly type: string;
}

export interface Pages {
  readonly login: (about: {
    readonly title: string;
    readonly what: 'seat' | 'instructor';
    readonly message: string | null;
  }) => string;
  readonly seat: (about: CaseView, view: SeatView) => string;
  readonly instructor: (about: CaseView, view: InstructorView) => string;
  readonly projector: (about: { readonly title: string }, view: ProjectorView) => string;
}

const ID = z.string().min(8).max(64);
/** Coming in goes through the door, which draws the session itself; a class is opened by the command. */
const asSeat = z.object({ id: ID, action: seatAction }).refine(({ action }) => action.kind !== 'join');
const asInstructor = z.object({ id: ID, action: instructorAction }).refine(({ action }) => action.kind !== 'open');

const MOST_LOGIN = 2_000;
const MOST_ACTION = 100_000;
const DAYS = 30;

const TAKEN = 'Your code word was used on another device since. Type it again to go on here.';
const WRONG = 'Nobody has this code word. Check it for typing mistakes.';
const TOO_MANY = 'Too many wrong code words came from here. Wait a minute, then try again.';

export function appFor(house: House): Hono {
  const { desk, door, limits, about, pages } = house;
  const { room, hub } = desk;
  const app = new Hono();
  const visitor = (c: Context): Visitor => visitorWith(getCookie(c, SEAT), room.state(), desk.sessions);
  const isInstructor = (c: Context): boolean => door.hasPass(getCookie(c, KEY));
  const around = () => ({ codes: house.codes, here: hub.here() });
  const viewOf = (seat: string): SeatView => seatView(room.game, room.state(), seat, desk.now());
  const overview = (): InstructorView => instructorView(room.game, room.state(), around(), desk.now());
  const projection = (): ProjectorView => projectorView(room.game, room.state(), around(), house.address, desk.now());

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: false,
      xFrameOptions: 'DENY',
    }),
  );
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    if (!isAtHome(c, house.hosts)) return c.text('This is not the address of the class.', 421);
    if (!(await limits.mayAsk(house.from(c)))) return c.text('Too many requests. Wait a little.', 429, wait(10));
    if (c.req.method === 'POST' && isFromElsewhere(c)) return c.text('Only pages of this class may send that.', 403);
    return next();
  });

  app.get('/assets/:name', (c) => {
    const asset = house.asset(c.req.param('name'));
    if (asset === null) return c.notFound();
    return c.body(asset.text, 200, { 'Content-Type': asset.type, 'Cache-Control': 'no-cache' });
  });

  app.get('/', (c) => {
    const who = visitor(c);
    if (who.kind === 'seat') return c.html(pages.seat(about, viewOf(who.seat)));
    const message = who.kind === 'taken' ? TAKEN : null;
    return c.html(pages.login({ title: about.title, what: 'seat', message }));
  });

  app.post('/join', limitTo(MOST_LOGIN), async (c) => {
    const refuse = (message: string, status: 401 | 429) =>
      c.html(pages.login({ title: about.title, what: 'seat', message }), status);
    if (!(await limits.mayTry(house.from(c)))) return refuse(TOO_MANY, 429);
    const seat = door.seatOf(await typed(c));
    if (seat === null || seatOf(room.state(), seat) === null) {
      await limits.wrong(house.from(c));
      return refuse(WRONG, 401);
    }
    const { token, session } = newSession();
    const outcome = await desk.performSoon({ as: 'seat', seat, action: { kind: 'join', session } }, randomUUID());
    if (outcome.kind !== 'done') return refuse(outcome.kind === 'refused' ? outcome.reason : WRONG, 401);
    setCookie(c, SEAT, token, COOKIE);
    return c.redirect('/', 303);
  });

  app.post('/leave', (c) => {
    deleteCookie(c, SEAT, COOKIE);
    return c.redirect('/', 303);
  });

  app.get('/view', (c) => {
    const who = visitor(c);
    return who.kind === 'seat' ? c.json(viewOf(who.seat)) : c.json<Answered>({ kind: who.kind }, 401);
  });

  app.get('/live', (c) => {
    const who = visitor(c);
    if (who.kind !== 'seat') return c.json<Answered>({ kind: who.kind }, 401);
    if (hub.streamsOf(who.seat) >= MOST_STREAMS) return c.text('Too many pages are open.', 429, wait(5));
    return streamTo(c, hub, who, () => viewOf(who.seat));
  });

  app.post('/act', limitTo(MOST_ACTION), async (c) => {
    const who = visitor(c);
    if (who.kind !== 'seat') return c.json<Answered>({ kind: who.kind }, 401);
    if (!(await limits.mayAct(`seat ${who.seat}`))) return c.text('Too many actions. Wait a little.', 429, wait(5));
    const asked = asSeat.safeParse(await body(c));
    if (!asked.success) return c.text('This is no action of a seat.', 400);
    const { id, action } = asked.data;
    // Reading the body took a moment, in which the code word may have been used elsewhere.
    if (visitor(c).kind !== 'seat') return c.json<Answered>({ kind: 'taken' }, 401);
    return answer(c, await desk.performSoon({ as: 'seat', seat: who.seat, action }, id));
  });

  app.get('/instructor', (c) =>
    isInstructor(c)
      ? c.html(pages.instructor(about, overview()))
      : c.html(pages.login({ title: about.title, what: 'instructor', message: null })),
  );

  app.post('/instructor/join', limitTo(MOST_LOGIN), async (c) => {
    const refuse = (message: string, status: 401 | 429) =>
      c.html(pages.login({ title: about.title, what: 'instructor', message }), status);
    if (!(await limits.mayTry(house.from(c)))) return refuse(TOO_MANY, 429);
    if (!door.isKey(await typed(c))) {
      await limits.wrong(house.from(c));
      return refuse('This is not the key that the terminal shows.', 401);
    }
    setCookie(c, KEY, door.pass, COOKIE);
    return c.redirect('/instructor', 303);
  });

  app.get('/instructor/view', (c) =>
    isInstructor(c) ? c.json(overview()) : c.json<Answered>({ kind: 'stranger' }, 401),
  );

  app.get('/instructor/live', (c) => {
    if (!isInstructor(c)) return c.json<Answered>({ kind: 'stranger' }, 401);
    return streamTo(c, hub, { kind: 'instructor' }, overview);
  });

  app.post('/instructor/act', limitTo(MOST_ACTION), async (c) => {
    if (!isInstructor(c)) return c.json<Answered>({ kind: 'stranger' }, 401);
    if (!(await limits.mayAct('instructor'))) return c.text('Too many actions. Wait a little.', 429, wait(5));
    const asked = asInstructor.safeParse(await body(c));
    if (!asked.success) return c.text('This is no action of an instructor.', 400);
    const { id, action } = asked.data;
    return answer(c, await desk.performSoon({ as: 'instructor', action }, id));
  });

  app.get('/projector', (c) =>
    isInstructor(c) ? c.html(pages.projector({ title: about.title }, projection())) : c.redirect('/instructor', 303),
  );

  app.get('/projector/live', (c) => {
    if (!isInstructor(c)) return c.json<Answered>({ kind: 'stranger' }, 401);
    return streamTo(c, hub, { kind: 'projector' }, projection);
  });

  app.notFound((c) => c.text('There is nothing at this address. The room is at /', 404));
  app.onError((_, c) => c.text('Something went wrong here. What was done before is kept; try again.', 500));
  return app;
}

const SEAT = 'winset-seat';
const KEY = 'winset-instructor';
const COOKIE = { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: DAYS * 24 * 60 * 60 } as const;

function answer(c: Context, outcome: Outcome): Response {
  if (outcome.kind === 'done') return c.json<Answered>({ kind: 'done' });
  return c.json<Answered>(outcome, outcome.kind === 'refused' ? 409 : 200);
}
