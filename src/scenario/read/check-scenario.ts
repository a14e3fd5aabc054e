/**
 * What the schema cannot see in the scenario file: names that do not exist, ids given twice, impossible consent.
 */
import { z } from 'zod';
import { checkBargaining } from './check-bargaining.ts';
import type { Checker } from './checker.ts';
import { circleOf, derivedRuleIds, MOST_TIED, mostTied, NOT_APPLICABLE } from '../format/conditional.ts';
import { checkDistinct, checkIssue, checkOption, checkParty, checkPattern, checkSources } from './checker.ts';
import type { Path } from '../finding.ts';
import { optionAt } from '../format/options.ts';
import { partAt, partsAt } from './parts.ts';
import type { Range } from '../format/range.ts';
import { conditionalEntry, draftEntry, issueEntry, needs, ruleEntry } from '../format/schema.ts';
import { id } from '../format/schema-shared.ts';
import type { SumTerm } from '../scenario.ts';
import { quote } from '../suggest.ts';
import { readRange } from '../format/range.ts';

const anyWithId = z.object({ id });

/** Checks everything but parties and stages. Never throws, whatever the data. */
export function checkScenario(checker: Checker): void {
  checkIssues(checker);
  checkConditions(checker);
  checkRules(checker);
  checkConsent(checker);
  checkDrafts(checker);
  const drafts = partsAt(checker.data, ['drafts'], z.unknown()).flatMap(({ key, value }) =>
    isNoDeal(value) ? [] : [key],
  );
  checkBargaining(checker, ['bargaining'], drafts);
}

function checkIssues(checker: Checker): void {
  const { data } = checker;
  checkDistinct(checker, 'issue', withIds(partsAt(data, ['issues'], anyWithId)));
  for (const { path } of partsAt(data, ['issues'], z.object({ options: z.array(z.unknown()) }))) {
    checkDistinct(checker, 'option', withIds(partsAt(data, [...path, 'options'], anyWithId)));
  }
  for (const { path, value: issue } of partsAt(data, ['issues'], issueEntry)) {
    const named = issue.options ?? [];
    if (issue.only) checkPattern(checker, [...path, 'only'], issue.only);
    if (issue.only && named.some((option) => option.id === NOT_APPLICABLE)) {
      checker.complain(
        [...path, 'options'],
        `an issue with \`only\` has the option ${quote(NOT_APPLICABLE)} by itself`,
      );
    }
    for (const [k, option] of named.entries()) checkSources(checker, [...path, 'options', k], option);
    if (issue.range !== undefined) {
      checkRange(
        checker,
        path,
        issue.range,
        named.map((option) => option.id),
      );
    }
  }
}

/** That no issue needs itself to arise, and that conditions tie few enough issues together. */
function checkConditions(checker: Checker): void {
  const issues = partsAt(checker.data, ['issues'], issueEntry).filter(({ value }) => value.only !== undefined);
  const needed = new Map(issues.map(({ value }) => [value.id, value.only!.map(({ issue }) => issue)]));
  const pathOf = (name: string): Path => [...issues.find(({ value }) => value.id === name)!.path, 'only'];
  const circle = circleOf(needed);
  if (circle !== null) {
    checker.complain(
      pathOf(circle[0]!),
      `issues that arise only beside each other, in a circle: ${circle.join(' -> ')}`,
    );
  } else if (mostTied(needed) > MOST_TIED) {
    const message = `conditions tie ${mostTied(needed)} issues together; the most is ${MOST_TIED}`;
    checker.complain(issues[0]!.path, message);
  }
  const derived = new Set([...needed.keys()].flatMap(derivedRuleIds));
  for (const { path, value } of partsAt(checker.data, ['rules'], anyWithId)) {
    if (!derived.has(value.id)) continue;
    checker.complain([...path, 'id'], `${quote(value.id)} is the id of a rule that \`only\` of an issue stands for`);
  }
}

/** That a range gives numbers, and that none of the named options beside them takes the id of one. */
function checkRange(checker: Checker, path: Path, range: Range, named: readonly string[]): void {
  const numbers = readRange(range);
  if ('fault' in numbers) {
    checker.complain([...path, 'range'], numbers.fault);
    return;
  }
  for (const [k, option] of named.entries()) {
    if (optionAt({ range: numbers.range, named: [] }, option) === -1) continue;
    const message = `${quote(option)} is already a number of the range; a named option needs an id of its own`;
    checker.complain([...path, 'options', k, 'id'], message);
  }
}

function checkRules(checker: Checker): void {
  checkDistinct(checker, 'rule', withIds(partsAt(checker.data, ['rules'], anyWithId)));
  for (const { path, value: rule } of partsAt(checker.data, ['rules'], ruleEntry)) {
    checkSources(checker, path, rule);
    if ('forbid' in rule) {
      checkPattern(checker, [...path, 'forbid'], rule.forbid);
    } else if ('if' in rule) {
      checkPattern(checker, [...path, 'if'], rule.if);
      checkPattern(checker, [...path, 'then'], rule.then);
    } else {
      for (const term of rule.sum) checkTerm(checker, [...path, 'sum', term.issue], term);
    }
  }
}

/** That a term of a sum names what exists, and multiplies numbers only. */
function checkTerm(checker: Checker, path: Path, term: SumTerm): void {
  if (!checkIssue(checker, path, term.issue)) return;
  if ('amounts' in term) {
    for (const { option } of term.amounts) {
      if (option === NOT_APPLICABLE) {
        checker.complain([...path, option], 'an issue that does not arise adds nothing; leave it out', { at: 'key' });
      } else checkOption(checker, [...path, option], term.issue, option, { at: 'key' });
    }
  } else if (checker.names.issues?.get(term.issue)?.numeric === false) {
    const message = `${quote(term.issue)} has no numbers to multiply; give an amount by option, such as { yes: 1 }`;
    checker.complain(path, message);
  }
}

function checkConsent(checker: Checker): void {
  const veto = checkNeeds(checker);
  for (const { path, value: entry } of partsAt(checker.data, ['consent', 'conditional'], conditionalEntry)) {
    checkParty(checker, [...path, 'party'], entry.party);
    checkPattern(checker, [...path, 'when'], entry.when);
    checkSources(checker, path, entry);
    if (veto.includes(entry.party)) {
      const message = `${quote(entry.party)} already has a veto, so it always signs; keep the veto or the condition`;
      checker.complain([...path, 'party'], message);
    }
  }
}

function checkNeeds(checker: Checker): readonly string[] {
  const path = ['consent', 'needs'];
  const wanted = partAt(checker.data, path, needs);
  if (wanted === null || wanted === 'all') return [];
  const parties = checker.names.parties?.length ?? Infinity;
  if (wanted.quorum > parties) {
    const message = `quorum ${wanted.quorum} is more than the ${parties} parties, so no set of parties could ever sign`;
    checker.complain([...path, 'quorum'], message);
  }
  for (const [k, party] of wanted.veto.entries()) {
    checkParty(checker, [...path, 'veto', k], party);
    if (wanted.veto.indexOf(party) < k) checker.complain([...path, 'veto', k], `${quote(party)} is listed twice`);
  }
  return wanted.veto;
}

const noDealEntry = z.looseObject({ noDeal: z.literal(true), sources: draftEntry.shape.sources });

function isNoDeal(entry: unknown): boolean {
  return noDealEntry.safeParse(entry).success;
}

export function checkDrafts(checker: Checker): void {
  for (const [k, { path, value }] of partsAt(checker.data, ['drafts'], noDealEntry).entries()) {
    checkSources(checker, path, value);
    if (k > 0) checker.complain(path, 'stands for no deal, and another draft does already; one is enough');
  }
  for (const { path, value: draft } of partsAt(checker.data, ['drafts'], draftEntry)) {
    checkSources(checker, path, draft);
    for (const [issue, option] of Object.entries(draft.clauses)) {
      const place = [...path, 'clauses', issue];
      if (checkIssue(checker, place, issue)) checkOption(checker, place, issue, option);
    }
  }
}

function withIds(parts: readonly { readonly path: readonly (string | number)[]; readonly value: { id: string } }[]) {
  return parts.map(({ path, value }) => ({ path, id: value.id }));
}
