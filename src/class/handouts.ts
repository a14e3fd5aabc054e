/** What is handed out in the course of a class, to whom, and whose numbers it changes. */
import type { Game } from './game.ts';
import type { Handout } from './plan.ts';
import type { State } from './state.ts';
import { ranUntil } from './state.ts';

/** What was handed out so far to a role, oldest first; without a role: to anybody. */
export function handoutsFor(
  { plan }: Game,
  { handedOut }: Pick<State, 'handedOut'>,
  role?: string,
): readonly Handout[] {
  return handedOut.flatMap(({ handout }) =>
    plan.handouts.filter(
      ({ id, roles }) => id === handout && (role === undefined || roles === undefined || roles.includes(role)),
    ),
  );
}

/**
 * The stage whose numbers a role knows: that of the last handout it got that has one, else that of the plan; null for
 * the positions of the file. Without a role: the stage that the class has reached.
 */
export function stageOf(game: Game, state: Pick<State, 'handedOut'>, role?: string): string | null {
  const last = handoutsFor(game, state, role).findLast(({ stage }) => stage !== undefined);
  return last?.stage ?? game.plan.stage ?? null;
}

/** Ids of what the plan hands out by now and nobody has handed out yet. */
export function dueHandouts({ plan }: Game, { clock, handedOut }: State, now: number): readonly string[] {
  if (clock.phase !== 'running') return [];
  const minute = ranUntil(clock, now) / 60_000;
  return plan.handouts
    .filter(({ id, minute: due }) => due !== undefined && due <= minute && !handedOut.some((out) => out.handout === id))
    .map(({ id }) => id);
}
