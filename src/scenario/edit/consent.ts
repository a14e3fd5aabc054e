/**
 * Conditional signatures: telling them apart by what they say, and dropping one.
 */
import type { Draft as Mutable } from 'immer';
import { plainChoice } from '../format/choice.ts';
import type { ConditionalSignature, Pattern, Scenario } from '../scenario.ts';

/** Same party, same issues, same options, whatever the order they are written in. */
export function sameSignature(
  a: Pick<ConditionalSignature, 'party' | 'when'>,
  b: Pick<ConditionalSignature, 'party' | 'when'>,
): boolean {
  return a.party === b.party && patternKey(a.when) === patternKey(b.when);
}

/** The conditional signatures that a scenario made from another no longer has, each once, with their numbers. */
export function droppedSignatures(
  before: readonly ConditionalSignature[],
  after: readonly ConditionalSignature[],
): readonly { readonly index: number; readonly entry: ConditionalSignature }[] {
  if (before === after) return [];
  return before.flatMap((entry, index) => {
    const first = before.findIndex((other) => sameSignature(other, entry)) === index;
    return first && !after.some((other) => sameSignature(other, entry)) ? [{ index, entry }] : [];
  });
}

/**
 * Drops a conditional signature, and any other that says the same; why that cannot be, or null. Where everybody signs
 * who has no condition, a party must not come under that rule by losing its last one: those who sign in any case are
 * then named instead.
 */
export function writeDropSignature(draft: Mutable<Scenario>, index: number): string | null {
  const { consent } = draft;
  const entry = consent.conditional[index];
  if (entry === undefined) {
    const count = consent.conditional.length;
    return `there is no conditional signature number ${index + 1}; the scenario has ${count === 0 ? 'none' : count}`;
  }
  const left = consent.conditional.filter((other) => !sameSignature(other, entry));
  if (consent.needs === 'all' && left.every(({ party }) => party !== entry.party)) {
    const conditional = new Set(consent.conditional.map(({ party }) => party));
    const veto = draft.parties.map(({ id }) => id).filter((id) => !conditional.has(id));
    consent.needs = { quorum: Math.max(1, veto.length), veto };
  }
  consent.conditional = left;
  return null;
}

function patternKey(pattern: Pattern): string {
  const clauses = pattern.map(({ issue, options }) => {
    const named = new Set(options.map((choice) => JSON.stringify(plainChoice(choice))));
    return [issue, ...[...named].sort(inOrder)].join(' ');
  });
  return clauses.sort(inOrder).join('\n');
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
