/** What to write and how: the questions before a save, an export, or leaving with unsaved changes. */
import { typingAtEnd } from '../terminal/typing.ts';
import { listed } from '../../report/view/words.ts';
import type { Context } from './context.ts';
import type { FilePrompt, Layer } from './layer.ts';
import type { Model } from './model.ts';
import type { Mounted } from './mounted.ts';
import type { ExportForm, Request, SaveForm } from './request.ts';

export function saveChoice(model: Model): Layer {
  return {
    kind: 'choice',
    text: 'Save the changes as',
    answers: [
      { key: 'o', label: 'an overlay on the file', leads: { kind: 'layer', layer: saveAs(model, 'overlay') } },
      { key: 'n', label: 'a new scenario', leads: { kind: 'layer', layer: saveAs(model, 'scenario') } },
    ],
  };
}

export function leaveChoice(model: Model): Layer {
  return {
    kind: 'choice',
    isLeaving: true,
    text: 'There are unsaved changes',
    answers: [
      { key: 's', label: 'save', leads: { kind: 'layer', layer: saveChoice(model) } },
      {
        key: 'x',
        label: 'leave without saving',
        leads: { kind: 'request', request: { kind: 'quit', reports: 'ask' } },
      },
    ],
  };
}

/** Asked where somebody leaves while reports are being computed. */
export function writingChoice({ writing }: Model): Layer {
  const answer = (reports: 'wait' | 'drop') => ({ kind: 'request', request: { kind: 'quit', reports } }) as const;
  const [it, is] = writing.length === 1 ? ['it', 'is'] : ['they', 'are'];
  return {
    kind: 'choice',
    isLeaving: true,
    text: `${listed(writing)} ${is} not written yet`,
    answers: [
      { key: 'w', label: `leave as soon as ${it} ${is}`, leads: answer('wait') },
      { key: 'x', label: 'leave without', leads: answer('drop') },
    ],
  };
}

const FORMS: readonly {
  readonly key: string;
  readonly form: ExportForm;
  readonly label: string;
  readonly end: string;
}[] = [
  { key: 't', form: 'text', label: 'text', end: 'txt' },
  { key: 'm', form: 'markdown', label: 'Markdown', end: 'md' },
  { key: 'j', form: 'json', label: 'JSON', end: 'json' },
  { key: 'p', form: 'page', label: 'a page to hand round', end: 'html' },
];

export function exportChoice(screen: Mounted, context: Context): Layer {
  const { exports: what } = screen;
  const questions = screen.questions(context);
  const about = context.now;
  const deal = screen.name === 'deal' ? screen.deal(context) : null;
  return {
    kind: 'choice',
    text: `Export the report “${what}” as`,
    answers: FORMS.map(({ key, form, label, end }) => ({
      key,
      label,
      leads: {
        kind: 'layer',
        layer: named(`winset-${form === 'page' ? 'brief' : what}.${end}`, {
          label: `Write ${label} to`,
          request: (path) => ({ kind: 'export', what, about, questions, deal, form, path, overwrite: false }),
        }),
      },
    })),
  };
}

/** Asked again before anything that exists is written over. */
export function overwriteChoice(request: Extract<Request, { readonly overwrite: boolean }>): Layer {
  const yes = { kind: 'request', request: { ...request, overwrite: true } } as const;
  return {
    kind: 'choice',
    text: `${request.path} exists; write over it?`,
    answers: [{ key: 'y', label: 'yes, write over it', leads: yes }],
  };
}

/** Unsaved work of an earlier session was found. */
export function recoverChoice(text: string): Layer {
  const answer = (take: boolean) => ({ kind: 'request', request: { kind: 'recover', take } }) as const;
  return {
    kind: 'choice',
    text,
    answers: [
      { key: 'r', label: 'take them up', leads: answer(true) },
      { key: 'x', label: 'throw them away', leads: answer(false) },
    ],
  };
}

function saveAs({ history }: Model, form: SaveForm): Layer {
  const stage = history.present.stage === null ? '' : `-${history.present.stage}`;
  return named(form === 'overlay' ? `overlay${stage}.yaml` : `scenario${stage}-edited`, {
    label: form === 'overlay' ? 'Write the overlay to' : 'Write the new scenario to the folder',
    request: (path) => ({ kind: 'save', form, path, overwrite: false }),
  });
}

function named(typed: string, prompt: FilePrompt): Layer {
  return { kind: 'prompt', prompt, ...typingAtEnd(typed), message: '' };
}
