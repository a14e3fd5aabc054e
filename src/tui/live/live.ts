/**
 * Keeps the answers that the screens ask for up to date: the glance at each change, the rest once the person pauses.
 * What a newer question replaces is given up; answers of earlier scenarios stay known, so undoing costs nothing.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Progress } from '../../questions/crew.ts';
import type { Pool } from '../../jobs/pool.ts';
import type { OpenBeside } from './ask.ts';
import { ASK } from './ask.ts';
import { crewOf } from '../../questions/pool-crew.ts';
import type { Answered, Answers, Finding, Findings, Question, QuestionKind, QuestionOf, Subject } from './question.ts';

export interface Live {
  /** What is to be known from now on, about this subject; every other question is dropped. */
  readonly want: (subject: Subject, questions: readonly Question[]) => void;
  /** Work on this question is given up, also where it would go on. */
  readonly stop: (kind: QuestionKind) => void;
  readonly findings: () => Findings;
  readonly close: () => Promise<void>;
}

export interface LiveOptions {
  /** For the glance alone, so that it never waits. */
  readonly quick: Pool;
  readonly thorough: Pool;
  /** Called whenever a finding has changed. */
  readonly onChange: () => void;
  /** Reads what the scenario is compared with. */
  readonly open: OpenBeside;
  /** Milliseconds without a new question before the long ones begin; they begin after the glance in any case. */
  readonly pause: number;
}

/** Most answers to a key are there sooner: to mark the last one as old for so short would only flicker. */
const LATE_MS = 100;
/** A glance that takes longer than this is given up for the next one. */
const GLANCE_MS = 250;
/** Questions whose work goes on while the person looks elsewhere; draws are ended by hand. */
const LONG: ReadonlySet<QuestionKind> = new Set<QuestionKind>(['zone', 'explain', 'tornado', 'stages', 'compare']);
/** Scenarios whose answers are remembered, and answers of one kind for each. */
const MOST_KNOWN = 24;
const MOST_ANSWERS = 16;

export function startLive({ quick, thorough, open, onChange, pause }: LiveOptions): Live {
  // What takes long would take the cores that the glance needs: somebody waits for that one.
  const isFree = (): boolean => slots.glance.finding.running === null;
  const slot = <K extends QuestionKind>(kind: K): Slot<K> =>
    new Slot(kind, kind === 'glance' ? quick : thorough, kind === 'glance' ? 0 : pause, { open, onChange, isFree });
  const slots: { readonly [K in QuestionKind]: Slot<K> } = {
    glance: slot('glance'),
    zone: slot('zone'),
    frontier: slot('frontier'),
    explain: slot('explain'),
    tornado: slot('tornado'),
    line: slot('line'),
    smaa: slot('smaa'),
    stages: slot('stages'),
    session: slot('session'),
    runs: slot('runs'),
    tournament: slot('tournament'),
    deal: slot('deal'),
    price: slot('price'),
    compare: slot('compare'),
  };
  return {
    want: (subject, questions) => {
      for (const kind of KINDS) slots[kind].want(subject, questions);
    },
    stop: (kind) => slots[kind].drop(),
    findings: () => ({
      glance: slots.glance.finding,
      zone: slots.zone.finding,
      frontier: slots.frontier.finding,
      explain: slots.explain.finding,
      tornado: slots.tornado.finding,
      line: slots.line.finding,
      smaa: slots.smaa.finding,
      stages: slots.stages.finding,
      session: slots.session.finding,
      runs: slots.runs.finding,
      tournament: slots.tournament.finding,
      deal: slots.deal.finding,
      price: slots.price.finding,
      compare: slots.compare.finding,
    }),
    close: async () => {
      for (const kind of KINDS) slots[kind].drop();
      await Promise.all([quick.close(), thorough.close()]);
    },
  };
}

const KINDS = [
  'glance',
  'zone',
  'frontier',
  'explain',
  'tornado',
  'line',
  'smaa',
  'stages',
  'session',
  'runs',
  'tournament',
  'deal',
  'price',
  'compare',
] as const satisfies readonly QuestionKind[];

interface Wanted<K extends QuestionKind> {
  readonly subject: Subject;
  readonly question: QuestionOf<K>;
  /** The same for the same question. */
  readonly key: string;
}

interface Surroundings extends Pick<LiveOptions, 'open' | 'onChange'> {
  /** Whether what takes long may begin. */
  readonly isFree: () => boolean;
}

interface Work {
  readonly cancel: AbortController;
  readonly started: number;
}

/** One kind of question: the present one, what is known of it, and the work on it. */
class Slot<K extends QuestionKind> {
  finding: Finding<K> = { last: null, current: false, late: false, running: null, failed: null };
  readonly #kind: K;
  readonly #pool: Pool;
  readonly #pause: number;
  readonly #open: OpenBeside;
  readonly #onChange: () => void;
  readonly #isFree: () => boolean;
  #wanted: Wanted<K> | null = null;
  #work: Work | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** Until the last answer looks old. */
  #lateTimer: NodeJS.Timeout | null = null;
  readonly #known = new Map<Subject, Map<string, Answered<K>>>();

  constructor(kind: K, pool: Pool, pause: number, { open, onChange, isFree }: Surroundings) {
    this.#kind = kind;
    this.#pool = pool;
    this.#pause = pause;
    this.#open = open;
    this.#onChange = onChange;
    this.#isFree = isFree;
  }

  /** Takes up the question of this kind, if there is one among them. */
  want(subject: Subject, questions: readonly Question[]): void {
    const question = questions.find((each): each is QuestionOf<K> => each.kind === this.#kind);
    if (question === undefined) {
      if (!this.#goesOn(subject)) this.drop();
      return;
    }
    const key = JSON.stringify(question);
    if (this.#wanted?.subject === subject && this.#wanted.key === key) return;
    this.#wanted = { subject, question, key };
    const known = this.#known.get(subject)?.get(key);
    if (known !== undefined) {
      this.#halt();
      this.#set({ last: known, current: true, late: false, running: null, failed: null });
      return;
    }
    this.#set({ ...this.finding, current: false, running: '', failed: null });
    this.#plan();
  }

  /** Long work that was begun is not lost by a look at another screen. */
  #goesOn(subject: Subject): boolean {
    return LONG.has(this.#kind) && this.#wanted?.subject === subject;
  }

  /** Nothing is asked any more; the last answer stays known. */
  drop(): void {
    this.#wanted = null;
    this.#halt();
    if (this.finding.running !== null || this.finding.current) {
      this.#set({ ...this.finding, current: false, running: null });
    }
  }

  /** Starts after the pause; a glance under way may finish first, since its end is near. */
  #plan(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#kind === 'glance' && this.#work !== null) {
      const left = GLANCE_MS - (performance.now() - this.#work.started);
      this.#timer = setTimeout(() => this.#begin(), Math.max(0, left));
      return;
    }
    this.#halt();
    // What does not wait begins before anything is drawn.
    if (this.#pause === 0) this.#begin();
    else this.#rest();
  }

  #rest(): void {
    this.#timer = setTimeout(() => (this.#isFree() ? this.#begin() : this.#rest()), this.#pause);
  }

  #halt(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#work?.cancel.abort();
    this.#work = null;
  }

  #begin(): void {
    this.#halt();
    const wanted = this.#wanted;
    if (wanted === null) return;
    const work = { cancel: new AbortController(), started: performance.now() };
    this.#work = work;
    void this.#answer(wanted, work);
  }

  async #answer(wanted: Wanted<K>, work: Work): Promise<void> {
    const { subject, question, key } = wanted;
    const { signal } = work.cancel;
    const onProgress = ({ text }: Progress): void => {
      // A glance at each key is too short for words about it: they are for the first.
      if (this.#kind === 'glance' && this.finding.last !== null) return;
      if (this.#work === work && this.#wanted === wanted) this.#set({ ...this.finding, running: text });
    };
    // Reading takes this thread: keys are heeded between one file and the next.
    const open: OpenBeside = async (argument) => {
      onProgress({ text: `reading ${argument}`, share: null });
      await nextTurn();
      signal.throwIfAborted();
      return this.#open(argument);
    };
    const answeredWith = (answer: Answers[K]): Answered<K> => ({ question, about: subject, answer });
    const tell = (answer: Answers[K]): void => {
      const [last, current] = [answeredWith(answer), this.#wanted === wanted];
      if (this.#work === work) this.#set({ last, current, late: false, running: '', failed: null });
    };
    const outcome = await settled(
      ASK[this.#kind](subject, question, crewOf(this.#pool, { cancel: signal, onProgress }), open, tell),
    );
    if (this.#work !== work || signal.aborted) return;
    this.#work = null;
    const current = this.#wanted === wanted;
    if ('answer' in outcome) {
      const answered = answeredWith(outcome.answer);
      this.#remember(subject, key, answered);
      this.#set({ last: answered, current, late: false, running: current ? null : '', failed: null });
    } else if (current) {
      this.#set({ ...this.finding, running: null, failed: outcome.failed });
    }
    if (!current && this.#wanted !== null) this.#begin();
  }

  #remember(subject: Subject, key: string, answered: Answered<K>): void {
    const answers = this.#known.get(subject) ?? new Map<string, Answered<K>>();
    this.#known.delete(subject);
    this.#known.set(subject, answers.set(key, answered));
    for (const oldest of answers.keys()) {
      if (answers.size <= MOST_ANSWERS) break;
      answers.delete(oldest);
    }
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_KNOWN) break;
      this.#known.delete(oldest);
    }
  }

  #set(finding: Finding<K>): void {
    const isAwaited = finding.last !== null && !finding.current && finding.running !== null;
    if (this.#lateTimer !== null && (!isAwaited || finding.last !== this.finding.last)) {
      clearTimeout(this.#lateTimer);
      this.#lateTimer = null;
    }
    this.finding = finding;
    if (isAwaited && !finding.late) {
      this.#lateTimer ??= setTimeout(() => this.#set({ ...this.finding, late: true }), LATE_MS);
    }
    this.#onChange();
  }
}

/** What came of it: the answer, or why there is none. */
async function settled<T>(work: Promise<T>): Promise<{ readonly answer: T } | { readonly failed: string }> {
  try {
    return { answer: await work };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
