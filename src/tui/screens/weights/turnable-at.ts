/** The number at a place of a party, whatever kind of number it is. */
import { referenceAt } from '../../../scenario/edit/reference.ts';
import type { Party } from '../../../scenario/scenario.ts';
import type { Context } from '../../model/context.ts';
import type { Place } from './place.ts';
import { factorOf, weightOf, worthOf } from './preferences.ts';
import { disagreementOf, reservationOf } from './thresholds.ts';
import type { Turnable } from './turnable.ts';

/** The party as the file has it, at the stage where the edited scenario stands. */
function fileParty({ now }: Context, party: number): Party {
  return referenceAt(now.file, now.scenario.stage).parties[party]!;
}

/** As it stands now. */
export function turnableAt(context: Context, party: number, place: Place): Turnable {
  const { scenario } = context.now;
  const now = scenario.parties[party]!;
  const file = fileParty(context, party);
  switch (place.kind) {
    case 'reservation':
      return reservationOf(context.now, party, now, file);
    case 'disagreement':
      return disagreementOf(context.now, party, now, file);
    case 'issue':
      return now.preferences.form === 'weights'
        ? weightOf(scenario, now, file, place.issue)
        : factorOf(scenario, now, file, place.issue);
    case 'value':
      return worthOf(scenario, now, file, place.issue, place.option);
  }
}
