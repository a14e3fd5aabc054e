/**
 * A question that can be asked of a scenario: the sentence it answers, its options, and how an answer is shown. Every
 * face (commands, screens, programs) asks through this and knows nothing else of it.
 */
import type { z } from 'zod';
import type { Case } from '../report/case.ts';
import type { Json } from '../report/json.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Patience } from './budgets.ts';
import type { Crew } from './crew.ts';
import { readOptions } from './option.ts';
import type { Given } from './option.ts';

/** What a question is asked about: a case to which the answer is still missing. */
export interface OpenCase extends Omit<Case, 'answer' | 'seed'> {
  /** As read, before any stage or change. */
  readonly file: Scenario;
  /** Makes the assumed changes again on the positions of another stage, as far as they can be made there. */
  readonly changed: (positions: Scenario) => Scenario;
}

/** A piece of work as the person is told of it: "Solving", followed by the title of the scenario. */
export interface Work {
  readonly doing: string;
  /** Asked to stop, it still answers with what is done or proven by then. */
  readonly stoppable?: boolean;
  readonly threads?: number | undefined;
}

/** Who asks: how long it waits, and who works for it. */
export interface Asker {
  readonly patience: Patience;
  readonly crewFor: (work: Work) => Crew;
  /**
   * Another scenario, by its path or its name, with `@stage` behind it for the positions at a stage. Absent where nothing
   * else can be read. @throws InputError where there is no such scenario
   */
  readonly open?: (argument: string) => Promise<OpenCase>;
}

/** How a text report is shaped. */
export interface Shape {
  readonly width: number;
  /** Lists in full. */
  readonly all: boolean;
  /** What gives the same answer again. */
  readonly command: string;
}

export interface Answered {
  readonly document: () => Promise<Json>;
  /** chalk decides on colours when this is first asked. */
  readonly text: (shape: Shape) => Promise<string>;
  /** Sentences that the text has no place for; none where it says all. */
  readonly aside: () => Promise<readonly string[]>;
}

export interface Question {
  readonly id: string;
  readonly sentence: string;
  readonly options: z.ZodObject;
  /** @throws InputError for options that cannot be used, before anything is opened */
  readonly check: (given: Given) => void;
  /** @throws InputError for options that name what the scenario does not have */
  readonly ask: (opened: OpenCase, given: Given, asker: Asker) => Promise<Answered>;
  /** Of the JSON document. */
  readonly schema: () => Promise<z.ZodType>;
}

export interface Parts<O extends z.ZodObject, Of> {
  readonly id: string;
  readonly sentence: string;
  readonly options: O;
  /** What else cannot stand together; null where all is well. */
  readonly refuse?: (options: z.output<O>, given: Given) => string | null;
  /** `whatever`: it says itself what follows where numbers are not yet valued; absent: it takes the middle, and is told so. */
  readonly unvalued?: 'whatever';
  /** The parts below load what they need when they run. */
  readonly ask: (opened: OpenCase, options: z.output<O>, asker: Asker) => Promise<Of>;
  readonly document: () => Promise<{ readonly document: (of: Of) => Json }>;
  readonly schema: () => Promise<{ readonly schema: z.ZodType }>;
  readonly text: (of: Of, shape: Shape, options: z.output<O>) => Promise<string>;
  readonly aside?: (of: Of, options: z.output<O>) => Promise<readonly string[]>;
}

/** Keeps the types of options and answer to itself, so that all questions can stand in one table. */
export function question<O extends z.ZodObject, Of>(parts: Parts<O, Of>): Question {
  const { id, sentence, options, refuse, unvalued } = parts;
  const read = (given: Given): z.output<O> => readOptions(options, given, refuse);
  return {
    id,
    sentence,
    options,
    check: (given) => {
      read(given);
    },
    ask: async (opened, given, asker) => {
      const asked = read(given);
      const about = unvalued === 'whatever' ? opened : await (await import('./unvalued.ts')).withMiddle(opened, asker);
      const of = await parts.ask(about, asked, asker);
      return {
        document: async () => (await parts.document()).document(of),
        text: (shape) => parts.text(of, shape, asked),
        aside: async () => (await parts.aside?.(of, asked)) ?? [],
      };
    },
    schema: async () => (await parts.schema()).schema,
  };
}
