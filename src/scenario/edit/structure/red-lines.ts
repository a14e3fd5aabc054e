/** Red lines called something else and put in another order, and how what they were called is told from what they are. */
import { dequal } from 'dequal';
import type { StructureEdit } from '../../format/schema-edit.ts';
import type { Party, PartyChange, RedLine, Scenario } from '../../scenario.ts';
import { quote } from '../../suggest.ts';
import { referenceAt } from '../reference.ts';
import { movedTo, placeOf, takenFault } from './places.ts';
import type { Restructured } from './write.ts';

type Of<K extends StructureEdit['kind']> = Extract<StructureEdit, { readonly kind: K }>;

/** Stages that draw or drop the line call it so as well. */
export function renameRedLine(scenario: Scenario, { party: id, redLine, to }: Of<'renameRedLine'>): Restructured {
  const place = placeOf('party', scenario.parties, id);
  if (typeof place === 'string') return place;
  const party = scenario.parties[place]!;
  const at = placeOf('red line', party.redLines, redLine);
  if (typeof at === 'string') return at;
  if (redLine === to) return scenario;
  const later = changesOf(scenario, id).flatMap((change) => idsIn(change));
  const fault = takenFault('a red line', [...party.redLines, ...later.map((own) => ({ id: own }))], to);
  if (fault !== null) return fault;
  const named = new Map([[redLine, to]]);
  return {
    ...scenario,
    parties: scenario.parties.with(place, { ...party, redLines: party.redLines.map((line) => called(line, named)) }),
    stages: scenario.stages.map((stage) => ({
      ...stage,
      change: stage.change.map((change) =>
        change.party === id && idsIn(change).includes(redLine)
          ? {
              ...change,
              redLines: change.redLines.map((line) => called(line, named)),
              dropRedLines: change.dropRedLines.map((own) => named.get(own) ?? own),
            }
          : change,
      ),
    })),
  };
}

/** At a stage the lines are those of the file with what stages make of them, in no order of their own. */
export function moveRedLine(scenario: Scenario, { party: id, redLine, to }: Of<'moveRedLine'>): Restructured {
  const place = placeOf('party', scenario.parties, id);
  if (typeof place === 'string') return place;
  const party = scenario.parties[place]!;
  const from = placeOf('red line', party.redLines, redLine);
  if (typeof from === 'string') return from;
  if (scenario.stage !== null) return `red lines are put in order before the scenario goes to ${quote(scenario.stage)}`;
  const redLines = movedTo(party.redLines, from, to);
  return { ...scenario, parties: scenario.parties.with(place, { ...party, redLines }) };
}

/**
 * What red lines of a party are called now, by what they were called. Stages speak of the same lines in both scenarios, in
 * the same order; of the others, one that is gone and one that is new are the same where they have something in common.
 */
export function renamedLines(base: Scenario, present: Scenario, party: string): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const [before, after] = [base, present].map((scenario) => changesByStage(scenario, party).map(idsIn));
  for (const [k, ids] of (before ?? []).entries()) {
    const now = after?.[k] ?? [];
    if (now.length !== ids.length) continue;
    for (const [n, id] of ids.entries()) if (id !== now[n]) named.set(id, now[n]!);
  }
  const [old, now] = [linesOf(referenceAt(base, present.stage), party), linesOf(present, party)];
  if (old === now) return named;
  const taken = new Set(named.values());
  const fresh = now.filter(({ id }) => !taken.has(id) && !old.some((line) => line.id === id));
  for (const line of old) {
    if (named.has(line.id) || now.some(({ id }) => id === line.id)) continue;
    const heir = fresh.find((other) => !taken.has(other.id) && isSame(line, other));
    if (heir === undefined) continue;
    named.set(line.id, heir.id);
    taken.add(heir.id);
  }
  return named;
}

function isSame(line: RedLine, other: RedLine): boolean {
  return (
    dequal(line.when, other.when) ||
    (['why', 'sources', 'holds'] as const).some((key) => line[key] !== undefined && dequal(line[key], other[key]))
  );
}

/** Whether the lines of all parties have the names and the order that they had, with new ones behind them. */
export function hasLinesAlike(base: Scenario, present: Scenario): boolean {
  const before = referenceAt(base, present.stage);
  return present.parties.every((party) => {
    const old = linesOf(before, party.id);
    if (old === party.redLines) return true;
    const common = ({ id }: RedLine, among: readonly RedLine[]): boolean => among.some((line) => line.id === id);
    const order = (lines: readonly RedLine[], among: readonly RedLine[]) =>
      lines.filter((line) => common(line, among)).map(({ id }) => id);
    const kept = order(party.redLines, old);
    const newOnesLast = party.redLines.slice(0, kept.length).every((line) => common(line, old));
    return newOnesLast && dequal(order(old, party.redLines), kept) && renamedLines(base, present, party.id).size === 0;
  });
}

/** The lines called as in `present` and in its order; those that it does not have keep their places. */
export function alignedLines(
  lines: readonly RedLine[],
  named: ReadonlyMap<string, string>,
  present: readonly RedLine[],
): readonly RedLine[] {
  const own = lines.map((line) => called(line, named));
  const wanted = present.flatMap(({ id }) => own.find((line) => line.id === id) ?? []);
  const standing = new Set(wanted);
  let next = 0;
  return own.map((line) => (standing.has(line) ? wanted[next++]! : line));
}

function called(line: RedLine, named: ReadonlyMap<string, string>): RedLine {
  const id = named.get(line.id);
  return id === undefined ? line : { ...line, id };
}

function linesOf({ parties }: Scenario, party: string): Party['redLines'] {
  return parties.find(({ id }) => id === party)?.redLines ?? [];
}

function changesOf({ stages }: Scenario, party: string): readonly PartyChange[] {
  return stages.flatMap(({ change }) => change.filter((own) => own.party === party));
}

/** By stage, whether it changes the party or not. */
function changesByStage({ stages }: Scenario, party: string): readonly (PartyChange | undefined)[] {
  return stages.map(({ change }) => change.find((own) => own.party === party));
}

/** Of the lines that a change speaks of: those it drops, then those it draws. */
function idsIn(change: PartyChange | undefined): readonly string[] {
  return change === undefined ? [] : [...change.dropRedLines, ...change.redLines.map(({ id }) => id)];
}
