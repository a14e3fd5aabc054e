/** The worker of a page: one engine, asked by messages. */
import { z } from 'zod';
import { scenarioEditSchema } from '../../scenario/format/schema-edit.ts';
import type { SingleEdit } from '../../scenario/edit/edit.ts';
import { revive } from '../wire.ts';
import type { Carried } from './engine.ts';
import { PageEngine } from './engine.ts';
import type { Asked, Told } from './messages.ts';

// The page forbids code made from texts, which zod would try for speed.
z.config({ jitless: true });

const MOST_EDITS = 10_000;
const editsSchema = z.array(scenarioEditSchema).max(MOST_EDITS);

let engine: PageEngine | null = null;

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.kind === 'carried') {
    const carried: Carried = JSON.parse(data.text, revive);
    engine = new PageEngine(carried);
  } else if (engine !== null) {
    void tellAnswer(engine, data);
  }
});

async function answer(asked: PageEngine, data: Exclude<Asked, { readonly kind: 'carried' }>): Promise<Told> {
  const { id } = data;
  try {
    switch (data.kind) {
      case 'glance':
        return { kind: 'answer', id, answer: asked.glance(data.edits) };
      case 'whole':
        return { kind: 'answer', id, answer: await asked.whole(data.edits) };
      case 'overlay':
        return { kind: 'overlay', id, text: asked.overlay(data.edits, data.baseName) };
      case 'read':
        return { kind: 'changes', id, edits: asked.possible(read(data.text)) };
    }
  } catch (error) {
    return { kind: 'failed', id, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Nothing where the text holds anything but edits. */
function read(text: string): readonly SingleEdit[] {
  const found = editsSchema.safeParse(JSON.parse(text));
  if (!found.success) return [];
  return found.data.flatMap((edit) => (edit.kind === 'several' ? edit.edits : [edit]));
}

async function tellAnswer(asked: PageEngine, data: Exclude<Asked, { readonly kind: 'carried' }>): Promise<void> {
  self.postMessage(await answer(asked, data));
}
