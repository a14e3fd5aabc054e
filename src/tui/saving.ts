/**
 * Writing a scenario as text, and reading it back: what saving and changes of what it is made of need. It loads all that
 * reads files, so the interface draws its first frames without it, and takes keys once it is there.
 */
import type { overlayText } from '../scenario/save/overlay-text.ts';
import type { applyChecked, readBackFault } from '../scenario/save/read-back.ts';
import type { editedTexts } from '../scenario/save/save.ts';
import type { scenarioTexts } from '../scenario/save/scenario-texts.ts';

export interface Saving {
  readonly applyChecked: typeof applyChecked;
  readonly readBackFault: typeof readBackFault;
  readonly editedTexts: typeof editedTexts;
  readonly overlayText: typeof overlayText;
  readonly scenarioTexts: typeof scenarioTexts;
}

let loaded: Saving | null = null;

/** To be waited for before the first key. */
export async function loadSaving(): Promise<void> {
  const [overlay, readBack, save, texts] = await Promise.all([
    import('../scenario/save/overlay-text.ts'),
    import('../scenario/save/read-back.ts'),
    import('../scenario/save/save.ts'),
    import('../scenario/save/scenario-texts.ts'),
  ]);
  loaded = { ...overlay, ...readBack, ...save, ...texts };
}

/** @throws RangeError before it is loaded */
export function saving(): Saving {
  if (loaded === null) throw new RangeError('a key came before what it needs was loaded');
  return loaded;
}
