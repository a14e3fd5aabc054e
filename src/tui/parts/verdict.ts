/** The verdict of a glance in a line, the uniform slack, and the demands that stand in the way. */
import type { CollisionGlance } from '../../engine/glance.ts';
import type { UnvaluedAnswer } from '../../report/case.ts';
import { UNVALUED_HEADLINES } from '../../report/view/unvalued.ts';
import { slackOf } from '../../report/digits.ts';
import { excludingSentence } from '../../report/view/conflict.ts';
import { conflictSentence, demandPhrase } from '../../questions/explain/words.ts';
import { capital } from '../../report/text/capital.ts';
import { listed, partyShort } from '../../report/view/words.ts';
import type { Glyphs } from '../draw/glyphs.ts';
import type { Line } from '../draw/line.ts';
import { line, safe, span } from '../draw/line.ts';
import type { Subject } from '../live/question.ts';
import type { Moment } from '../model/context.ts';

/** "✓ A deal is possible, without EU.", the last words only where they are asked for. */
export function verdictLine(moment: Moment, glyphs: Glyphs, { named }: { readonly named: boolean }): Line {
  const { empty, unvalued } = moment.glance;
  if (unvalued !== undefined) return unvaluedLine(unvalued, glyphs);
  if (empty === true) return line(span(`${glyphs.no} No deal.`, 'bad'));
  if (empty === null) return line(span('? Not decided within the search budget.', 'warn'));
  const others = named ? outsiders(moment).map((party) => safe(partyShort(moment.about.scenario, party))) : [];
  const without = others.length === 0 ? '' : `, without ${listed(others)}`;
  return line(span(`${glyphs.yes} A deal is possible${without}.`, 'good'));
}

/** The verdict for whatever is not yet valued; what else is on the screen takes it in the middle. */
function unvaluedLine({ verdict }: UnvaluedAnswer, glyphs: Glyphs): Line {
  const [sign, tone] =
    verdict === 'always'
      ? [glyphs.yes, 'good' as const]
      : verdict === 'never'
        ? [glyphs.no, 'bad' as const]
        : ['?', 'warn' as const];
  return line(span(`${sign} ${UNVALUED_HEADLINES[verdict]}`, tone));
}

/** Parties that the deals shown do without. */
export function outsiders({ about, glance: { coalition } }: Moment): readonly number[] {
  return [...about.scenario.parties.keys()].filter((party) => coalition?.includes(party) === false);
}

/** "3.2", "at least 3.2", or "none" where the thresholds do not matter. */
export function slackFigure({ about, glance: { uniformSlackExact: slack, uniformSlackProven } }: Moment): string {
  if (slack === null) return 'none';
  return `${uniformSlackProven ? '' : 'at least '}${slackOf(about, slack)}`;
}

/** "uniform slack 3.2", for the border of a pane. */
export function slackNote(moment: Moment): string {
  return `uniform slack ${slackFigure(moment)}`;
}

/** The conflict as one sentence; two where it is not known whether it takes all of its demands. */
export function conflictWords(about: Subject, { conflict, minimal }: CollisionGlance): string {
  if (minimal) return conflictSentence(about, conflict);
  const names = capital(listed(conflict.map((demand) => demandPhrase(about, demand))));
  return `${names}. ${excludingSentence({ conflict, minimal })}`;
}
