/**
 * Small edits of a scenario, each giving a new scenario and leaving the old one as it is.
 */
import { produce } from 'immer';
import type { Scenario } from './scenario.ts';
import type { Edit } from './stage.ts';
import { quote, unknownName } from './suggest.ts';

/** The scenario without one red line of one party. */
export function dropRedLine(scenario: Scenario, partyId: string, redLineId: string): Edit {
  const index = scenario.parties.findIndex((party) => party.id === partyId);
  const party = scenario.parties[index];
  if (party === undefined) {
    const known = scenario.parties.map((candidate) => candidate.id);
    return { ok: false, message: unknownName('party', partyId, known) };
  }
  const known = party.redLines.map((redLine) => redLine.id);
  if (!known.includes(redLineId)) {
    return { ok: false, message: unknownName(`party ${quote(partyId)}: red line`, redLineId, known) };
  }
  return {
    ok: true,
    scenario: produce(scenario, (draft) => {
      draft.parties[index]?.redLines.splice(known.indexOf(redLineId), 1);
    }),
  };
}
