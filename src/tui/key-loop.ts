/** A full-screen program that is a state, what a key does to it, and its picture: keys in, frames out. */
import type { Line } from './draw/line.ts';
import type { Entered } from './enter.ts';
import type { Area } from './model/screen.ts';
import type { Key } from './terminal/keys.ts';
import { mountFrames } from './terminal/mount.tsx';

export interface KeyLoop<State> {
  readonly start: State;
  readonly press: (state: State, key: Key) => State;
  readonly picture: (state: State, size: Area) => readonly Line[];
}

/** Ends when the person leaves, with the last state. Whoever entered the terminal gives it back. */
export async function keyLoop<State extends { readonly isLeft: boolean }>(
  { terminal, attach }: Entered,
  { start, press, picture }: KeyLoop<State>,
): Promise<State> {
  let state = start;
  let leave = (): void => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const frames = await mountFrames(terminal);
  const draw = (): void => {
    const { columns, rows } = terminal.size();
    frames.draw(picture(state, { width: columns, height: rows }));
  };
  // What was typed before the first picture was seen means nothing.
  attach({
    key: (key) => {
      state = press(state, key);
      draw();
      if (state.isLeft) leave();
    },
    resize: draw,
    beforeDeath: () => undefined,
  });
  draw();
  await left;
  frames.unmount();
  return state;
}
