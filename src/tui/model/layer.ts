/** What lies on top of a screen and takes the keys until it is closed. */
import type { OpenPrompt } from './mounted.ts';
import type { Request } from './request.ts';

export type Layer =
  | { readonly kind: 'help'; readonly top: number }
  | { readonly kind: 'palette'; readonly typed: string; readonly cursor: number }
  /** Lines to read: the edit log, the difference to the file. */
  | { readonly kind: 'text'; readonly title: string; readonly lines: readonly string[]; readonly top: number }
  /** A text typed in the status line; `message` says what was wrong with the last try. */
  | {
      readonly kind: 'prompt';
      readonly prompt: OpenPrompt | FilePrompt;
      readonly typed: string;
      /** Characters before the cursor. */
      readonly at: number;
      readonly message: string;
    }
  /** A question with a key for each answer; esc leaves everything as it is. */
  | {
      readonly kind: 'choice';
      readonly text: string;
      readonly answers: readonly Choice[];
      /** Asked because the person wants to leave: a second ctrl-c leaves. */
      readonly isLeaving?: boolean;
    };

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly leads: Lead;
}

export type Lead =
  { readonly kind: 'request'; readonly request: Request } | { readonly kind: 'layer'; readonly layer: Layer };

/** The name of a file to write. */
export interface FilePrompt {
  readonly label: string;
  readonly request: (path: string) => Request;
}
