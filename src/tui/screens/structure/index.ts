/** The structure screen: parties, issues with their options, rules, red lines and drafts, to be changed. */
import type { Screen } from '../../model/screen.ts';
import { COMMANDS } from './commands.ts';
import type { StructureState } from './state.ts';
import { INITIAL } from './state.ts';
import { view } from './view.ts';

export const structureScreen: Screen<StructureState> = {
  name: 'structure',
  title: 'Structure',
  short: 'Make',
  about: [
    'What the scenario is made of: its parties, its issues with their options, rules, red lines and drafts. All of it can ' +
      'be added to, renamed, moved and removed; u takes every step back.',
    'No number is made up. What a new party or issue is not given is not yet valued: the verdict then holds for whatever ' +
      'it turns out to be, and v, or turning the number on the weights screen, values it. A new option needs what it is ' +
      'worth to each party that has values on the issue. A party with scores says nothing of a new issue, which is then ' +
      'worth nothing to it until v gives values.',
    'What other parts of the scenario still name cannot be removed; the status line says which they are. s saves the ' +
      'result as a new scenario, with the comments of the old one.',
  ],
  initial: INITIAL,
  view,
  commands: COMMANDS,
  questions: () => [],
  exports: 'solve',
};
