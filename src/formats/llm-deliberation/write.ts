/** A scenario as a game of LLM-Deliberation: score files, config, the names of issues and options, a first deal. */
import { exactOf } from '../../exact/fraction.ts';
import { optionAt, optionCount } from '../../scenario/format/options.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { decimalWriter } from '../decimal-text.ts';
import type { Note } from '../foreign.ts';
import { refuse, wholeFile } from '../foreign.ts';
import type { Written, WrittenFile } from '../format.ts';
import { issueNames, optionNames, optionTexts, partyNames, pointsOf } from '../from-scenario.ts';
import { idsOf } from '../ids.ts';
import { lossesOf } from '../losses.ts';

const MOST_ISSUES = 26;
/** The platform reads one digit. */
const MOST_OPTIONS = 9;

/** @throws Refusal where there are more issues than letters */
export function writeDeliberation(scenario: Scenario): Written {
  const { issues, parties, consent } = scenario;
  if (issues.length > MOST_ISSUES)
    refuse(
      wholeFile(scenario.title),
      `has ${issues.length} issues, and the format names them by the ${MOST_ISSUES} letters`,
    );
  const numbers = decimalWriter();
  const roles = rolesOf(scenario);
  const notes: Note[] = [...lossesOf(scenario, ['summary', 'consent', 'drafts', 'optionTexts'])];
  if (!isRuleOfPlatform(scenario)) {
    notes.push({
      kind: 'left out',
      text: 'the consent rule: the platform has all but one sign, two parties with a veto among them',
    });
  }
  const files = idsOf(
    parties.map(({ id }) => ({ id, name: id })),
    'party',
  );
  const points = parties.map((party) => pointsOf(party, issues));
  const isWhole = [...points.flat(2), ...parties.map(({ reservation }) => exactOf(reservation))].every(
    ({ den }) => den === 1n,
  );
  const names = partyNames(scenario);
  const config = parties.map((_, k) =>
    [names[k]!.replaceAll(/\s*,\s*/g, ' '), files[k], roles[k], 'cooperative', 'model'].join(','),
  );
  const sheets = parties.map((party, k): WrittenFile => {
    const rows = points[k]!.map((own) => own.map((score) => numbers.text(score)).join(', '));
    return {
      path: `scores_files/${files[k]}.txt`,
      content: `${[...rows, numbers.text(exactOf(party.reservation))].join('\n')}\n`,
    };
  });
  const many = issues.filter((issue) => optionCount(issue) > MOST_OPTIONS);
  if (many.length > 0)
    notes.push({
      kind: 'changed',
      text: `${many.map(({ title }) => title).join(', ')}: more than ${MOST_OPTIONS} options, of which the platform reads the first ${MOST_OPTIONS} in deals`,
    });
  if (!isWhole)
    notes.push({
      kind: 'changed',
      text: 'some scores are no whole numbers, which is all that the platform reads; multiply them before you use them there',
    });
  if (numbers.rounded() > 0)
    notes.push({
      kind: 'changed',
      text: `${numbers.rounded()} numbers have no decimal that ends; they are written to 20 places`,
    });
  if (scenario.drafts.length > 1)
    notes.push({ kind: 'left out', text: `${scenario.drafts.length - 1} drafts beside the first one` });
  if (consent.needs === 'all')
    notes.push({ kind: 'changed', text: 'nobody has a veto in the scenario, so no party is p1 or p2' });
  return {
    files: [
      { path: 'config.txt', content: `${config.join('\n')}\n` },
      { path: 'global_instructions.txt', content: instructions(scenario) },
      ...dealFile(scenario),
      ...sheets,
    ],
    notes,
  };
}

/** Those with a veto are p1 and p2. */
function rolesOf({ parties, consent }: Scenario): readonly string[] {
  const vetoes = consent.needs === 'all' ? [] : consent.needs.veto;
  return parties.map(({ id }) => {
    const place = vetoes.indexOf(id);
    return place === 0 || place === 1 ? `p${place + 1}` : 'player';
  });
}

function isRuleOfPlatform({ consent, parties }: Scenario): boolean {
  const { needs } = consent;
  return needs !== 'all' && needs.quorum === Math.max(1, parties.length - 1) && needs.veto.length <= 2;
}

function instructions(scenario: Scenario): string {
  const names = issueNames(scenario);
  const blocks = scenario.issues.map((issue, k) => {
    const texts = optionTexts(issue);
    const rows = optionNames(issue).map((option, place) => {
      const text = texts[place] === undefined ? '' : `: ${oneLine(texts[place])}`;
      return `${letter(k)}${place + 1} "${oneLine(option)}"${text}`;
    });
    return [`Issue ${letter(k)}: "${oneLine(names[k]!)}"`, ...rows, ''].join('\n');
  });
  const summary = scenario.summary === undefined ? [] : [scenario.summary, ''];
  return [...summary, ...blocks].join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('"', "'");
}

function letter(issue: number): string {
  return String.fromCharCode(65 + issue);
}

/** The first draft, as far as it goes. */
function dealFile({ drafts, issues }: Scenario): readonly WrittenFile[] {
  const [draft] = drafts;
  if (draft === undefined) return [];
  const clauses = issues.flatMap((issue, k) => {
    const clause = draft.clauses.find((own) => own.issue === issue.id);
    return clause === undefined ? [] : [`${letter(k)}${optionAt(issue, clause.option) + 1}`];
  });
  return [{ path: 'initial_deal.txt', content: `${clauses.join(',')}\n` }];
}
