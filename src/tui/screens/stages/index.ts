/** The window along the dates: how large the zone is at each stage, how far it is from opening, who moved. */
import type { Screen } from '../../model/screen.ts';
import { RECOMMENDED } from '../../parts/recommended.ts';
import { COMMANDS, dealOf } from './commands.ts';
import type { StagesState } from './state.ts';
import { view } from './view.ts';

export const stagesScreen: Screen<StagesState> = {
  name: 'stages',
  title: 'Stages',
  short: 'Stages',
  about: [
    'How the answer moves along the dates. Each row is a date: the positions of the file, then its stages in order, each ' +
      'with your own changes made after it.',
    'Slack is the uniform slack: by how many points everybody could ask for more at the same time with a deal left; ' +
      'below 0, by how many everybody would have to ask for less. None: red lines leave no deal whatever the thresholds.',
    'Enter applies the stage under the cursor to the scenario; u takes it back.',
  ],
  initial: { cursor: null },
  view,
  commands: COMMANDS,
  questions: (context) => (context.now.file.stages.length === 0 ? [] : [{ kind: 'stages', solution: RECOMMENDED }]),
  exports: 'stages',
  dealOf,
};
