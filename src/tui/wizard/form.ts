/** What the wizard shows of one step: a question, what helps to answer it, and how it is answered. Plain data. */

export interface Form {
  /** Where the person is: "Who is at the table". */
  readonly heading: string;
  /** The question, a sentence. */
  readonly question: string;
  /** What helps to answer it; an empty text is an empty line. */
  readonly help: readonly string[];
  /** What has been said so far in this list. */
  readonly sofar: readonly string[];
  readonly entry: Entry;
}

export type Entry =
  /** A text; `empty`: what enter alone does, null where a text is needed. */
  | { readonly kind: 'text'; readonly label: string; readonly empty: string | null }
  | { readonly kind: 'number'; readonly label: string; readonly least: number; readonly most: number }
  /** One of the items. */
  | { readonly kind: 'choice'; readonly items: readonly Item[] }
  /** Any of the items: space marks one. */
  | { readonly kind: 'marks'; readonly items: readonly Item[] }
  | { readonly kind: 'end'; readonly label: string };

export interface Item {
  readonly text: string;
  /** Beside the text, quieter. */
  readonly note: string;
}
