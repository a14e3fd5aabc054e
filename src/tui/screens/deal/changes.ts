/** What an explanation proposes to change in a deal: a deal that beats it, ways into the zone, exchanges of clauses. */
import type { ScoredDeal } from '../../../engine/answer.ts';
import { utilityPoints } from '../../../engine/deal.ts';
import type { ClauseChange, DraftExplanation, EditsWithout, Exchange } from '../../../engine/explain/answer.ts';
import type { Deal } from '../../../engine/problem.ts';
import type { Named } from '../../../report/case.ts';
import { counted } from '../../../report/text/number.ts';
import { changeWords } from '../../../questions/explain/words.ts';
import { apart } from '../../../report/text/points.ts';
import { demandName, gainWords, listed } from '../../../report/view/words.ts';
import type { Finding } from '../../live/question.ts';

export interface Proposal {
  /** In one word: "better", "way 1", "pleases", "logroll", "package". */
  readonly label: string;
  /** Who gains what; null for a way into the zone. */
  readonly gains: string | null;
  /** What it leads to. */
  readonly aim: string;
  readonly changes: string;
  /** What the deal becomes. */
  readonly deal: Deal;
}

export interface Proposals {
  readonly list: readonly Proposal[];
  /** What was found in all, and what was not. */
  readonly notes: readonly string[];
}

/** Proposals about the deal that the finding answers; `about` is its scenario. */
export function proposalsOf(of: Named, deal: Deal, found: DraftExplanation): Proposals {
  const { dominatedBy } = found.answer;
  const { exchanges } = found;
  return {
    list: [
      ...(dominatedBy === null
        ? []
        : [
            {
              label: 'better',
              gains: gainWords(of, gainsOf(of, deal, dominatedBy)),
              aim: 'nobody worse off',
              changes: wordsOf(of, deal, changesTo(deal, dominatedBy.deal)),
              deal: dominatedBy.deal,
            },
          ]),
      ...found.edits.flatMap((edits) => waysIn(of, deal, edits)),
      ...found.pleasing.map((change) => proposal(of, deal, 'pleases', [change], change.gain, 'nobody worse off')),
      ...(exchanges?.logrolls ?? []).map((exchange) => exchanged(of, deal, 'logroll', exchange)),
      ...(exchanges?.packages ?? []).map((exchange) => exchanged(of, deal, 'package', exchange)),
    ],
    notes: [...found.edits.flatMap((edits) => distanceNote(of, edits)), ...exchangeNotes(found)],
  };
}

/** True when the last answer is about this very deal and the scenario as it is now. */
export function answersDeal({ last, current }: Finding<'deal'>, deal: Deal): boolean {
  return current && last !== null && last.question.deal.every((option, issue) => option === deal[issue]);
}

function waysIn(of: Named, deal: Deal, { without, edits }: EditsWithout): Proposal[] {
  if (edits.distance === 0) return [];
  const aside = asideWords(of, without);
  return edits.ways.map(({ changes }, k) => ({
    label: `way ${k + 1}`,
    gains: null,
    aim: aside === '' ? 'into the zone' : `into the zone ${aside}`,
    changes: wordsOf(of, deal, changes),
    deal: changed(deal, changes),
  }));
}

function distanceNote(of: Named, { without, edits }: EditsWithout): string[] {
  const aside = asideWords(of, without);
  if (edits.distance === 0) return aside === '' ? [] : [`In the zone ${aside}.`];
  const verb = edits.distance === 1 ? 'has' : 'have';
  return [
    `To the zone${aside === '' ? '' : ` ${aside}`}: ${counted(edits.distance, 'clause')} at least ${verb} to change, proven.`,
  ];
}

function exchangeNotes({ exchanges }: DraftExplanation): string[] {
  if (exchanges === null) return [];
  const { logrolls, logrollCount, packages, packageCount, triples } = exchanges;
  const left = logrollCount + packageCount - logrolls.length - packages.length;
  return [
    ...(logrollCount === 0
      ? [
          `No exchange of ${triples ? 'two or three' : 'two'} clauses leaves somebody better off and nobody worse; proven.`,
        ]
      : []),
    ...(left > 0 ? [`${counted(left, 'more exchange')} not listed.`] : []),
  ];
}

function asideWords(of: Named, without: EditsWithout['without']): string {
  return without.length === 0 ? '' : `without ${listed(without.map((demand) => demandName(of, demand)))}`;
}

function exchanged(of: Named, deal: Deal, label: string, { changes, gain, everyone }: Exchange): Proposal {
  return proposal(
    of,
    deal,
    label,
    changes,
    gain,
    label === 'package' ? 'signed only together' : everyone ? 'everyone better off' : 'nobody worse off',
  );
}

function proposal(
  of: Named,
  deal: Deal,
  label: string,
  changes: readonly ClauseChange[],
  gain: readonly number[],
  aim: string,
): Proposal {
  const gains = gainWords(of, gain);
  return { label, gains, aim, changes: wordsOf(of, deal, changes), deal: changed(deal, changes) };
}

/** Points that each party gains by the other deal. */
export function gainsOf({ compiled }: Named, deal: Deal, { utility }: ScoredDeal): number[] {
  const before = utilityPoints(compiled.problem, deal);
  return utility.map((value, party) => apart(value, before[party]!));
}

/** The clauses in which the second deal differs. */
function changesTo(from: Deal, to: Deal): readonly ClauseChange[] {
  return to.flatMap((option, issue) => (option === from[issue] ? [] : [{ issue, option }]));
}

function wordsOf({ scenario }: Named, deal: Deal, changes: readonly ClauseChange[]): string {
  return changes.map((change) => changeWords(scenario, change, deal[change.issue]!)).join('; ');
}

function changed(deal: Deal, changes: readonly ClauseChange[]): Deal {
  return deal.map((option, issue) => changes.find((change) => change.issue === issue)?.option ?? option);
}
