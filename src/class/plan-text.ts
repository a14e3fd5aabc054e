/** A plan as a commented text, meant to be edited. */
import { Document } from 'yaml';
import { STRATEGY_KINDS } from '../scenario/scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Handout, Plan } from './plan.ts';

export function planText(plan: Plan, scenario: Scenario): string {
  const { title, minutes, talk, briefs, handouts } = plan;
  const roles = scenario.parties.map(({ id }) => id);
  const example = roles.at(-1) ?? 'role';
  return [
    '# A class: who plays what, for how long, and what is handed out when. Change what you like before you open it.',
    '# Who sits where, with which code word, stands in codes.csv.',
    'class: 1',
    pair('title', title ?? scenario.title),
    pair('scenario', plan.scenario),
    ...(scenario.stages.length === 0
      ? []
      : [`# Begin with the positions at a stage: ${scenario.stages.map(({ id }) => id).join(', ')}`, '# stage: ']),
    '',
    '# Minutes of negotiation. At the end the tables lock; what is signed stands.',
    pair('minutes', minutes),
    '',
    '# face: they talk in the room, and the page keeps score. text: they write to each other, and that is kept.',
    pair('talk', talk),
    '',
    '# When people see their own brief and score sheet: joining (with the code word) or start (of the clock).',
    pair('briefs', briefs),
    '',
    '# Roles that the program plays in every team, each with a strategy:',
    `# ${STRATEGY_KINDS.join(', ')}`,
    `# Example: computer: { ${example}: linear }`,
    'computer: {}',
    '',
    '# What is handed out: at a minute, or when you say so where no minute stands. To all, or to some roles.',
    `# Example: - { id: note, minute: 20, roles: [${example}], text: Somebody else has made you an offer. }`,
    ...(handouts.length === 0 ? ['handouts: []'] : ['handouts:', ...handouts.map(handoutText)]),
    '',
  ].join('\n');
}

function handoutText(handout: Handout): string {
  return `  - ${flow(handout)}`;
}

function pair(key: string, value: string | number): string {
  return `${key}: ${flow(value)}`;
}

/** On one line, quoted where YAML asks for it. */
function flow(value: unknown): string {
  const document = new Document(value, { version: '1.2' });
  document.contents = document.createNode(value, { flow: true });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trim();
}
