/** How far thresholds can move, and how firm a zone is. */
import { choiceAt } from '../../engine/problem.ts';
import type { ExactPoints } from '../../engine/answer.ts';
import type { Explanation, Firmness } from '../../engine/explain/answer.ts';
import type { Named } from '../../report/case.ts';
import type { ExplainCase } from './case.ts';
import { optionRuns } from '../../report/view/option-runs.ts';
import { counted } from '../../report/text/number.ts';
import type { Focus } from '../../report/view/focus.ts';
import { redLineName } from './words.ts';
import type { ListView } from './words.ts';
import {
  issueTitle,
  listed,
  optionLabel,
  partyInside,
  partyName,
  beginning,
  hasRedLines,
  runLabel,
} from '../../report/view/words.ts';
import { allowed, comeDown, everybody, isOpen, mayAsk } from '../../report/digits.ts';

/** What of an explanation says how far thresholds can move. */
type SlackCase = Named & { readonly answer: Pick<Explanation, 'slack'> };

/** The room of every party, and of all together. */
export function slackList(of: SlackCase, focus: Pick<Focus, 'parties'>): ListView {
  const { answer, scenario } = of;
  const { uniformExact, uniformProven, headroom } = answer.slack;
  return {
    title: 'Slack: how far thresholds can move',
    intro: `Each party alone, everything else as it is; and all who sign together.${hasRedLines(of) ? ' Red lines stay.' : ''}`,
    rows: [
      ...(headroom.every(({ kind }) => kind === 'apart') ? [] : focus.parties).map((party) => {
        const found = headroom[party]!;
        return {
          label: partyName(scenario, party),
          text: found.kind === 'points' ? aloneWords(of, party, found.exact) : HEADROOM_WORDS[found.kind],
        };
      }),
      {
        label: 'All together',
        text:
          uniformExact === null
            ? uniformProven
              ? 'Red lines and rules alone leave no deal, whatever the thresholds.'
              : 'Not known within the search budget.'
            : uniformExact.num === 0n && !uniformProven
              ? 'Whether all could ask for more at the same time was not settled within the search budget.'
              : togetherWords(of, uniformExact) + (uniformProven ? '' : ' Best found; not proven.'),
      },
    ],
    notes: [],
  };
}

const HEADROOM_WORDS = {
  unneeded: 'Whatever it asks for, others can make a deal without it.',
  apart: 'No threshold of this party alone opens a zone.',
  unknown: 'Not known within the search budget.',
};

function aloneWords(of: Named, party: number, room: ExactPoints): string {
  if (!isOpen(room)) return `Would have to ${comeDown(of, [party], room)}.`;
  if (room.num === 0n) return 'Could not ask for anything more.';
  return `Could ask for ${mayAsk(of, [party], room)}.`;
}

function togetherWords(of: Named, slack: ExactPoints): string {
  const parties = everybody(of);
  if (!isOpen(slack)) return `Would each have to ${comeDown(of, parties, slack)}.`;
  if (slack.num === 0n) return 'Could not all ask for more at the same time.';
  return `Could each ask for ${mayAsk(of, parties, slack)}.`;
}

const MOST_OPTIONS = 12;

/** The row of the options that are in no deal. */
export const DEAD = 'dead';
const MOST_LINES = 5;

export function firmnessList(of: ExplainCase, firmness: Firmness, focus: Focus): ListView {
  const { scenario, compiled } = of;
  const issueOf = (row: number): number => choiceAt(compiled.problem, row).issue;
  const optionWords = (row: number): string => {
    const { issue, option } = choiceAt(compiled.problem, row);
    return `${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, option)}`;
  };
  const cutTo = (words: readonly string[], most: number): string => {
    const shown = focus.all ? words : words.slice(0, most);
    const left = words.length - shown.length;
    return shown.join('; ') + (left === 0 ? '' : `; and ${left} more (--all)`);
  };
  const rowsThatAre = (state: string): number[] =>
    [...firmness.status.keys()].filter((row) => firmness.status[row] === state);
  const [settled, dead] = [rowsThatAre('settled'), rowsThatAre('dead')];
  const open = new Set(rowsThatAre('open').map(issueOf)).size;
  const none = (proven: string): string => (firmness.complete ? proven : 'None is known.');
  const tightest = firmness.tightest.map(
    ({ line, points: more }) =>
      `${redLineName(scenario, line)} of ${partyInside(scenario, line.party)}, ${allowed(of, everybody(of), more)} points`,
  );
  return {
    title: 'What is settled in every deal',
    intro: firmness.complete
      ? 'Over all deals of the zone, proven option by option.'
      : 'Over all deals of the zone; what is said is proven, but the search budget ran out, and there may be more.',
    rows: [
      {
        label: 'settled',
        text:
          settled.length === 0
            ? none('No point has just one option left.')
            : `${cutTo(settled.map(optionWords), MOST_OPTIONS)}.`,
      },
      { label: 'open', text: `${counted(open, 'point')} with two options or more left.` },
      {
        label: DEAD,
        text:
          dead.length === 0
            ? none('Every option is in some deal.')
            : `In no deal: ${cutTo(deadWords(of, firmness), MOST_OPTIONS)}.`,
      },
      { label: 'new red lines', text: refusalWords(of, firmness, focus) },
      {
        label: 'tightest',
        text: [
          thresholdWords(of),
          ...(tightest.length > 0
            ? [`Without one red line, all could ask for more together: ${cutTo(tightest, MOST_LINES)}.`]
            : hasRedLines(of)
              ? [none('No red line keeps the parties from asking for more together.')]
              : []),
        ].join(' '),
      },
    ],
    notes: [],
  };
}

/** The options in no deal: those of a list one by one, numbers in a row as one. */
function deadWords({ scenario, compiled }: ExplainCase, { status }: Firmness): string[] {
  const { offsets } = compiled.problem;
  return scenario.issues.flatMap((own, issue) => {
    const isDead = (option: number): boolean => status[offsets[issue]! + option] === 'dead';
    return optionRuns(own, isDead)
      .filter(({ first }) => isDead(first))
      .map((run) => `${issueTitle(scenario, issue)}: ${runLabel(scenario, issue, run)}`);
  });
}

/** Who could refuse what, parties with the same answer in one sentence. */
function refusalWords({ scenario }: ExplainCase, { closing, status, complete }: Firmness, focus: Focus): string {
  const living = status.filter((state) => state !== 'dead').length;
  const groups = new Map<string, number[]>();
  for (const party of focus.parties) {
    const key = closing[party]!.join();
    groups.set(key, [...(groups.get(key) ?? []), party]);
  }
  const sentences = [...groups.values()].map((parties) => {
    const names = listed(
      parties.map((party) => partyInside(scenario, party)),
      'or',
    );
    const closes = closing[parties[0]!]!.length;
    if (closes === 0 && !complete) return `No option is known whose refusal by ${names} alone closes the zone.`;
    if (closes === 0) return `${beginning(names)} alone can refuse any one option, and deals are left.`;
    const others =
      living - closes === 0 || !complete
        ? ''
        : `; any one of the other ${living - closes} can be refused and deals are left`;
    return `The zone closes when ${names} alone refuses ${
      closes === 1 ? 'the settled option' : `any of ${closes} settled options`
    }${others}.`;
  });
  return sentences.join(' ');
}

/** The party whose threshold has the least room. */
function thresholdWords(of: ExplainCase): string {
  const { scenario, answer } = of;
  const rooms = answer.slack.headroom.flatMap((found, party) =>
    found.kind === 'points' ? [{ party, room: found.points, exact: found.exact }] : [],
  );
  const known = answer.slack.headroom.every(({ kind }) => kind !== 'unknown');
  if (!known) return 'Not every threshold alone was searched to the end.';
  if (rooms.length === 0) return 'No single threshold can close the zone.';
  const least = rooms.reduce((low, entry) => (entry.room < low.room ? entry : low));
  const whose = `The threshold of ${partyInside(scenario, least.party)}`;
  if (least.exact.num === 0n) return `${whose}, which cannot rise at all.`;
  return `${whose}, with ${least.exact.attained ? '' : 'less than '}${allowed(of, [least.party], least.exact)} points to go.`;
}
