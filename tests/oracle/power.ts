/** Voting power by every set and every order of the parties. */
import { fraction, numberText } from './fraction.ts';
import { subsets } from './table.ts';

export interface Voting {
  readonly parties: number;
  readonly always: readonly number[];
  readonly quorum: number;
}

export interface Power {
  readonly swings: readonly number[];
  /** As "a/b". */
  readonly banzhaf: readonly string[];
  readonly shapleyShubik: readonly string[];
}

export function powerOf({ parties, always, quorum }: Voting): Power {
  const everyone = [...Array(parties).keys()];
  const isEnough = (set: readonly number[]): boolean =>
    set.length >= quorum && always.every((party) => set.includes(party));
  const swinging = everyone.map((party) =>
    subsets(everyone.filter((other) => other !== party)).filter((set) => !isEnough(set) && isEnough([...set, party])),
  );
  const swings = swinging.map((sets) => sets.length);
  const all = swings.reduce((a, b) => a + b, 0);
  const orders = factorial(parties);
  return {
    swings,
    banzhaf: swings.map((count) => share(BigInt(count), BigInt(all))),
    shapleyShubik: swinging.map((sets) =>
      share(
        sets.reduce((total, set) => total + factorial(set.length) * factorial(parties - 1 - set.length), 0n),
        orders,
      ),
    ),
  };
}

function share(num: bigint, den: bigint): string {
  const value = fraction(num, den);
  return value.den === 1n ? numberText(value) : `${value.num}/${value.den}`;
}

function factorial(n: number): bigint {
  return n < 2 ? 1n : BigInt(n) * factorial(n - 1);
}
