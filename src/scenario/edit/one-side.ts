/**
 * A scenario as one of its parties knows it: everything public, and nothing of what the others want.
 */
import { createHash } from 'node:crypto';
import type { Bargaining, Draft, Party, RedLine, Scenario, Source, Stage } from '../scenario.ts';

/**
 * The scenario with this party alone: its numbers, red lines and adjustments, the issues, the rules, the drafts and the
 * stages with its own changes. "Everybody signs" then means that it signs. Whose signature a deal needs beside it is left
 * out with the others, and so is what the author, who knew all numbers, wrote on drafts, sources and stages, for a reading
 * or for the instructor. What is kept is named one by one: whatever else a scenario may come to hold stays out. The hash is that of what
 * is left, so nothing of the rest can be guessed from it.
 * @throws RangeError when there is no such party
 */
export function oneSide(scenario: Scenario, id: string): Scenario {
  const party = scenario.parties.find((candidate) => candidate.id === id);
  if (party === undefined) throw new RangeError(`no party '${id}'`);
  const { title, summary, asOf, stage, stances, margins, issues, rules, bargaining } = scenario;
  const left: Scenario = {
    title,
    ...(summary !== undefined && { summary }),
    ...(asOf !== undefined && { asOf }),
    hash: '',
    stage,
    sources: scenario.sources.map(withoutNote),
    ...(stances !== undefined && { stances }),
    ...(margins !== undefined && { margins }),
    parties: [asItKnowsItself(party)],
    issues,
    rules,
    consent: { needs: 'all', conditional: [] },
    drafts: scenario.drafts.map(withoutNote),
    stages: scenario.stages.map((each) => ownPart(each, id)),
    ...(bargaining !== undefined && { bargaining: ownBargaining(bargaining, id) }),
  };
  return { ...left, hash: hashOf(left) };
}

/** A party is not told what the instructor knows of it, and not which of its lines is meant to be given up. */
function asItKnowsItself(whole: Party): Party {
  const { instructor: _, ...party } = whole;
  return { ...party, redLines: party.redLines.map(asALine) };
}

function asALine(whole: RedLine): RedLine {
  const { bluff: _, ...redLine } = whole;
  return redLine;
}

function withoutNote<T extends Draft | Source>(entry: T): Omit<T, 'note'> {
  const { note: _, ...rest } = entry;
  return rest;
}

function ownPart({ id, date, title, after, change, bargaining }: Stage, party: string): Stage {
  return {
    id,
    date,
    title,
    after,
    change: change.filter((own) => own.party === party).map((own) => ({ ...own, redLines: own.redLines.map(asALine) })),
    ...(bargaining === undefined ? {} : { bargaining: ownBargaining(bargaining, party) }),
  };
}

/** Protocol, rounds, order and agenda are common; patience and strategies are each party's own. */
function ownBargaining(bargaining: Bargaining, id: string): Bargaining {
  const { protocol, rounds, agenda, patience, strategies } = bargaining;
  return {
    ...(protocol === undefined ? {} : { protocol }),
    ...(rounds === undefined ? {} : { rounds }),
    ...(agenda === undefined ? {} : { agenda }),
    ...(patience?.[id] === undefined ? {} : { patience: { [id]: patience[id] } }),
    ...(strategies?.[id] === undefined ? {} : { strategies: { [id]: strategies[id] } }),
  };
}

/** First 12 hexadecimal digits, as of a scenario's files. */
function hashOf(scenario: Scenario): string {
  const text = JSON.stringify(scenario, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
