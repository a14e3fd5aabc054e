/** Reads the record of an editing session. */
import { z } from 'zod';
import { formatPath } from '../finding.ts';
import { message } from '../format/messages.ts';
import { scenarioEditSchema } from '../format/schema-edit.ts';
import type { Session } from './session.ts';
import { SESSION_VERSION } from './session.ts';

const MOST_CHARACTERS = 8 * 1024 * 1024;

const sessionSchema = z.strictObject({
  session: z.literal(SESSION_VERSION),
  scenario: z.string().min(1),
  baseHash: z.string().min(1),
  when: z.string().min(1),
  edits: z.array(scenarioEditSchema),
  undone: z.array(scenarioEditSchema),
});

/** The record in a text, or what is wrong with it. Never throws. */
export function parseSession(
  text: string,
): { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly message: string } {
  const wrong = (what: string) => ({ ok: false as const, message: `this is no record of a session: ${what}` });
  if (text.length > MOST_CHARACTERS) return wrong('it is far longer than any session');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return wrong('it is not JSON, or it was cut short');
  }
  const result = sessionSchema.safeParse(data, { error: message, reportInput: true });
  const issue = result.error?.issues[0];
  if (issue !== undefined) {
    const place = formatPath(issue.path.map((step) => (typeof step === 'number' ? step : String(step))));
    return wrong(`${place === '' ? '' : `${place}: `}${issue.message}`);
  }
  if (!result.success) return wrong('it cannot be read');
  const { session: _, ...session } = result.data;
  return { ok: true, session };
}
