/** What can be asked for in a class, by whom, and how that is answered. `act.ts` decides. */
import { z } from 'zod';
import { STRATEGY_KINDS } from '../scenario/scenario.ts';
import type { Event, Who } from './event.ts';
import { dealText, seatPlace } from './event.ts';
import type { Worth } from './game.ts';
import { MOST_MINUTES } from './plan.ts';

const id = z.string().min(1).max(200);
const message = z.string().trim().min(1).max(2000);
const LONGEST_NOTES = 20_000;

const TABLE_ACTIONS = [
  /** A deal of null is "no deal". It binds nobody: whoever proposes accepts like the others. */
  z.object({ kind: z.literal('propose'), deal: dealText.nullable() }),
  /** One's own proposal. */
  z.object({ kind: z.literal('withdraw'), proposal: z.number().int() }),
  /** Without `sure` it is answered by a question that shows the own points; with it, it counts. */
  z.object({ kind: z.literal('accept'), proposal: z.number().int(), sure: z.boolean().default(false) }),
  /** What one has accepted, before it is signed. */
  z.object({ kind: z.literal('takeBack'), proposal: z.number().int() }),
  /** To roles of the team; null: to all of it. */
  z.object({ kind: z.literal('say'), to: z.array(id).min(1).nullable(), text: message }),
] as const;

/** What a role may do at its team's table, whether a person plays it or the program. */
export const tableAction = z.discriminatedUnion('kind', TABLE_ACTIONS);
export type TableAction = z.output<typeof tableAction>;

/** What a person may do: the same, and what belongs to the seat. */
export const seatAction = z.discriminatedUnion('kind', [
  ...TABLE_ACTIONS,
  /** The code word was used on a device, which from now on alone has the seat; `session` is a hash of what it keeps. */
  z.object({ kind: z.literal('join'), session: id }),
  z.object({ kind: z.literal('note'), text: z.string().max(LONGEST_NOTES) }),
]);
export type SeatAction = z.output<typeof seatAction>;

export const instructorAction = z.discriminatedUnion('kind', [
  /** The seats as `codes.csv` has them: new ones sit down, those who sit already stay where they are. */
  z.object({ kind: z.literal('open'), seats: z.array(seatPlace) }),
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('pause') }),
  /** After a pause; also after closing by mistake. */
  z.object({ kind: z.literal('resume') }),
  /** Negative: less. After the deadline the minutes count from now. */
  z.object({ kind: z.literal('extend'), minutes: z.number().int().min(-MOST_MINUTES).max(MOST_MINUTES) }),
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('handOut'), handout: id }),
  /** To one team; null: to everybody. */
  z.object({ kind: z.literal('announce'), team: id.nullable(), text: message }),
  z.object({ kind: z.literal('spoilers'), shown: z.boolean() }),
  z.object({ kind: z.literal('seat'), ...seatPlace.shape }),
  z.object({ kind: z.literal('absent'), seat: id, absent: z.boolean() }),
  /** Null: a person plays the role again. */
  z.object({ kind: z.literal('computer'), team: id, role: id, strategy: z.enum(STRATEGY_KINDS).nullable() }),
  /** A result from paper, or a correction of any result. */
  z.object({ kind: z.literal('enter'), team: id, deal: dealText.nullable(), minute: z.number().min(0).nullable() }),
  /** Null: it counts again. */
  z.object({ kind: z.literal('leaveOut'), team: id, reason: message.nullable() }),
]);
export type InstructorAction = z.output<typeof instructorAction>;

/** An action with who asks for it: nobody can ask for what only another may do. */
export type Asked =
  | { readonly as: 'seat'; readonly seat: string; readonly action: SeatAction }
  | { readonly as: 'computer'; readonly team: string; readonly role: string; readonly action: TableAction }
  | { readonly as: 'instructor'; readonly action: InstructorAction };

export function whoOf(asked: Asked): Who {
  switch (asked.as) {
    case 'seat':
      return { kind: 'seat', seat: asked.seat };
    case 'computer':
      return { kind: 'computer', team: asked.team, role: asked.role };
    case 'instructor':
      return { kind: 'instructor' };
  }
}

export type Outcome =
  | { readonly kind: 'done'; readonly events: readonly Event[] }
  /** Asked back before a signature: the same action with `sure` goes through. For the eyes of whoever asked. */
  | { readonly kind: 'sure'; readonly worth: Worth }
  /** In plain words for whoever asked. */
  | { readonly kind: 'refused'; readonly reason: string };

export function done(...events: readonly Event[]): Outcome {
  return { kind: 'done', events };
}

export function refused(reason: string): Outcome {
  return { kind: 'refused', reason };
}
