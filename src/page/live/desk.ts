/**
 * The page's side of its workers: one for what has to be there at once, one for what takes longer, which is given up
 * with the next change.
 */
import type { SingleEdit } from '../../scenario/edit/edit.ts';
import type { PageAnswer } from '../content.ts';
import type { Asked, Told } from './messages.ts';

/** Who waits for the answer to some edits: at once without counts, and whole a moment later. */
interface Look {
  readonly edits: readonly SingleEdit[];
  readonly onAnswer: (answer: PageAnswer) => void;
  readonly onFault: (message: string) => void;
  isWhole: boolean;
}

/** A pause before the long work begins. */
const PAUSE_MS = 250;

export class Desk {
  readonly #startWorker: () => Worker;
  readonly #carried: string;
  readonly #quick: Line;
  #thorough: Line | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest: Look | null = null;
  #isGlancing = false;

  /** `startWorker` starts a worker of the page's program; `carried` is what it begins with. */
  constructor(startWorker: () => Worker, carried: string) {
    this.#startWorker = startWorker;
    this.#carried = carried;
    this.#quick = new Line(startWorker, carried);
  }

  /** Answers come one after the other, the whole one last; those of earlier edits no more. */
  look(edits: readonly SingleEdit[], onAnswer: Look['onAnswer'], onFault: Look['onFault']): void {
    this.leave();
    const look: Look = { edits, onAnswer, onFault, isWhole: false };
    this.#latest = look;
    if (!this.#isGlancing) void this.#glance(look);
    this.#timer = setTimeout(() => void this.#whole(look), PAUSE_MS);
  }

  /** Gives up what is being worked out. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#latest = null;
    this.#thorough?.close();
    this.#thorough = null;
  }

  async overlay(edits: readonly SingleEdit[], baseName: string): Promise<string> {
    const told = await this.#quick.ask({ kind: 'overlay', edits, baseName });
    if (told.kind === 'overlay') return told.text;
    throw new Error(told.kind === 'failed' ? told.message : 'no overlay came back');
  }

  /** The edits of a link that can be made; none where it holds anything else. */
  async read(text: string): Promise<readonly SingleEdit[]> {
    const told = await this.#quick.ask({ kind: 'read', text });
    return told.kind === 'changes' ? told.edits : [];
  }

  /** A glance under way may finish first, since its end is near; of those that wait only the last is asked. */
  async #glance(look: Look): Promise<void> {
    this.#isGlancing = true;
    const told = await this.#quick.ask({ kind: 'glance', edits: look.edits });
    this.#isGlancing = false;
    if (look === this.#latest && !look.isWhole) tell(look, told);
    else if (this.#latest !== null && this.#latest !== look) void this.#glance(this.#latest);
  }

  async #whole(look: Look): Promise<void> {
    this.#thorough = new Line(this.#startWorker, this.#carried);
    const told = await this.#thorough.ask({ kind: 'whole', edits: look.edits });
    if (look !== this.#latest) return;
    look.isWhole = true;
    tell(look, told);
  }
}

function tell({ onAnswer, onFault }: Look, told: Told): void {
  if (told.kind === 'answer') onAnswer(told.answer);
  if (told.kind === 'failed') onFault(told.message);
}

type Question = Exclude<Asked, { readonly kind: 'carried' }>;
type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** One worker, and who waits for which of its answers. */
class Line {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (told: Told) => void>();
  #last = 0;

  constructor(startWorker: () => Worker, carried: string) {
    this.#worker = startWorker();
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    this.#send({ kind: 'carried', text: carried });
  }

  ask(question: Unnumbered<Question>): Promise<Told> {
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ ...question, id });
    });
  }

  close(): void {
    this.#worker.terminate();
  }

  #send(asked: Asked): void {
    this.#worker.postMessage(asked);
  }
}
