/** Why a zone is empty and what opens it, how far thresholds can move: by looking at every deal and every set of signers. */
import { compare, least, minus, most, sum, ZERO } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { Pattern, Scenario } from './scenario.ts';
import { matches } from './scenario.ts';
import type { Row, Table } from './table.ts';
import { isEnough, reaches, signedBy, subsets } from './table.ts';

/** A demand that a deal may fail on. */
export type Demand =
  | { readonly kind: 'reservation'; readonly party: number }
  | { readonly kind: 'redLine'; readonly party: number; readonly line: number }
  | { readonly kind: 'consent'; readonly party: number; readonly condition: number };

export function demandsOf({ parties, consent }: Scenario): Demand[] {
  return [
    ...parties.map((_, party): Demand => ({ kind: 'reservation', party })),
    ...parties.flatMap(({ redLines }, party) => redLines.map((_, line): Demand => ({ kind: 'redLine', party, line }))),
    ...consent.conditions.map(({ party }, condition): Demand => ({ kind: 'consent', party, condition })),
  ];
}

/** True when a deal is left that meets these demands, all others being dropped. */
export function canMeet({ scenario, rows }: Table, kept: readonly Demand[]): boolean {
  const { parties, consent } = scenario;
  const thresholds = new Set(kept.flatMap((demand) => (demand.kind === 'reservation' ? [demand.party] : [])));
  const lines = parties.map(
    (_, party) =>
      new Set(kept.flatMap((demand) => (demand.kind === 'redLine' && demand.party === party ? [demand.line] : []))),
  );
  const conditions = kept.flatMap((demand) =>
    demand.kind === 'consent' ? [consent.conditions[demand.condition]!] : [],
  );
  const asked: Scenario = { ...scenario, consent: { ...consent, conditions } };
  return rows.some((row) =>
    isEnough(
      asked,
      row.deal,
      (party) =>
        (!thresholds.has(party) || reaches(row.room[party]!, parties[party]!.isStrict)) &&
        !row.crossed[party]!.some((line) => lines[party]!.has(line)),
    ),
  );
}

export interface Obstacles {
  readonly conflicts: readonly (readonly Demand[])[];
  readonly repairs: readonly (readonly Demand[])[];
}

/** Every minimal set of demands that cannot be met, and every minimal set without which the rest can. */
export function obstaclesOf(table: Table): Obstacles {
  const demands = demandsOf(table.scenario);
  const sets = subsets(demands).sort((a, b) => a.length - b.length);
  const minimal = (wanted: (set: readonly Demand[]) => boolean): Demand[][] => {
    const found: Demand[][] = [];
    for (const set of sets) {
      if (found.some((smaller) => smaller.every((demand) => set.includes(demand)))) continue;
      if (wanted(set)) found.push(set);
    }
    return found;
  };
  return {
    conflicts: minimal((set) => !canMeet(table, set)),
    repairs: minimal((set) =>
      canMeet(
        table,
        demands.filter((demand) => !set.includes(demand)),
      ),
    ),
  };
}

/** Sets of parties that are enough for the deal. */
export function signersFor(scenario: Scenario, deal: readonly number[]): number[][] {
  return subsets([...scenario.parties.keys()]).filter((set) =>
    isEnough(scenario, deal, (party) => set.includes(party)),
  );
}

/**
 * The most by which all who sign could ask for more, over all sets of parties that are enough; negative: how far they
 * would have to come down. Null where red lines and rules leave no deal.
 */
export function uniformSlack({ scenario, rows }: Table): Fraction | null {
  const rooms = rows.flatMap((row) =>
    signersFor(scenario, row.deal)
      .filter((set) => set.every((party) => row.crossed[party]!.length === 0) && set.length > 0)
      .map((set) => least(set.map((party) => row.room[party]!))),
  );
  return rooms.length === 0 ? null : most(rooms);
}

/** Whether a deal is left when all ask for exactly so much more, of which a strict party must then get more. */
export function isReached({ scenario, rows }: Table, slack: Fraction): boolean {
  return rows.some((row) =>
    signersFor(scenario, row.deal).some(
      (set) =>
        set.length > 0 &&
        set.every(
          (party) =>
            row.crossed[party]!.length === 0 &&
            reaches(minus(row.room[party]!, slack), scenario.parties[party]!.isStrict),
        ),
    ),
  );
}

export type Headroom = Fraction | 'unneeded' | 'apart';

/** How far the threshold of one party alone can move with a deal left. */
export function headroom({ scenario, rows }: Table, party: number): Headroom {
  const without = (row: Row): boolean => isEnough(scenario, row.deal, (other) => other !== party && row.signs[other]!);
  if (rows.some(without)) return 'unneeded';
  const rooms = rows.flatMap((row) => {
    const enough = isEnough(scenario, row.deal, (other) => other === party || row.signs[other]!);
    return enough && row.crossed[party]!.length === 0 ? [row.room[party]!] : [];
  });
  return rooms.length === 0 ? 'apart' : most(rooms);
}

/** What a deal costs some signers who are enough for it. */
export interface Cost {
  readonly row: Row;
  readonly signers: readonly number[];
  readonly cuts: readonly Fraction[];
  readonly lines: number;
  readonly total: Fraction;
  readonly largest: Fraction;
  /** Signers that the deal does not give what they ask for. */
  readonly short: number;
  /** They, and those who drop a red line. */
  readonly givers: number;
}

export function costOf({ parties }: Scenario, row: Row, signers: readonly number[]): Cost {
  const cuts = row.room.map((room, party) => (signers.includes(party) && room.num < 0n ? minus(ZERO, room) : ZERO));
  const short = signers.filter((party) => !reaches(row.room[party]!, parties[party]!.isStrict));
  const crossed = row.crossed.map((lines, party) => (signers.includes(party) ? lines.length : 0));
  return {
    row,
    signers,
    cuts,
    lines: crossed.reduce((a, b) => a + b, 0),
    total: sum(cuts),
    largest: most(cuts),
    short: short.length,
    givers: signers.filter((party) => short.includes(party) || crossed[party]! > 0).length,
  };
}

export interface Openings {
  readonly total: Fraction;
  readonly largest: Fraction;
  readonly parties: number;
  readonly redLines: number;
  /** Every cheapest way by points in total, where that takes points. */
  readonly byTotal: readonly Cost[];
}

/** The four measures; null where no deal keeps the rules. */
export function openingsOf({ scenario, rows }: Table): Openings | null {
  const costs = rows.flatMap((row) => signersFor(scenario, row.deal).map((signers) => costOf(scenario, row, signers)));
  if (costs.length === 0) return null;
  const fewest = Math.min(...costs.map(({ lines }) => lines));
  const kept = costs.filter(({ lines }) => lines === fewest);
  const free = costs.filter(({ short }) => short === 0);
  const total = least(kept.map((cost) => cost.total));
  return {
    total,
    largest: least(kept.map(({ largest }) => largest)),
    parties: Math.min(...costs.map(({ givers }) => givers)),
    redLines: free.length > 0 ? Math.min(...free.map(({ lines }) => lines)) : fewest,
    byTotal: kept.filter((cost) => compare(cost.total, total) === 0),
  };
}

/** Options whose refusal by the party alone would leave no deal. */
export function closes({ scenario, rows }: Table, party: number, refused: Pattern): boolean {
  return !rows.some((row) =>
    isEnough(scenario, row.deal, (other) => row.signs[other]! && (other !== party || !matches(row.deal, refused))),
  );
}

/** The largest coalition with a deal, and its deals; null where the zone is empty. */
export function recommendedSigners(
  table: Table,
  coalitions: readonly (readonly number[])[],
): { readonly coalition: readonly number[]; readonly rows: readonly Row[] } | null {
  for (const coalition of coalitions) {
    const rows = signedBy(table, coalition);
    if (rows.length > 0) return { coalition, rows };
  }
  return null;
}
