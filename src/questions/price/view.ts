/** The price of clauses as tables: what each party swallows; what one was paid with, and what is left without it. */
import { accepts, inZone, utilityPoints } from '../../engine/deal.ts';
import { spareOf } from '../../report/case.ts';
import type { Named } from '../../report/case.ts';
import { ceiledPoints } from '../../report/text/points.ts';
import { digitsOf, pointsOf, signedPointsOf } from '../../report/digits.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import { plainRow } from '../../report/view/sheet.ts';
import type { SheetSection, SheetView } from '../../report/view/sheet.ts';
import { capital } from '../../report/text/capital.ts';
import { beginning, issueTitle, optionLabel, partyInside, partyName, partyShort } from '../../report/view/words.ts';
import type { Followed, LeftDeal, PriceCase, Refusal } from './case.ts';

/** Clauses that carry a party, where no other deal is left to compare with. */
const MOST_CARRYING = 8;

export function priceView(of: PriceCase, command: string): SheetView {
  const { followed } = of;
  return {
    header: headerView(of),
    headline: followed === null ? `What each party swallows in the ${of.title}.` : headline(of, followed),
    sentences: [...openingWords(of), ...(followed === null ? [] : priceSentences(of, followed))],
    sections: followed === null ? [swallowedSection(of)] : followedSections(of, followed),
    footer: footerView(of, wholeFocus(of.scenario, true, command)),
  };
}

function openingWords(of: PriceCase): string[] {
  return [
    ...(of.proven ? [] : ['The deal is the best one found; it is not proven best.']),
    ...(inZone(of.compiled.problem, of.deal) ? [] : ['It is no deal that enough parties would sign.']),
  ];
}

/** "Ukraine takes handed over: 13.8 points less than its best, and 14.4 to spare." */
function headline(of: PriceCase, { party, issue, option, cost }: Followed): string {
  const name = partyInside(of.scenario, party);
  const clause = `${issueTitle(of.scenario, issue)}: ${optionLabel(of.scenario, issue, option)}`;
  if (cost === 0) return `Nothing on this issue is worth more to ${name} than “${clause}”: it has no price.`;
  return `“${clause}” costs ${name} ${pointsOf(of, party, cost)} points against its best option there.`;
}

/** Whether it signs all the same, and what is left where it refuses. */
export function priceSentences(of: Named & Pick<PriceCase, 'deal'>, followed: Followed): string[] {
  const { party, refusal } = followed;
  const { scenario, compiled, deal } = of;
  const name = beginning(partyInside(scenario, party));
  const spare = spareOf(of, party, deal);
  const signs = accepts(compiled.problem, compiled.problem.parties[party]!, deal);
  const standing = signs
    ? `${name} signs the whole all the same, with ${pointsOf(of, party, spare)} points to spare.`
    : `${name} would not sign the whole.`;
  return [standing, ...(refusal === null ? [] : refusalSentences(of, party, refusal))];
}

function refusalSentences(of: Named, party: number, { empty, left }: Refusal): string[] {
  const name = partyInside(of.scenario, party);
  if (empty === true)
    return [`If ${name} refuses it, and whatever is worth no more to it there, no deal is left. Proven.`];
  if (left === null) return [`Whether a deal is left if ${name} refuses it was not decided.`];
  const best = left.proven ? 'the Nash deal then gives it' : 'the best deal found then gives it';
  const { total } = left.paid;
  const less =
    total === 0 ? 'as much' : `${pointsOf(of, party, Math.abs(total))} points ${total > 0 ? 'less' : 'more'}`;
  const needed =
    left.needed === 0
      ? 'With the clause put into that one and nothing else changed, it would still sign.'
      : `With the clause put into that one and nothing else changed, it would be ${ceiledPoints(left.needed, digitsOf(of, party))} points short: so much it has to be given elsewhere.`;
  return [`If ${name} refuses it, and whatever is worth no more to it there, a deal is left; ${best} ${less}.`, needed];
}

function swallowedSection(of: PriceCase): SheetSection {
  return {
    title: 'Swallowed clauses',
    intro:
      'A party swallows a clause that gives it at most a third of what the issue can give it. Costs: points against its ' +
      'best option there, all else as it is. --clause party.issue follows one through.',
    columns: [
      { heading: 'party', kind: 'words' },
      { heading: 'issue', kind: 'words' },
      { heading: 'option', kind: 'words' },
      { heading: 'costs', kind: 'figure' },
      { heading: 'clause', kind: 'words', optional: true },
    ],
    rows: of.swallowed.map(({ party, issue, cost }) => {
      const { scenario, deal } = of;
      const path = `${scenario.parties[party]!.id}.${scenario.issues[issue]!.id}`;
      return plainRow(
        partyShort(scenario, party),
        issueTitle(scenario, issue),
        optionLabel(scenario, issue, deal[issue]!),
        pointsOf(of, party, cost),
        path,
      );
    }),
    notes: of.scenario.parties.flatMap((_, party) =>
      of.swallowed.some((clause) => clause.party === party)
        ? []
        : [`${partyName(of.scenario, party)} swallows nothing.`],
    ),
  };
}

function followedSections(of: PriceCase, followed: Followed): SheetSection[] {
  const left = followed.refusal?.left ?? null;
  return left === null ? [carriedSection(of, followed)] : [paidSection(of, followed, left), leftSection(of, left)];
}

/** By issue, what was paid, the most first. */
export function paidByIssue({ paid }: LeftDeal): LeftDeal['paid']['byIssue'] {
  return paid.byIssue.toSorted((a, b) => b.points - a.points || a.issue - b.issue);
}

/** Issue by issue, what the party has here beyond the deal that is left where it refuses. */
function paidSection(of: PriceCase, { party }: Followed, left: LeftDeal): SheetSection {
  const { scenario, deal } = of;
  const { adjustments, total } = left.paid;
  return {
    title: 'What it was paid with',
    intro: `This deal, that one, and what this one gives ${partyInside(scenario, party)} beyond it.`,
    columns: [
      { heading: 'issue', kind: 'words' },
      { heading: 'this deal', kind: 'words' },
      { heading: 'that deal', kind: 'words' },
      { heading: 'points', kind: 'figure' },
    ],
    rows: [
      ...paidByIssue(left).map(({ issue, points }) =>
        plainRow(
          issueTitle(scenario, issue),
          optionLabel(scenario, issue, deal[issue]!),
          optionLabel(scenario, issue, left.deal[issue]!),
          signedPointsOf(of, party, points),
        ),
      ),
      ...(adjustments === 0 ? [] : [plainRow('adjustments', '', '', signedPointsOf(of, party, adjustments))]),
      plainRow('in all', '', '', signedPointsOf(of, party, total)),
    ],
    notes: [],
  };
}

function leftSection(of: PriceCase, left: LeftDeal): SheetSection {
  const { scenario } = of;
  const here = utilityPoints(of.compiled.problem, of.deal);
  return {
    title: 'What is left if it refuses',
    intro: left.proven
      ? 'Points of each party in both deals.'
      : 'Points of each party in both deals; that one is the best found.',
    columns: [
      { heading: 'party', kind: 'words' },
      { heading: 'this deal', kind: 'figure' },
      { heading: 'that deal', kind: 'figure' },
    ],
    rows: scenario.parties.map((_, party) =>
      plainRow(
        partyName(scenario, party),
        pointsOf(of, party, here[party]!),
        pointsOf(of, party, left.utility[party]!),
      ),
    ),
    notes: [],
  };
}

function carriedSection(of: PriceCase, { party, carried }: Followed): SheetSection {
  const { scenario, deal } = of;
  const more = carried.length - MOST_CARRYING;
  return {
    title: 'What carries it',
    intro: `Other clauses by what each gives ${partyInside(scenario, party)} above its worst option there.`,
    columns: [
      { heading: 'issue', kind: 'words' },
      { heading: 'option', kind: 'words' },
      { heading: 'points', kind: 'figure' },
    ],
    rows: carried
      .slice(0, MOST_CARRYING)
      .map(({ issue, points }) =>
        plainRow(
          issueTitle(scenario, issue),
          optionLabel(scenario, issue, deal[issue]!),
          signedPointsOf(of, party, points),
        ),
      ),
    notes: more > 0 ? [capital(`${more} more give it less.`)] : [],
  };
}
