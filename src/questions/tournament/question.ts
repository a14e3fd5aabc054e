/** Every party with every strategy of a menu: which of them pays, and against what. */
import { z } from 'zod';
import { OFFER_RULES } from '../../engine/bargain/party/strategy.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import { MOST_ROUNDS } from '../../scenario/format/limits.ts';
import { LINES } from '../../scenario/scenario.ts';
import { MENU, MENU_RUNS, ROUNDS, SEED } from '../budgets.ts';
import { all, json, position, threads, width } from '../common.ts';
import { flag, option, text, wholeNumber } from '../option.ts';
import { question } from '../question.ts';

const MOST_RUNS = 100_000;
const MOST_SAMPLED = 100_000;

export const tournamentOptions = z.object({
  ...position,
  menu: option(z.string().default(MENU), 'strategies that each party may choose, such as boulware:4,linear,conceder', {
    value: '<names>',
    stated: 'always',
  }),
  strategies: text('<names>', 'parties that choose nothing and always do the same, such as a=boulware:4,b=linear'),
  offers: option(z.enum(OFFER_RULES).optional(), 'which deal worth the target a party offers, as in winset bargain', {
    value: '<rule>',
  }),
  protocol: option(
    z.enum(['alternating', 'random-proposer']).default('alternating'),
    'under which strategies meet: offers in turn, or drawn proposers and votes',
    { value: '<name>' },
  ),
  lines: option(z.enum(LINES).optional(), 'whether red lines are public, as in winset bargain', { value: '<kind>' }),
  rounds: option(
    wholeNumber(1, MOST_ROUNDS).optional(),
    `full rounds until the deadline; default: those of the file, else ${ROUNDS}`,
    { value: '<n>' },
  ),
  agenda: text(
    '<issues>',
    "groups of issues that are settled one after the other, as in winset bargain, such as 'a,b;c'",
  ),
  order: text('<ids>', 'the order of speaking, such as a,b; who begins is drawn for each session'),
  runs: option(wholeNumber(1, MOST_RUNS).default(MENU_RUNS), 'sessions of each profile; they share their seeds', {
    value: '<n>',
    stated: 'always',
  }),
  sample: option(
    wholeNumber(1, MOST_SAMPLED).optional(),
    'play only so many profiles, drawn; best replies need them all and are left out',
    { value: '<n>' },
  ),
  seed: option(z.string().default(SEED), 'seed of all that is drawn', { value: '<text>', stated: 'always' }),
  nfg: flag('the table of mean gains as a game in the format of Gambit (.nfg)', { conflicts: ['csv'], shapes: true }),
  csv: flag('the table as comma-separated values, one profile a line', { conflicts: ['nfg'], shapes: true }),
  threads,
  all,
  width,
  json,
});

export const tournament = question({
  id: 'tournament',
  sentence: 'Which way of bargaining pays against which, if each party chooses its own?',
  options: tournamentOptions,
  refuse: ({ nfg, sample }) =>
    nfg === true && sample !== undefined ? '--nfg needs every profile; leave --sample out, or take --csv' : null,
  ask: async (...asked) => (await import('./ask.ts')).askTournament(...asked),
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  text: async (of, { width: columns, all: whole, command }, { nfg, csv }) => {
    if (nfg === true) return (await import('./gambit.ts')).gambitText(of);
    if (csv === true) return (await import('./csv.ts')).csvText(of);
    const [{ tournamentView }, { textSheet }] = await Promise.all([
      import('./view.ts'),
      import('../../report/text-sheet.tsx'),
    ]);
    return textSheet(tournamentView(of, wholeFocus(of.scenario, whole, command)), columns);
  },
});
