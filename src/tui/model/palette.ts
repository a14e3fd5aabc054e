/** The command palette: every command that can be given here, narrowed by what is typed. */
import type { Key } from '../terminal/keys.ts';
import { namedKey } from '../terminal/keys.ts';
import type { GlobalCommand, Scene } from './global-commands.ts';
import { GLOBAL_COMMANDS } from './global-commands.ts';
import { screenOf } from './model.ts';
import type { Offer } from './mounted.ts';
import type { Turn } from './turn.ts';
import { follow, say, turn } from './turn.ts';

export type Entry =
  | { readonly kind: 'screen'; readonly offer: Offer; readonly unavailable: string | null }
  | { readonly kind: 'global'; readonly offer: GlobalCommand; readonly unavailable: string | null };

const ENTER: Key = namedKey('enter');

/** The commands of the screen first, then those of every screen. */
export function entriesOf(scene: Scene): readonly Entry[] {
  const { model, context } = scene;
  return [
    ...screenOf(model)
      .offers(context)
      .map((offer): Entry => ({ kind: 'screen', offer, unavailable: offer.unavailable })),
    ...GLOBAL_COMMANDS.map((offer): Entry => ({
      kind: 'global',
      offer,
      unavailable: offer.unavailable?.(scene) ?? null,
    })),
  ];
}

/** Those whose label has the typed letters in order; labels that have them together come first. */
export function found(scene: Scene, typed: string): readonly Entry[] {
  const wanted = typed.trim().toLowerCase();
  const entries = entriesOf(scene);
  if (wanted === '') return entries;
  const together = ({ offer }: Entry): boolean => offer.label.toLowerCase().includes(wanted);
  const inOrder = ({ offer }: Entry): boolean => {
    let at = 0;
    for (const letter of offer.label.toLowerCase()) if (letter === wanted[at]) at++;
    return at === wanted.length;
  };
  return [...entries.filter(together), ...entries.filter((entry) => !together(entry) && inOrder(entry))];
}

export function runEntry(scene: Scene, entry: Entry): Turn {
  const { model, context, subjectOf } = scene;
  if (entry.unavailable !== null) return turn(say(model, entry.unavailable, 'warn'));
  if (entry.kind === 'global') return entry.offer.run(scene, ENTER);
  return follow(model, entry.offer.run(ENTER), context, subjectOf);
}
