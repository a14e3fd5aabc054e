/**
 * The names in a block on bargaining: parties, issues and sources that do not exist, and any that stand twice.
 */
import type { Checker } from './checker.ts';
import { checkIssue, checkParty, checkSources } from './checker.ts';
import type { Path } from '../finding.ts';
import { partAt, partsAt, valueAt } from './parts.ts';
import { bargainingEntry } from '../format/schema-bargaining.ts';
import { id } from '../format/schema-shared.ts';
import { z } from 'zod';
import { quote, unknownName } from '../suggest.ts';

const entries = bargainingEntry.shape;
const group = z.array(z.unknown());

/**
 * `path` leads to the block; parts that cannot be read are passed over, for the schema says what is wrong with them.
 * `drafts`: their ids; null where they stand in another file.
 */
export function checkBargaining(checker: Checker, path: Path, drafts: readonly string[] | null = null): void {
  const block = valueAt(checker.data, path);
  if (block === undefined) return;
  checkSources(checker, path, partAt(checker.data, path, z.object({ sources: entries.sources })) ?? {});
  const rounds = partAt(checker.data, [...path, 'rounds'], entries.rounds);
  if (rounds !== null && rounds !== undefined) checkSources(checker, [...path, 'rounds'], rounds);
  checkOrder(checker, [...path, 'order']);
  checkMediator(checker, [...path, 'mediator'], drafts);
  for (const key of ['patience', 'strategies', 'chances'] as const) {
    const cited = z.looseObject({ sources: entries.sources });
    for (const { path: place, key: party } of partsAt(checker.data, [...path, key], z.unknown())) {
      checkParty(checker, place, party, { at: 'key' });
      checkSources(checker, place, partAt(checker.data, place, cited) ?? {});
    }
  }
  checkGroups(checker, [...path, 'agenda', 'groups']);
}

function checkMediator(checker: Checker, path: Path, drafts: readonly string[] | null): void {
  const mediator = partAt(checker.data, path, z.looseObject({ text: id.optional(), sources: entries.sources }));
  if (mediator === null || mediator === undefined) return;
  checkSources(checker, path, mediator);
  const { text } = mediator;
  if (text !== undefined && drafts?.includes(text) === false)
    checker.complain([...path, 'text'], unknownName('draft', text, drafts));
}

function checkOrder(checker: Checker, path: Path): void {
  const seen = new Set<string>();
  for (const { path: place, value: party } of partsAt(checker.data, path, id)) {
    checkParty(checker, place, party);
    if (seen.has(party)) checker.complain(place, `${quote(party)} stands in the order twice`);
    seen.add(party);
  }
}

function checkGroups(checker: Checker, path: Path): void {
  const seen = new Set<string>();
  for (const { path: place } of partsAt(checker.data, path, group)) {
    for (const { path: own, value: issue } of partsAt(checker.data, place, id)) {
      checkIssue(checker, own, issue, 'value');
      if (seen.has(issue)) checker.complain(own, `${quote(issue)} stands in the agenda twice`);
      seen.add(issue);
    }
  }
}
