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
      'be added to, changed, renamed, moved and removed; u takes every step back.',
    'Press a to add where the cursor stands: to the rules a pattern that never stands, what follows from what, or a ' +
      'sum with its bounds; to the issues one with options or with a range of numbers. c changes what a rule, a red ' +
      'line or a draft says and the numbers of an issue, i where an issue arises at all.',
    'No number is made up. What a new party or issue is not given is not yet valued: the verdict then holds for whatever ' +
      'it turns out to be, and v, or turning the number on the weights screen, values it. A new option needs what it is ' +
      'worth to each party that has values on the issue.',
    'What other parts of the scenario still name cannot be removed; the status line says which they are. s saves the ' +
      'result as a new scenario, with the comments of the old one.',
  ],
  initial: INITIAL,
  view,
  commands: COMMANDS,
  questions: () => [],
  exports: 'solve',
};
