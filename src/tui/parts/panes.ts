/** The keys that go from one pane of a screen to the next, in a circle. */
import type { Context } from '../model/context.ts';
import type { Command, Step } from '../model/screen.ts';
import { around } from './moving.ts';

export interface PaneChoice<P extends string, S> {
  /** What the panes are, for the help: "deals, drafts, changes". */
  readonly names: string;
  /** In the footer. */
  readonly order: number;
  /** Those that can have the focus now. */
  readonly panes: (context: Context, state: S) => readonly P[];
}

/** Tab goes on, shift+tab back; from a pane that cannot have the focus as from the first. */
export function paneCommands<P extends string, S extends { readonly pane: P }>({
  names,
  order,
  panes,
}: PaneChoice<P, S>): Command<S>[] {
  const go =
    (by: 1 | -1) =>
    (context: Context, state: S): Step<S> => {
      const all = panes(context, state);
      const pane = all[around(Math.max(0, all.indexOf(state.pane)), by, all.length)] ?? state.pane;
      return { state: { ...state, pane } };
    };
  return [
    { id: 'pane', label: `go to the next pane: ${names}`, keys: ['tab'], hint: { text: 'pane', order }, run: go(1) },
    { id: 'pane-back', label: 'go to the pane before', keys: ['shift+tab'], run: go(-1) },
  ];
}
