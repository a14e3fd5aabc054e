/** What a screen makes of an answer: worked out once, drawn many times. */
import type { Answered, QuestionKind } from '../live/question.ts';

/** The reading of an answer; the same object for the same answer. */
export function perAnswer<K extends QuestionKind, R>(read: (answered: Answered<K>) => R): (of: Answered<K>) => R {
  const known = new WeakMap<Answered<K>, { readonly reading: R }>();
  return (answered) => {
    const entry = known.get(answered) ?? { reading: read(answered) };
    known.set(answered, entry);
    return entry.reading;
  };
}
