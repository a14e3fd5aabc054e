/** The sentences of a debrief, for the report and the page alike. */
import type { ClauseChange } from '../../engine/explain/answer.ts';
import type { Deal } from '../../engine/problem.ts';
import { signedPointsOf } from '../../report/digits.ts';
import { counted } from '../../report/text/number.ts';
import { plainNumber } from '../../report/text/points.ts';
import { listed, partyInside, partyShort } from '../../report/view/words.ts';
import { SOLUTION_TITLES } from '../../report/view/deals.ts';
import type { Case } from '../../report/case.ts';
import { changeWords } from '../explain/words.ts';
import type { Judged } from './case.ts';
import type { Findings, TeamFinding } from './findings.ts';

/** "5 of 8 teams signed a deal, 2 parted without one, 1 is not done." */
export function headline({ teams }: Findings): string {
  const of = (kind: TeamFinding['kind']): number => teams.filter((team) => team.kind === kind).length;
  const [deals, none, open] = [of('deal'), of('no deal'), of('open')];
  const parts = [
    `${deals} of ${counted(teams.length, 'team')} signed a deal`,
    ...(none === 0 ? [] : [`${none} parted without one`]),
    ...(open === 0 ? [] : [`${open} ${open === 1 ? 'is' : 'are'} not done`]),
  ];
  return `${listed(parts)}.`;
}

export function overview({ teams }: Findings): readonly string[] {
  const deals = teams.filter(({ kind }) => kind === 'deal');
  const count = (holds: (team: TeamFinding) => boolean): number => teams.filter(holds).length;
  const outside = count(({ cause }) => cause === 'outside');
  const missed = count(({ cause }) => cause === 'missed');
  const lost = count(({ cause }) => cause === 'none');
  return [
    ...(deals.length === 0
      ? []
      : [
          `Efficient, so that no other is better for some and worse for none: ${count(({ efficient }) => efficient === true)} of ${counted(deals.length, 'deal')}.`,
        ]),
    ...timesOf(deals),
    ...(outside === 0 ? [] : [`${counted(outside, 'team')} signed what somebody should have refused.`]),
    ...(missed === 0 ? [] : [`${counted(missed, 'team')} parted although there were deals to sign.`]),
    ...(lost === 0 ? [] : [`${counted(lost, 'team')} parted where there was no deal to be had.`]),
  ];
}

/** When deals were signed; nothing where nobody wrote it down. */
function timesOf(deals: readonly TeamFinding[]): readonly string[] {
  const minutes = deals
    .flatMap(({ minute }) => (minute === null ? [] : [Math.round(minute)]))
    .toSorted((a, b) => a - b);
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (first === last) return [`Signed in minute ${first}.`];
  return [
    `Signed between minute ${first} and minute ${last}, half of them by minute ${minutes[Math.ceil(minutes.length / 2) - 1]!}.`,
  ];
}

/** How it ended, in a cell: "deal", "no deal", "not done". */
export function endWords({ kind }: TeamFinding): string {
  return kind === 'open' ? 'not done' : kind;
}

export function minuteWords(minute: number | null): string {
  return minute === null ? '' : String(Math.round(minute));
}

/** "yes", "no", or the roles that should have refused. */
export function signWords(of: Judged, team: TeamFinding): string {
  if (team.kind !== 'deal') return '';
  const refuse = team.roles.flatMap(({ shouldNot }, k) => (shouldNot ? [partyShort(of.game.file, k)] : []));
  return refuse.length === 0 ? 'yes' : `not ${listed(refuse)}`;
}

export function efficientWords({ kind, efficient }: TeamFinding): string {
  if (kind !== 'deal') return '';
  return efficient === null ? 'not decided' : efficient ? 'yes' : 'no';
}

/** "4.5", "at least 4.5" where nothing is proven, or nothing where it is not known. */
export function leftWords({ left, leftProven }: TeamFinding): string {
  if (left === null) return '';
  return `${leftProven ? '' : 'at least '}${plainNumber(left, 'down')}`;
}

export function shareWords(share: number | null): string {
  return share === null ? '' : `${Math.floor(share * 100)} %`;
}

/** "Nash + Egalitarian (2 apart)", "the Nash deal". */
export function nearWords({ nearest: { solutions, draft } }: TeamFinding): string {
  const apart = (count: number): string => (count === 0 ? 'the same' : `${count} apart`);
  return [
    ...(solutions === null
      ? []
      : [`${solutions.names.map((name) => SOLUTION_TITLES[name]).join(' + ')} (${apart(solutions.apart)})`]),
    ...(draft === null ? [] : [`draft ${draft.names.join(', ')} (${apart(draft.apart)})`]),
  ].join('; ');
}

/** "Area: 8 hectares instead of 12 hectares": what the better deal changes, and what each gains. */
export function betterWords(team: TeamFinding): string {
  const { of, deal } = team;
  if (of.kind !== 'deal' || deal === null || of.hindsight.better === null) return '';
  const { better } = of.hindsight;
  return exchangeWords(of.day.of, deal, changesTo(deal, better.deal), better.gain);
}

/** Trades that leave nobody worse off, as sentences; what is the better deal itself is not said twice. */
export function missedWords(team: TeamFinding): readonly string[] {
  const { of, deal } = team;
  if (of.kind !== 'deal' || deal === null) return [];
  const better = betterWords(team);
  return of.hindsight.logrolls
    .map(({ changes, gain }) => exchangeWords(of.day.of, deal, changes, gain))
    .filter((words) => words !== better);
}

function changesTo(from: Deal, to: Deal): readonly ClauseChange[] {
  return to.flatMap((option, issue) => (from[issue] === option ? [] : [{ issue, option }]));
}

function exchangeWords(of: Case, deal: Deal, changes: readonly ClauseChange[], gain: readonly number[]): string {
  const clauses = changes.map((change) => changeWords(of.scenario, change, deal[change.issue]!));
  const gains = gain.map(
    (points, party) =>
      `${partyShort(of.scenario, party)} ${points === 0 ? 'the same' : signedPointsOf(of, party, points)}`,
  );
  return `${clauses.join('; ')} (${gains.join(', ')})`;
}

/** What a team without a deal, or with one that should not be, teaches. */
export function causeWords(of: Judged, team: TeamFinding): string {
  switch (team.cause) {
    case null:
      return '';
    case 'missed':
      return 'No deal, though there were deals that enough would have signed.';
    case 'none':
      return 'No deal, and there was none that enough would have signed.';
    case 'outside': {
      const names = team.roles.flatMap(({ shouldNot, crosses, belowLeast }, k) => {
        if (!shouldNot) return [];
        const why = belowLeast
          ? 'below its least'
          : `across ${crosses.length === 0 ? 'a red line' : crosses.join(', ')}`;
        return [`${partyInside(of.game.file, k)} (${why})`];
      });
      return names.length === 0
        ? 'Signed by too few.'
        : `Signed though it should have been refused by ${listed(names)}.`;
    }
  }
}
