/**
 * Everything that can happen in a class, as data. What has happened is the list of these, and nothing else: the state of
 * a class is its events, folded (`state.ts`). An event is never changed; what was wrong is put right by a later one.
 */
import { z } from 'zod';

const text = z.string().min(1);

/** One option id by issue id, every issue of the scenario; an issue that does not arise has `not-applicable`. */
export const dealText = z.record(z.string(), z.string());
export type DealText = z.output<typeof dealText>;

export const seatPlace = z.object({
  seat: text,
  /** Null: not at a team yet. */
  team: text.nullable(),
  /** Null: an observer. */
  role: text.nullable(),
});
export type SeatPlace = z.output<typeof seatPlace>;

export const eventSchema = z.discriminatedUnion('kind', [
  /** The record begins: the class as it was planned. */
  z.object({ kind: z.literal('opened'), scenario: text.describe('Hash of its files.'), minutes: z.number() }),
  /** The files of the scenario were changed between two openings. */
  z.object({ kind: z.literal('scenarioChanged'), scenario: text }),
  z.object({ kind: z.literal('seated'), ...seatPlace.shape }),
  /** A code word was used. `session` is a hash of what the device keeps; the latest counts. */
  z.object({ kind: z.literal('joined'), seat: text, session: text }),
  z.object({ kind: z.literal('absent'), seat: text, absent: z.boolean() }),
  /** The program plays a role by a strategy; null: a person does again. */
  z.object({ kind: z.literal('computer'), team: text, role: text, strategy: text.nullable() }),

  z.object({ kind: z.literal('started') }),
  z.object({ kind: z.literal('paused') }),
  z.object({ kind: z.literal('resumed') }),
  z.object({ kind: z.literal('extended'), minutes: z.number().describe('Negative: shortened.') }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('handedOut'), handout: text }),
  z.object({ kind: z.literal('announced'), team: text.nullable(), text }),
  /** Whether the projector may show what gives the case away. */
  z.object({ kind: z.literal('spoilers'), shown: z.boolean() }),

  /** `proposal` numbers a team's proposals from 1; a deal of null is "no deal". */
  z.object({ kind: z.literal('proposed'), team: text, role: text, proposal: z.number(), deal: dealText.nullable() }),
  z.object({ kind: z.literal('withdrawn'), team: text, role: text, proposal: z.number() }),
  /** After its second confirmation. A role accepts one text at a time: this takes back the one before. */
  z.object({ kind: z.literal('accepted'), team: text, role: text, proposal: z.number() }),
  z.object({ kind: z.literal('tookBack'), team: text, role: text, proposal: z.number() }),
  /** All whose signature is needed have accepted; `without` are those nobody waited for, because nobody played them. */
  z.object({
    kind: z.literal('signed'),
    team: text,
    proposal: z.number(),
    by: z.array(text),
    without: z.array(text),
  }),
  /** `to`: roles of the team; null: the whole team. */
  z.object({ kind: z.literal('said'), team: text, role: text, to: z.array(text).nullable(), text }),
  /** A person's own notes, the whole of them. */
  z.object({ kind: z.literal('noted'), seat: text, text: z.string() }),

  /** A result from paper, or a correction; a deal of null is "no deal". */
  z.object({ kind: z.literal('entered'), team: text, deal: dealText.nullable(), minute: z.number().nullable() }),
  /** A team that tables and exports leave out, and why; null: it counts again. */
  z.object({ kind: z.literal('leftOut'), team: text, reason: text.nullable() }),
]);

export type Event = z.output<typeof eventSchema>;

/** Who did it: a person at a seat, the program in place of one, or the instructor. */
export const whoSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('seat'), seat: text }),
  z.object({ kind: z.literal('computer'), team: text, role: text }),
  z.object({ kind: z.literal('instructor') }),
]);
export type Who = z.output<typeof whoSchema>;

/** An event as it stands in the record. */
export interface Entry {
  /** From 1, without gaps. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly who: Who;
  readonly event: Event;
}
