/**
 * What differs between a scenario and the edited one that was made from it, in words and as data.
 *
 * Read off the two scenarios: an edit that was undone by hand leaves nothing to see here.
 */
import { dequal } from 'dequal';
import type { BargainingDifference } from './bargaining.ts';
import { bargainingDifferences } from './bargaining.ts';
import { once } from '../once.ts';
import { droppedSignatures } from './consent.ts';
import type { Lock } from './locks.ts';
import { locksOf } from './locks.ts';
import { changeBetween } from './party-change.ts';
import type { ConditionalSignature, Draft, PartyChange, Scenario } from '../scenario.ts';
import type { NumberDifference } from './number-difference.ts';
import { numberDifferences } from './number-difference.ts';
import { referenceFor } from './structure/align.ts';
import { structureDifferences } from './structure/difference.ts';
import { lockText, partyName, patternText, signatureText } from './wording.ts';

export type Difference = { readonly text: string } & (
  | NumberDifference
  | { readonly kind: 'structure' }
  | { readonly kind: 'stage'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'redLineDropped' | 'redLineAdded' | 'redLineChanged'; party: string; readonly redLine: string }
  | { readonly kind: 'adjustmentAdded'; readonly party: string; readonly add: number }
  /** `index`: in the scenario before. */
  | { readonly kind: 'consentDropped'; readonly index: number; readonly entry: ConditionalSignature }
  /** Options that stay allowed; null without a lock. */
  | { readonly kind: 'lock'; readonly issue: string; readonly from: Options | null; readonly to: Options | null }
  | { readonly kind: 'draftAdded' | 'draftChanged'; readonly draft: string }
  | ({ readonly kind: 'bargaining' } & Omit<BargainingDifference, 'text'>)
);

type Options = Lock['options'];

/**
 * In the order of the file: what the scenario is made of; the stage; per party its thresholds, weights, values or scores, red lines and adjustments;
 * then signatures dropped, locks, drafts, bargaining. Where the edited scenario went to another stage, what the stage itself
 * changes is that one difference, and the rest is held against the base at that stage.
 */
export const difference = once((base: Scenario, present: Scenario): readonly Difference[] => {
  const before = referenceFor(base, present);
  return [
    ...structureDifferences(base, present).map((text) => ({ text, kind: 'structure' as const })),
    ...stageDifference(base, present),
    ...before.parties.flatMap((party, k) => {
      const now = present.parties[k];
      const change = now === undefined ? null : changeBetween(party, now, before.issues);
      if (now === undefined || change === null) return [];
      return [...numberDifferences(before, party, now), ...listDifferences(before, party.redLines, change)];
    }),
    ...droppedSignatures(before.consent.conditional, present.consent.conditional).map(({ index, entry }) => ({
      text: signatureText(before, entry.party, entry.when),
      kind: 'consentDropped' as const,
      index,
      entry,
    })),
    ...lockDifferences(before, present).map(({ issue, from, to }) => ({
      text: lockText(before, issue, to),
      kind: 'lock' as const,
      issue,
      from,
      to,
    })),
    ...draftDifferences(before, present).map((draft): Difference => {
      const isNew = before.drafts.every(({ id }) => id !== draft.id);
      const kind = isNew ? 'draftAdded' : 'draftChanged';
      return { text: `draft ${draft.title} ${isNew ? 'added' : 'changed'}`, kind, draft: draft.id };
    }),
    ...bargainingDifferences(before, present).map((each) => ({ kind: 'bargaining' as const, ...each })),
  ];
});

function stageDifference(base: Scenario, present: Scenario): Difference[] {
  if (present.stage === null || present.stage === base.stage) return [];
  const title = present.stages.find((stage) => stage.id === present.stage)?.title ?? present.stage;
  return [{ text: `stage: ${title}`, kind: 'stage', from: base.stage, to: present.stage }];
}

/** Issues whose lock differs, with the options that stay allowed; null without a lock. */
export function lockDifferences(
  before: Scenario,
  after: Scenario,
): readonly { readonly issue: string; readonly from: Options | null; readonly to: Options | null }[] {
  if (before.rules === after.rules && before.issues === after.issues) return [];
  const [old, now] = [locksOf(before), locksOf(after)];
  return before.issues.flatMap(({ id }) => {
    const from = old.find((lock) => lock.issue === id)?.options ?? null;
    const to = now.find((lock) => lock.issue === id)?.options ?? null;
    return dequal(from, to) ? [] : [{ issue: id, from, to }];
  });
}

/** Drafts that are new or not what they were; the order of their clauses says nothing. */
export function draftDifferences(before: Scenario, after: Scenario): readonly Draft[] {
  return after.drafts.filter((draft) => {
    const old = before.drafts.find(({ id }) => id === draft.id);
    return old !== draft && (old === undefined || !dequal(byIssue(old), byIssue(draft)));
  });
}

function byIssue({ clauses, ...head }: Draft): unknown {
  return { ...head, clauses: new Map(clauses.map(({ issue, option }) => [issue, option])) };
}

function listDifferences(
  before: Scenario,
  redLines: readonly { readonly id: string }[],
  change: PartyChange,
): Difference[] {
  const { party } = change;
  const name = partyName(before, party);
  const added = change.redLines.map(({ id }) => id);
  const dropped = change.dropRedLines.filter((id) => !added.includes(id));
  return [
    ...dropped.map((id) => ({
      text: `${name}: red line ${id} dropped`,
      kind: 'redLineDropped' as const,
      party,
      redLine: id,
    })),
    ...change.redLines.flatMap((redLine): Difference[] => {
      const old = redLines.find(({ id }) => id === redLine.id);
      if (dequal(old, redLine)) return []; // only its place differs
      const kind = old === undefined ? 'redLineAdded' : 'redLineChanged';
      const text = `${name}: red line ${redLine.id} ${old === undefined ? 'added' : 'changed'}`;
      return [{ text, kind, party, redLine: redLine.id }];
    }),
    ...change.adjustments.map(({ add, when }) => ({
      text: `${name}: ${add > 0 ? '+' : ''}${add} points when ${patternText(before, when)}`,
      kind: 'adjustmentAdded' as const,
      party,
      add,
    })),
  ];
}
