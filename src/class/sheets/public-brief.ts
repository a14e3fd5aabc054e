/** What everybody knows, as Markdown: the text that stands beside the scenario, or one made of its public part. */
import { labelledClauses, listed, optionLabel, patternWords, sentence, sumSentence } from '../../report/view/words.ts';
import { isNumberLine, listedOptions, numberCount, optionId } from '../../scenario/format/options.ts';
import { isNotArising, withoutDerived } from '../../scenario/format/conditional.ts';
import type { Issue, Rule, Scenario } from '../../scenario/scenario.ts';

/** `written` is the text of PUBLIC.md; null where there is none. */
export function publicBrief(scenario: Scenario, written: string | null): string {
  return written ?? madeFrom(scenario);
}

function madeFrom(scenario: Scenario): string {
  const { title, summary, parties, issues, rules } = scenario;
  const own = withoutDerived(rules, issues);
  return [
    `# ${title}: what everybody knows`,
    summary?.trim() ?? '',
    '## Who is at the table',
    parties.map(({ name }) => `- ${name}`).join('\n'),
    '## What is on the table',
    `A deal settles every issue, one option each. ${consentWords(scenario)}`,
    issues.map((issue, k) => `- **${issue.title}**: ${optionWords(scenario, issue, k)}`).join('\n'),
    ...(own.length === 0
      ? []
      : ['## What cannot stand together', own.map((rule) => `- ${ruleWords(scenario, rule)}`).join('\n')]),
    RULES_OF_TALK,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const RULES_OF_TALK =
  'You have a confidential sheet of your own with your points for each option. Points say what a deal is worth to you; ' +
  'they cannot be compared with the points of others. You may say about your sheet what you like. You may not show it.';

/** Who has to sign, in words that everybody may hear. */
export function consentWords(scenario: Scenario): string {
  const { consent, parties } = scenario;
  const nameOf = (id: string): string => parties.find((party) => party.id === id)?.name ?? id;
  const sometimes = consent.conditional.map(
    ({ party, when }) => `${nameOf(party)} has to sign a deal with ${patternWords(scenario, when)}.`,
  );
  const always = parties.filter(({ id }) => !consent.conditional.some(({ party }) => party === id));
  if (consent.needs === 'all') {
    const who = consent.conditional.length === 0 ? 'everybody' : listed(always.map(({ name }) => name));
    return [`It needs the signature of ${who}.`, ...sometimes].join(' ');
  }
  const { quorum, veto } = consent.needs;
  const vetoes = veto.length === 0 ? '' : ` ${listed(veto.map(nameOf))} must be among them.`;
  return [`It needs ${quorum} signatures of ${parties.length}.${vetoes}`, ...sometimes].join(' ');
}

function optionWords(scenario: Scenario, issue: Issue, index: number): string {
  const options = listedOptions(issue).filter((option) => !isNotArising(issue, optionId(issue, option)));
  const labels = options.map((option) => {
    const text = option < numberCount(issue) ? undefined : issue.named[option - numberCount(issue)]?.text;
    const label = optionLabel(scenario, index, option);
    return text === undefined ? label : `${label} (${text.trim().replace(/\.$/, '')})`;
  });
  const { range, unit } = issue;
  const numbers =
    range === null || !isNumberLine(issue)
      ? []
      : [`${optionId(issue, 0)} to ${optionId(issue, range.count - 1)}${unit === undefined ? '' : ` ${unit}`}`];
  const only = issue.only === undefined ? '' : ` Only with ${onlyWords(scenario, issue.only)}.`;
  return `${[...numbers, ...labels].join('; ')}.${only}`;
}

function onlyWords(scenario: Scenario, only: NonNullable<Issue['only']>): string {
  return labelledClauses(scenario, only)
    .map(({ issue, labels }) => `${scenario.issues[issue]!.title}: ${listed(labels, 'or')}`)
    .join(' and ');
}

function ruleWords(scenario: Scenario, rule: Rule): string {
  switch (rule.kind) {
    case 'sum':
      return `${sumSentence(scenario, rule)} ${sentence(rule.why)}`;
    case 'forbid':
      return `Not ${patternWords(scenario, rule.forbid)}. ${sentence(rule.why)}`;
    case 'implies':
      return `With ${patternWords(scenario, rule.if)} comes ${patternWords(scenario, rule.then)}. ${sentence(rule.why)}`;
  }
}
