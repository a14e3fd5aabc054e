/** A region as the zone of a problem of its own, so that what counts and lays out zones can be used on it. */
import type { Problem } from '../problem.ts';
import type { Region } from '../region.ts';

/**
 * The problem whose zone is the region: whoever has a floor must sign and signs from there on; nobody else is asked.
 * @throws RangeError when the region fixes options in advance
 */
export function signedByFloors(problem: Problem, region: Region): Problem {
  if (region.fixed !== undefined) throw new RangeError('the region of a frontier fixes no options');
  const required = [...problem.parties.keys()].filter((party) => region.floors[party]! > -Infinity);
  return {
    offsets: problem.offsets,
    parties: problem.parties.map((party, index) => ({
      ...party,
      redLines: [],
      reservation: required.includes(index) ? region.floors[index]! : party.reservation,
      strict: false,
    })),
    forbidden: region.forbidden,
    sums: region.sums,
    consent: { required, quorum: required.length, conditional: [] },
  };
}
