/** Opening a deal on the deal screen, from whichever screen it is under the cursor. */
import type { Context, ShownDeal } from '../model/context.ts';
import type { Command, Effect } from '../model/screen.ts';

export interface Showing<S> {
  readonly keys: readonly string[];
  /** "show the deal under the cursor". */
  readonly label: string;
  /** In the footer. */
  readonly order: number;
  /** Null where there is none. */
  readonly dealOf: (context: Context, state: S) => ShownDeal | null;
  /** Why there is none. */
  readonly missing: (context: Context, state: S) => string;
}

/** The command that opens the deal clause by clause. */
export function showCommand<S>({ keys, label, order, dealOf, missing }: Showing<S>): Command<S> {
  return {
    id: 'show',
    label,
    keys,
    hint: { text: 'show deal', order },
    unavailable: (context, state) => (dealOf(context, state) === null ? missing(context, state) : null),
    run: (context, state) => {
      const shown = dealOf(context, state);
      return shown === null ? {} : { effects: openDeal(shown) };
    },
  };
}

/** The deal screen with this deal on it. */
export function openDeal(shown: ShownDeal): readonly Effect[] {
  return [
    { kind: 'show', shown },
    { kind: 'go', screen: 'deal' },
  ];
}
