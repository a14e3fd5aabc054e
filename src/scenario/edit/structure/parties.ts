/** Parties added, renamed, moved and removed, and a whole position given on an issue. */
import { produce } from 'immer';
import type { StructureEdit } from '../../format/schema-edit.ts';
import type { Bargaining, IssueChange, Party, Scenario, StatedNumber } from '../../scenario.ts';
import { unknownParty } from '../../format/not-yet-valued.ts';
import { ANYWHERE } from '../../format/unknown.ts';
import { quote } from '../../suggest.ts';
import { changeParty } from '../change.ts';
import { movedTo, placeOf, stillNamed, takenFault } from './places.ts';
import type { Restructured } from './write.ts';

type Of<K extends StructureEdit['kind']> = Extract<StructureEdit, { readonly kind: K }>;

export function renameParty(scenario: Scenario, { party: id, name, short }: Of<'renameParty'>): Restructured {
  return changed(scenario, id, (party) => ({ ...party, name, ...(short !== undefined && { short }) }));
}

/** With what it has said already, such as one position to begin with; everything else is not yet valued. */
export function addParty(scenario: Scenario, { party, first }: Of<'addParty'>): Restructured {
  const taken = takenFault('a party', scenario.parties, party.id);
  if (taken !== null) return taken;
  const { id, name, disagreement = ANYWHERE, reservation } = party;
  const made = {
    ...unknownParty({ id, name, short: id }, scenario.issues),
    disagreement,
    reservation: reservation ?? disagreement,
    reservationIsDisagreement: reservation === undefined,
  };
  const added = { ...scenario, parties: [...scenario.parties, made] };
  return first === undefined ? added : setWorths(added, { kind: 'worths', party: id, ...first });
}

/** What stages and the section on bargaining say of it goes with it. */
export function removeParty(scenario: Scenario, id: string): Restructured {
  const place = placeOf('party', scenario.parties, id);
  if (typeof place === 'string') return place;
  const { consent, bargaining } = scenario;
  const names = [
    ...(consent.needs !== 'all' && consent.needs.veto.includes(id) ? ['the consent rule'] : []),
    ...(consent.conditional.some(({ party }) => party === id) ? ['a condition of consent'] : []),
  ];
  if (names.length > 0) return stillNamed(names);
  return {
    ...scenario,
    parties: scenario.parties.toSpliced(place, 1),
    stages: scenario.stages.map((stage) => ({
      ...stage,
      change: stage.change.filter(({ party }) => party !== id),
      ...(stage.bargaining !== undefined && { bargaining: bargainingWithout(stage.bargaining, id) }),
    })),
    ...(bargaining !== undefined && { bargaining: bargainingWithout(bargaining, id) }),
  };
}

function bargainingWithout(bargaining: Bargaining, id: string): Bargaining {
  const without = <T>(block: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(block).filter(([party]) => party !== id));
  return {
    ...bargaining,
    ...(bargaining.order && { order: bargaining.order.filter((party) => party !== id) }),
    ...(bargaining.patience && { patience: without(bargaining.patience) }),
    ...(bargaining.strategies && { strategies: without(bargaining.strategies) }),
    ...(bargaining.chances && { chances: without(bargaining.chances) }),
  };
}

export function moveParty(scenario: Scenario, id: string, to: number): Restructured {
  const from = placeOf('party', scenario.parties, id);
  return typeof from === 'string' ? from : { ...scenario, parties: movedTo(scenario.parties, from, to) };
}

/** A number for every option of the issue, and its weight where the party has weights; one not yet valued may stay so. */
export function setWorths(scenario: Scenario, { party: id, issue, weight, values }: Of<'worths'>): Restructured {
  if (values.length === 0) return `say what each option of ${quote(issue)} is worth to it`;
  const party = scenario.parties.find((own) => own.id === id);
  const numbers: Record<string, StatedNumber> = Object.fromEntries(
    values.map(({ option, ...number }) => [option, number]),
  );
  const own: IssueChange =
    party?.preferences.form === 'scores'
      ? { issue, scores: numbers }
      : { issue, ...(weight !== undefined && { weight }), values: numbers };
  const faults: string[] = [];
  const next = changed(scenario, id, (old) =>
    produce(old, (draft) => {
      const change = { party: id, issues: [own], redLines: [], dropRedLines: [], adjustments: [] };
      faults.push(...changeParty(draft, change, scenario.issues, '').map(({ message }) => message));
    }),
  );
  return faults[0] === undefined ? next : `party ${quote(id)}: ${faults[0]}`;
}

function changed(scenario: Scenario, id: string, change: (party: Party) => Party): Restructured {
  const place = placeOf('party', scenario.parties, id);
  if (typeof place === 'string') return place;
  return { ...scenario, parties: scenario.parties.with(place, change(scenario.parties[place]!)) };
}
