/** Roles that the program plays, at the pace of the table: a moment after something was said, one thing at a time. */
import { randomUUID } from 'node:crypto';
import { whyClosed } from '../class/act-table.ts';
import { computerMove, usualRounds } from '../class/computer-move.ts';
import type { Team } from '../class/state.ts';
import type { Desk } from './desk.ts';

export interface Computers {
  /** Lets every role of the program that has something to say say it. */
  readonly tick: () => void;
}

/** Milliseconds: as long as a person takes to read a text. */
const THINKING = 4000;
/** Milliseconds after which it looks at a table where nobody says anything: time alone makes it give way. */
const WAITING = 15_000;

interface Look {
  readonly team: Team;
  readonly due: number;
}

export function computersOf(desk: Desk): Computers {
  const looks = new Map<string, Look>();
  const tick = (): void => {
    const { room } = desk;
    const { game } = room;
    if (whyClosed(room.state(), desk.now()) !== null) return;
    for (const { id, computer } of room.state().teams) {
      for (const [k, { role, strategy }] of computer.entries()) {
        const [state, now] = [room.state(), desk.now()];
        const team = state.teams.find((one) => one.id === id);
        if (team === undefined || team.result !== null) continue;
        const key = JSON.stringify([id, role]);
        const look = looks.get(key);
        // One after the other, as people speak.
        if (look?.team !== team)
          looks.set(key, { team, due: Math.min(look?.due ?? Infinity, now + THINKING * (k + 1)) });
        if (now < looks.get(key)!.due) continue;
        const action = computerMove({
          game,
          state,
          team,
          role,
          strategy,
          now,
          rounds: usualRounds(game.file),
          seed: id,
        });
        looks.set(key, { team, due: now + (action === null ? WAITING : THINKING) });
        if (action !== null) desk.perform({ as: 'computer', team: id, role, action }, randomUUID());
      }
    }
  };
  return { tick };
}
