/** A list narrowed by words that are typed. */
import type { Command, Step } from '../model/screen.ts';

/** Commands that ask for the words, narrow while they are typed, and show all again. `toList` gives the focus to the list. */
export function filterCommands<S extends { readonly filter: string }>(
  order: number,
  toList: (state: S) => S = (state) => state,
): readonly Command<S>[] {
  const narrowed = (state: S, filter: string): Step<S> => ({ state: { ...toList(state), filter } });
  return [
    {
      id: 'filter',
      label: 'list only the issues that have some words',
      keys: ['/'],
      hint: { text: 'filter', order },
      run: (_, state) => ({
        prompt: {
          label: 'Filter',
          text: state.filter,
          onChange: (filter) => narrowed(state, filter),
          onDone: (filter) => narrowed(state, filter),
          onCancel: () => ({ state: { ...state, filter: '' } }),
        },
      }),
    },
    {
      id: 'no-filter',
      label: 'list all issues again',
      keys: ['escape'],
      unavailable: (_, state) => (state.filter === '' ? 'Nothing is filtered.' : null),
      run: (_, state) => ({ state: { ...state, filter: '' } }),
    },
  ];
}

/** Whether the text has every word of the filter, in any order and whatever the case. */
export function hasWords(text: string, filter: string): boolean {
  const lower = text.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => lower.includes(word));
}
