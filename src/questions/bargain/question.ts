/** How the parties get to a deal or fail to, round by round; and what perfect foresight would do. */
import { z } from 'zod';
import { MEDIATORS } from '../../engine/bargain/protocol/protocol.ts';
import { OFFER_RULES } from '../../engine/bargain/party/strategy.ts';
import { MOST_ROUNDS } from '../../scenario/format/limits.ts';
import { A_DATE } from '../../scenario/format/texts.ts';
import { LINES, PROTOCOLS } from '../../scenario/scenario.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import { ROUNDS, RUNS, SEED } from '../budgets.ts';
import { all, json, position, threads, width } from '../common.ts';
import { flag, option, text, wholeNumber } from '../option.ts';
import { question } from '../question.ts';

const MOST_RUNS = 100_000;

const onlyForesight = option(
  wholeNumber(1, Number.MAX_SAFE_INTEGER).optional(),
  'with --equilibrium: search nodes for one question; what then is not proven is said, and more take longer',
  { value: '<n>', onlyWith: ['equilibrium'] },
);

const date = z.iso.date(`Expected ${A_DATE}.`).optional();

export const bargainOptions = z.object({
  ...position,
  rounds: option(
    wholeNumber(1, MOST_ROUNDS).optional(),
    `full rounds until the deadline; default: those of the file, else ${ROUNDS}`,
    { value: '<n>' },
  ),
  protocol: option(
    z.enum(PROTOCOLS).optional(),
    'who may do what when: offers in turn (alternating), a mediator with one text (single-text), an offer of everybody ' +
      'in each round (simultaneous), or drawn proposers and votes (random-proposer)',
    { value: '<name>' },
  ),
  mediator: option(
    z.enum(MEDIATORS).optional(),
    'with --protocol single-text: knows all numbers (informed, the default), or tries changes by chance (blind)',
    { value: '<kind>' },
  ),
  text: text('<draft>', 'with --protocol single-text: the draft to begin with; default: any lawful text'),
  annealed: flag('with --protocol single-text: parties put up with small losses, ever smaller ones'),
  chances: text('<numbers>', 'with --protocol random-proposer: how likely each is to propose, such as a=2,b=1'),
  agenda: text('<issues>', "groups of issues that are settled one after the other, such as 'a,b;c'", {
    conflicts: ['equilibrium'],
  }),
  allOrders: flag('with an agenda: settle its groups in every order, up to 6 of them, and all issues at once', {
    conflicts: ['equilibrium', 'runs', 'draws'],
  }),
  order: text('<ids>', 'who speaks first, next, ..., such as a,b; the others follow in the order of the file'),
  patience: text(
    '<numbers>',
    'what a gain of the next round is worth in this one, such as a=0.9,b=1; it counts in --equilibrium',
  ),
  strategies: text('<names>', 'what the parties do, such as a=boulware:4,b=linear,c=micro'),
  offers: option(
    z.enum(OFFER_RULES).optional(),
    'which deal worth the target a party offers: the least good for itself (thrifty), the most like the offers of the ' +
      'others (similar, the default; thrifty along an agenda in a small space), the best for them as it learns (learned), or any (random)',
    { value: '<rule>' },
  ),
  lines: option(
    z.enum(LINES).optional(),
    'whether red lines are public, and nobody offers what another never signs, or private (the default)',
    { value: '<kind>', conflicts: ['equilibrium'] },
  ),
  accept: text(
    '<names>',
    'what parties accept: what is worth their target (target, the default), or what they would offer (next), anything ' +
      'late (time:0.9), or either, such as a=next,b=either:0.9',
    { conflicts: ['equilibrium'] },
  ),
  walkOut: text('<numbers>', 'who leaves after so many rounds without an offer it could sign, such as a=5', {
    conflicts: ['equilibrium'],
  }),
  from: option(date, 'day of the first round: from its date on, the positions of a stage hold', {
    value: '<date>',
    conflicts: ['stage'],
  }),
  to: option(date, 'day of the last round; default: that of the last stage', { value: '<date>', onlyWith: ['from'] }),
  equilibrium: flag('what alternating offers come to where everybody knows everything and looks ahead', {
    conflicts: ['strategies', 'offers', 'from'],
  }),
  efg: flag(
    'with --equilibrium: the game that it solves, in the format of Gambit (.efg); for few deals and rounds, such as ' +
      'winset bargain lease --equilibrium --rounds 2 --efg > lease.efg',
    { onlyWith: ['equilibrium'], conflicts: ['json', 'nodes'], shapes: true },
  ),
  runs: option(
    wholeNumber(1, MOST_RUNS).optional(),
    `many sessions, with who speaks first drawn for each, and what they have in common; with --draws: ${RUNS} by default`,
    { value: '<n>', conflicts: ['equilibrium'] },
  ),
  draws: flag('draw the uncertain numbers of the file anew for each session, between their low and high', {
    conflicts: ['equilibrium'],
  }),
  threads,
  nodes: onlyForesight,
  seed: option(z.string().default(SEED), 'seed of all that is drawn', { value: '<text>', stated: 'always' }),
  all,
  width,
  json,
});

export const bargain = question({
  id: 'bargain',
  sentence: 'What happens on the way to a deal: who offers what, who gives way, and what is left on the table?',
  options: bargainOptions,
  refuse: ({ protocol, equilibrium }) =>
    equilibrium === true && (protocol === 'single-text' || protocol === 'simultaneous')
      ? `--equilibrium is about proposers, in turn or drawn; leave out --protocol ${protocol}`
      : null,
  ask: async (...asked) => (await import('./ask.ts')).askBargain(...asked),
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  text: async (of, { width: columns, all: whole, command }) => {
    if (of.kind === 'game') return (await import('./gambit.ts')).gambitText(of);
    const focus = wholeFocus(of.scenario, whole, command);
    if (of.kind === 'session') {
      const [{ sessionView }, { textSession }] = await Promise.all([import('./view.ts'), import('./layout.tsx')]);
      return textSession(sessionView(of, focus), columns);
    }
    const { textSheet } = await import('../../report/text-sheet.tsx');
    if (of.kind === 'runs') return textSheet((await import('./runs-view.ts')).runsView(of, focus), columns);
    if (of.kind === 'orders') return textSheet((await import('./orders-view.ts')).ordersView(of, focus), columns);
    return textSheet((await import('./foresight-view.ts')).foresightView(of, focus), columns);
  },
});
