/**
 * What a change did to the answers, in words: the verdict first, then the size of the zone, the recommended deal, what
 * each party has to spare in it, and the uniform slack.
 */
import type { Constraint, Zone } from '../../engine/answer.ts';
import type { Named } from '../../report/case.ts';
import { spareOf } from '../../report/case.ts';
import { pointsOf, slackOf } from '../../report/digits.ts';
import { counted } from '../../report/text/number.ts';
import {
  countFigure,
  demandName,
  issueTitle,
  listed,
  optionLabel,
  partyInside,
  partyShort,
} from '../../report/view/words.ts';
import { WITH_MIDDLE } from '../../report/view/unvalued.ts';
import { isBuiltAlike } from '../../scenario/edit/structure/align.ts';
import type { TimelyGlance } from '../live/question.ts';
import { bestDeal, solutionTitle } from '../parts/recommended.ts';
import type { Moment } from './context.ts';

/** Clauses named one by one; more are counted. */
const MOST_CLAUSES = 3;

/**
 * Sentences without a full stop, the most important first; empty when verdict, deals and slack stay as they are. The
 * zone is compared only where both were counted.
 */
export function changeWords(before: Moment, after: Moment): readonly string[] {
  // What was supposed differently is not what the change did.
  if (before.about.asIf?.words !== after.about.asIf?.words) return [];
  // Places of parties, issues and options mean something else once the scenario is made of something else.
  if (!isBuiltAlike(before.about.scenario, after.about.scenario)) return verdictWords(before, after);
  const verdict = verdictWords(before, after);
  const others = [
    ...signersWords(before, after),
    ...zoneWords(before, after),
    ...dealWords(before, after),
    ...conflictWords(before, after),
    ...spareWords(before, after),
    ...uniformWords(before, after),
    ...draftWords(before, after),
  ];
  const isMiddle = [before, after].some(({ glance }) => glance.unvalued !== undefined);
  const [first, ...rest] = others;
  if (!isMiddle || first === undefined) return [...verdict, ...others];
  return [...verdict, `${WITH_MIDDLE} ${first}`, ...rest];
}

function verdictWords(before: Moment, after: Moment): string[] {
  return possibleIn(before.glance) === possibleIn(after.glance) ? [] : [verdictNow(after.glance)];
}

/** Whether there is a deal, whatever is not yet valued. */
function possibleIn({ empty, unvalued }: TimelyGlance): boolean | 'depends' | null {
  if (unvalued === undefined) return empty === null ? null : !empty;
  return { always: true, never: false, depends: 'depends' as const, undecided: null }[unvalued.verdict];
}

function verdictNow(glance: TimelyGlance): string {
  const whatever = glance.unvalued === undefined ? '' : ', whatever the numbers not yet valued are';
  switch (possibleIn(glance)) {
    case true:
      return `a deal is possible now${whatever}`;
    case false:
      return `no deal any more${whatever}`;
    case 'depends':
      return 'it depends now on numbers that are not yet valued';
    case null:
      return 'not decided whether there is a deal';
  }
}

function signersWords(before: Moment, after: Moment): string[] {
  const [was, is] = [before.glance, after.glance];
  if (was.empty !== is.empty || was.coalition === null || is.coalition === null) return [];
  const names = (moment: Moment, parties: readonly number[]): string[] =>
    parties.map((party) => partyInside(moment.about.scenario, party));
  const [old, now] = [names(before, was.coalition), names(after, is.coalition)];
  const joined = now.filter((name) => !old.includes(name));
  const left = old.filter((name) => !now.includes(name));
  if (joined.length === 0 && left.length === 0) return [];
  const words = [
    ...(joined.length > 0 ? [`now also signed by ${listed(joined)}`] : []),
    ...(left.length > 0 ? [`no longer signed by ${listed(left)}`] : []),
  ];
  return [words.join(', ')];
}

function zoneWords(before: Moment, after: Moment): string[] {
  if (before.zone === null || after.zone === null) return [];
  const [was, is] = [zoneFigure(before.zone), zoneFigure(after.zone)];
  return was === is ? [] : [`zone ${was} -> ${is}`];
}

function zoneFigure({ empty, count }: Zone): string {
  return empty === true ? 'empty' : countFigure(count);
}

function dealWords(before: Moment, after: Moment): string[] {
  const [was, is] = [bestDeal(before.glance), bestDeal(after.glance)];
  if (was === null || is === null) return [];
  const { scenario } = after.about;
  const changed = [...scenario.issues.keys()].filter((issue) => was.deal[issue] !== is.deal[issue]);
  if (changed.length === 0) return [];
  const shown = changed
    .slice(0, MOST_CLAUSES)
    .map(
      (issue) =>
        `${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, was.deal[issue]!)} -> ` +
        optionLabel(scenario, issue, is.deal[issue]!),
    );
  const left = changed.length - shown.length;
  const more = left === 0 ? [] : [counted(left, 'more clause')];
  return [`${solutionTitle()}: ${[...shown, ...more].join('; ')}`];
}

/** Which demands exclude each other, where that is another set than before. */
function conflictWords(before: Moment, after: Moment): string[] {
  const [was, is] = [before.glance.collision, after.glance.collision];
  if (was === null || is === null) return [];
  const names = ({ about }: Moment, demands: readonly Constraint[]): string =>
    listed(demands.map((demand) => demandWords(about, demand)));
  const [old, now] = [names(before, was.conflict), names(after, is.conflict)];
  const ways =
    was.openings.length === is.openings.length ? [] : [`ways out ${was.openings.length} -> ${is.openings.length}`];
  return [...(old === now ? [] : [`now in the way: ${now}`]), ...ways];
}

/** A threshold without its number: that moves with every key. */
function demandWords(of: Named, demand: Constraint): string {
  if (demand.kind !== 'reservation') return demandName(of, demand);
  return `the least that ${partyInside(of.scenario, demand.party)} signs for`;
}

/** Points above the least that each party signs for, in the recommended deal. */
function spareWords(before: Moment, after: Moment): string[] {
  const [was, is] = [bestDeal(before.glance), bestDeal(after.glance)];
  if (was === null || is === null) return [];
  return [...after.about.scenario.parties.keys()].flatMap((party) => {
    const [old, now] = [
      pointsOf(before.about, party, spareOf(before.about, party, was.deal)),
      pointsOf(after.about, party, spareOf(after.about, party, is.deal)),
    ];
    return old === now ? [] : [`${partyShort(after.about.scenario, party)} to spare ${old} -> ${now}`];
  });
}

function uniformWords(before: Moment, after: Moment): string[] {
  const [was, is] = [before, after].map(({ about, glance: { uniformSlackExact: slack } }) =>
    slack === null ? 'none' : slackOf(about, slack),
  );
  return was === is ? [] : [`uniform slack ${was} -> ${is}`];
}

function draftWords(before: Moment, after: Moment): string[] {
  const { scenario } = after.about;
  return after.glance.drafts.flatMap((known, draft) => {
    if (known === null) return [];
    const { blockedBy } = known;
    const was = before.glance.drafts[draft]?.blockedBy ?? blockedBy;
    const names = (parties: readonly number[]): string => listed(parties.map((party) => partyShort(scenario, party)));
    const refusing = blockedBy.filter((party) => !was.includes(party));
    const content = was.filter((party) => !blockedBy.includes(party));
    const words = [
      ...(refusing.length > 0 ? [`now blocked by ${names(refusing)}`] : []),
      ...(content.length > 0 ? [`no longer blocked by ${names(content)}`] : []),
    ];
    return words.length === 0 ? [] : [`draft ${scenario.drafts[draft]!.id} ${words.join(', ')}`];
  });
}
