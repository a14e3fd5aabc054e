/** What a page and its workers tell one another. */
import type { SingleEdit } from '../../scenario/edit/edit.ts';
import type { PageAnswer } from '../content.ts';

export type Asked =
  /** First of all: what the page carries, as text. */
  | { readonly kind: 'carried'; readonly text: string }
  | { readonly kind: 'glance' | 'whole'; readonly id: number; readonly edits: readonly SingleEdit[] }
  | { readonly kind: 'overlay'; readonly id: number; readonly edits: readonly SingleEdit[]; readonly baseName: string }
  /** Changes from a link, which anybody may have written. */
  | { readonly kind: 'read'; readonly id: number; readonly text: string };

export type Told =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: PageAnswer }
  | { readonly kind: 'overlay'; readonly id: number; readonly text: string }
  | { readonly kind: 'changes'; readonly id: number; readonly edits: readonly SingleEdit[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
