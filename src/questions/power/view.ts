/** Voting power under the consent rule, and the deals that each party alone blocks. */
import type { DealCount } from '../../engine/answer.ts';
import { nearest, ratioText } from '../../exact/fraction.ts';
import type { ConsentRule, PowerIndices } from '../../engine/power/indices.ts';
import type { PowerCase } from './case.ts';
import { bigCount, counted, percent, percentOf } from '../../report/text/number.ts';
import type { Focus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import { middleHeadline } from '../../report/view/unvalued.ts';
import type { SheetSection, SheetView } from '../../report/view/sheet.ts';
import { beginning, countFigure, countWords, listed, partyInside, partyName } from '../../report/view/words.ts';

const WHAT_IT_IS =
  'Banzhaf: of all sets of other parties, those that a signature makes enough. Shapley-Shubik: of all orders in which ' +
  'parties may join, those in which it is the one that decides. Both look at the rule alone, not at what anybody wants.';

const EVERY_CONDITION = 'For a deal that uses every clause for which a condition asks a further signature.';

export function powerView(of: PowerCase, focus: Focus): SheetView {
  const { unconditional, triggered, zone } = of.answer;
  return {
    header: headerView(of),
    headline: middleHeadline(of, headline(of)),
    sentences: [
      ...(triggered === null
        ? []
        : [
            `Where a deal uses every clause that needs a further signature: ${lower(ruleSentence(of, triggered.rule))}`,
          ]),
      zone.kind === 'exact' && zone.count === 0n
        ? 'No deal is possible.'
        : `The zone of agreement has ${countWords(zone)}.`,
    ],
    sections: [
      indicesSection(
        of,
        focus,
        triggered === null ? 'Voting power' : 'Voting power, no condition met',
        WHAT_IT_IS,
        unconditional,
      ),
      ...(triggered === null
        ? []
        : [indicesSection(of, focus, 'Voting power, every condition met', EVERY_CONDITION, triggered)]),
      blockersSection(of, focus),
    ],
    footer: footerView(of, focus),
  };
}

/** The rule; where conditions ask for further signatures, of a deal that meets none of them. */
function headline(of: PowerCase): string {
  const { unconditional, triggered } = of.answer;
  const { parties, required, quorum } = unconditional.rule;
  if (triggered === null) return ruleSentence(of, unconditional.rule);
  if (required.length === 0 && quorum <= 1 && triggered.rule.required.length === parties) {
    return 'Each party signs only where a deal uses clauses for which a condition asks its signature; one that uses none is made by any one party.';
  }
  return `Where a deal uses no clause that needs a further signature: ${lower(ruleSentence(of, unconditional.rule))}`;
}

function ruleSentence({ scenario }: PowerCase, { parties, required, quorum }: ConsentRule): string {
  const names = beginning(listed(required.map((party) => partyInside(scenario, party))));
  if (required.length === parties) return parties === 1 ? `${names} signs alone.` : 'Every party must sign.';
  if (required.length === 0)
    return `Any ${quorum} of ${counted(parties, 'party', 'parties')} ${quorum === 1 ? 'makes' : 'make'} a deal.`;
  if (quorum <= required.length) return `${names} must sign; nobody else needs to.`;
  return `${names} must sign, and ${quorum} of ${counted(parties, 'party', 'parties')} in all.`;
}

function lower(text: string): string {
  return text.startsWith('Every') || text.startsWith('Any') ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

function indicesSection(
  of: PowerCase,
  { parties }: Focus,
  title: string,
  intro: string,
  indices: PowerIndices,
): SheetSection {
  const { scenario } = of;
  return {
    title,
    intro,
    columns: [
      { heading: 'party', kind: 'words' },
      { heading: 'swings', kind: 'figure' },
      { heading: 'Banzhaf', kind: 'figure' },
      { heading: 'Shapley-Shubik', kind: 'figure' },
      { heading: '', kind: 'figure' },
      { heading: '', kind: 'bar' },
    ],
    rows: parties.map((party) => {
      const shapley = indices.shapleyShubik[party]!;
      return {
        color: scenario.parties[party]!.color,
        cells: [
          partyName(scenario, party),
          bigCount(indices.swings[party]!),
          percent(nearest(indices.banzhaf[party]!)),
          ratioText(shapley),
          percent(nearest(shapley)),
          { from: 0, to: nearest(shapley), mark: null },
        ],
      };
    }),
    notes: [],
  };
}

function blockersSection({ scenario, answer }: PowerCase, { parties }: Focus): SheetSection {
  const { soleBlocker, space } = answer;
  const largest = Math.max(1, ...parties.map((party) => sizeOf(soleBlocker[party]!)));
  return {
    title: 'Sole blockers',
    intro: `Combinations that fail by one party alone: every other signature they need is there (of ${bigCount(space)}).`,
    columns: [
      { heading: 'party', kind: 'words' },
      { heading: '', kind: 'bar' },
      { heading: 'combinations', kind: 'figure' },
      { heading: 'share', kind: 'figure' },
    ],
    rows: parties.map((party) => {
      const count = soleBlocker[party]!;
      return {
        color: scenario.parties[party]!.color,
        cells: [
          partyName(scenario, party),
          { from: 0, to: sizeOf(count) / largest, mark: null },
          countFigure(count),
          count.kind === 'exact' ? percentOf(count.count, space) : percent(Math.min(1, count.estimate / Number(space))),
        ],
      };
    }),
    notes: [],
  };
}

function sizeOf(count: DealCount): number {
  return count.kind === 'exact' ? Number(count.count) : count.estimate;
}
