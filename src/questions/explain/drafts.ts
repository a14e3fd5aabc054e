/** What would bring a draft into the zone, and which exchanges of clauses pay. */
import type { ClauseChange, DraftExplanation, EditsWithout, Exchange, Exchanges } from '../../engine/explain/answer.ts';
import type { ExplainCase } from './case.ts';
import { bigCount, counted } from '../../report/text/number.ts';
import { oneLine } from '../../report/text/width.ts';
import { needed } from '../../report/digits.ts';
import { minus } from '../../engine/units.ts';
import { changeWords } from './words.ts';
import type { ListView } from './words.ts';
import type { Focus } from '../../report/view/focus.ts';
import { capital } from '../../report/text/capital.ts';
import { demandName, gainWords, listed, partyInside, partyName } from '../../report/view/words.ts';
import { optionAt } from '../../scenario/format/options.ts';

const MOST_WAYS = 4;

/** Options of a draft by issue; null where it leaves the issue open. */
type Before = (issue: number) => number | null;

export function draftList(of: ExplainCase, explained: DraftExplanation, focus: Focus): ListView {
  const { scenario } = of;
  const draft = scenario.drafts[explained.draft]!;
  const before: Before = (issue) => {
    const own = scenario.issues[issue]!;
    const clause = draft.clauses.find((candidate) => candidate.issue === own.id);
    return clause === undefined ? null : optionAt(own, clause.option);
  };
  const pleasing = explained.pleasing.map((change) => ({
    label: 'pleases',
    text: `${changeWords(scenario, change, before(change.issue))}. ${gainWords(of, change.gain)}; nobody worse off.`,
  }));
  const shown = focus.all ? pleasing : pleasing.slice(0, MOST_WAYS);
  return {
    title: `Draft ${draft.id}: what would have to change`,
    intro: oneLine(draft.title),
    rows: [
      ...explained.edits.flatMap((edits) => editRows(of, edits, before, focus)),
      ...shown,
      ...(explained.exchanges === null ? [] : exchangeRows(of, explained.exchanges, before, focus)),
    ],
    notes: [
      ...(explained.editsComplete ? [] : ['The fewest clauses to change were not found within the search budget.']),
      ...(explained.pleasing.length === 0 ? ['No single clause pleases one party without costing another.'] : []),
      ...cutNote(pleasing.length - shown.length, 'clause that pleases somebody', 'clauses that please somebody'),
      ...(explained.exchanges === null
        ? ['A draft that leaves points open has no exchanges: its other clauses are not known.']
        : exchangeNotes(explained.exchanges, focus)),
    ],
  };
}

/** What a deal has to be worth to each party beside no deal, which itself has nothing that could change. */
export function noDealList(of: ExplainCase, { parties }: Pick<Focus, 'parties'>): ListView {
  const { scenario, compiled } = of;
  const { id, title } = scenario.statusQuo ?? { id: '', title: '' };
  const wordsFor = (party: number): string => {
    const { disagreement, reservation, scale, strict } = compiled.problem.parties[party]!;
    if (reservation === disagreement) return strict ? 'more to it than' : 'as much to it as';
    const more = needed(of, [party], { num: BigInt(minus(reservation, disagreement)), den: BigInt(scale) });
    return `${strict ? 'more than ' : ''}${more} points more to it than`;
  };
  return {
    title: `No deal, ${id}: what a deal has to be worth`,
    intro: oneLine(title),
    rows: parties.map((party) => ({
      label: partyName(scenario, party),
      text: `A deal has to be worth ${wordsFor(party)} no deal.`,
    })),
    notes: ['No deal has no clauses that could change or be exchanged.'],
  };
}

function editRows(of: ExplainCase, { without, edits }: EditsWithout, before: Before, focus: Focus): ListView['rows'] {
  const { distance, ways, count, complete } = edits;
  const aside = without.length === 0 ? '' : `Without ${listed(without.map((demand) => demandName(of, demand)))}: `;
  if (distance === 0) {
    return [{ label: 'to a deal', text: `${aside}no clause has to change; there is a deal with all of them.` }];
  }
  const number = count === null ? `more than ${ways.length}` : bigCount(count);
  const head = {
    label: 'to a deal',
    text: `${aside}${counted(distance, 'clause')} at least ${distance === 1 ? 'has' : 'have'} to change, proven; ${
      complete && ways.length === 1 ? 'in one way' : `in ${number} ways`
    }${ways.length > MOST_WAYS && !focus.all ? `, of which ${MOST_WAYS} follow` : ''}.`,
  };
  const words = (changes: readonly ClauseChange[]): string =>
    `${changes.map((change) => changeWords(of.scenario, change, before(change.issue))).join('; ')}.`;
  const [first] = ways;
  if (first === undefined || ways.length === 1) {
    return [head, ...ways.map(({ changes }) => ({ label: 'change', text: words(changes) }))];
  }
  const isIn = (changes: readonly ClauseChange[], { issue, option }: ClauseChange): boolean =>
    changes.some((change) => change.issue === issue && change.option === option);
  const common = first.changes.filter((change) => ways.every(({ changes }) => isIn(changes, change)));
  const shown = focus.all ? ways : ways.slice(0, MOST_WAYS);
  return [
    head,
    ...(common.length === 0
      ? []
      : [{ label: complete ? 'in each way' : `in each of ${ways.length}`, text: words(common) }]),
    ...shown.map(({ changes }, k) => ({
      label: `way ${k + 1}`,
      text: words(changes.filter((change) => !isIn(common, change))),
    })),
  ];
}

/** Exchanges from the Nash deal of the zone. */
export function exchangesList(of: ExplainCase, exchanges: Exchanges, focus: Focus): ListView {
  const before: Before = (issue) => exchanges.from.deal[issue]!;
  const none = exchanges.logrollCount + exchanges.packageCount === 0;
  return {
    title: 'Exchanges from the Nash deal',
    intro:
      'Logroll: two or three clauses that leave nobody worse off. Package: two clauses that would be signed together and ' +
      'neither alone; it may cost somebody, who has points to spare.',
    rows: none ? [] : exchangeRows(of, exchanges, before, focus),
    notes: exchangeNotes(exchanges, focus),
  };
}

function exchangeRows(of: ExplainCase, exchanges: Exchanges, before: Before, focus: Focus): ListView['rows'] {
  const gains = (gain: readonly number[], everyone: boolean): string => {
    const words = gainWords(of, gain);
    if (words === '') return ' The same for everybody.';
    const losers = [...gain.keys()].filter((party) => gain[party]! < 0);
    if (losers.length > 0) {
      const names = listed(losers.map((party) => partyInside(of.scenario, party)));
      return ` ${words}; it costs ${names}, and the deal would still be signed.`;
    }
    return ` ${words}${everyone ? '' : '; nobody worse off'}.`;
  };
  const row = (label: string, { changes, gain, everyone }: Exchange): ListView['rows'][number] => ({
    label,
    text:
      `${changes.map((change) => changeWords(of.scenario, change, before(change.issue))).join('; ')}.` +
      gains(gain, everyone),
  });
  const most = focus.all ? Infinity : MOST_WAYS;
  return [
    ...exchanges.logrolls.slice(0, most).map((exchange) => row('logroll', exchange)),
    ...exchanges.packages.slice(0, most).map((exchange) => row('package', exchange)),
  ];
}

function exchangeNotes(
  { logrolls, logrollCount, packages, packageCount, triples, complete }: Exchanges,
  focus: Focus,
): string[] {
  const shown = (list: readonly Exchange[]): number => (focus.all ? list.length : Math.min(MOST_WAYS, list.length));
  return [
    ...(logrollCount === 0
      ? [
          complete
            ? `No exchange of ${triples ? 'two or three' : 'two'} clauses leaves somebody better off and nobody worse; proven.`
            : 'No exchange was found that leaves somebody better off and nobody worse.',
        ]
      : []),
    ...cutNote(logrollCount - shown(logrolls), 'logroll'),
    ...cutNote(packageCount - shown(packages), 'package'),
    ...(complete ? [] : ['There are too many exchanges to look at them all; there may be more.']),
    ...(triples ? [] : ['With so many options only exchanges of two clauses were looked at.']),
  ];
}

function cutNote(left: number, noun: string, plural = `${noun}s`): string[] {
  return left <= 0 ? [] : [`${capital(counted(left, `more ${noun}`, `more ${plural}`))}; --all shows more.`];
}
