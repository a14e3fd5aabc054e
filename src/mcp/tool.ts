/** A tool as the server offers it: its words and schemas, and what it answers to a call. */
import type { Json } from '../report/json.ts';
import type { Crew } from '../questions/crew.ts';
import type { Given } from '../questions/option.ts';
import type { Work } from '../questions/question.ts';
import type { ObjectSchema } from './schemas.ts';

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: ObjectSchema;
  /** Of the document, whole or cut. */
  readonly output: () => Promise<ObjectSchema>;
  /** @throws InputError with what is wrong and what to do */
  readonly call: (given: Given, call: Call) => Promise<Told>;
}

/** One call of a tool: who works for it. */
export interface Call {
  readonly crewFor: (work: Work) => Crew;
}

export interface Told {
  readonly document: Json;
  /** The same in a few lines. */
  readonly text: string;
}
