/** One person alone with roles of the program. */
import { describe, expect, it } from 'vitest';
import type { Practice, Tried } from '../../src/class/practice.ts';
import {
  accept,
  ownWorth,
  propose,
  resultOf,
  roundOf,
  roundsLeft,
  startPractice,
  textsOf,
  walkAway,
} from '../../src/class/practice.ts';
import type { DealText } from '../../src/class/event.ts';
import { shipped } from '../shipped.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { othersChanged } from './others-changed.ts';

interface Setup {
  readonly scenario?: Scenario;
  readonly role?: string;
  readonly strategy?: string;
  readonly rounds?: number;
}

function practising({ scenario = shipped('lease'), role = 'bakery', strategy = 'linear', rounds = 10 }: Setup = {}) {
  const others = scenario.parties.map(({ id }) => id).filter((id) => id !== role);
  const strategies = new Map(others.map((id) => [id, strategy]));
  return startPractice({ scenario, stage: null, role, strategies, rounds, seed: '1' });
}

function going(tried: Tried): Practice {
  if (!tried.ok) throw new Error(tried.reason);
  return tried.practice;
}

function reasonOf(tried: Tried): string {
  return tried.ok ? '' : tried.reason;
}

const OWN: DealText = { rent: '900', years: 'ten' };

describe('a practice', () => {
  it('is a round for each text of the person, and ends with them; what stands can still be accepted', () => {
    let practice = practising({ rounds: 3 });
    for (const round of [1, 2, 3]) {
      practice = going(propose(practice, OWN));
      expect([roundOf(practice), roundsLeft(practice)]).toEqual([round, 3 - round]);
      expect(
        textsOf(practice)
          .filter(({ by }) => by === 'bakery')
          .map(({ deal }) => deal),
      ).toEqual([OWN]);
      expect(textsOf(practice).filter(({ by }) => by === 'owner')).toHaveLength(1);
      expect(resultOf(practice)).toBeNull();
    }
    expect(reasonOf(propose(practice, OWN))).toContain('The rounds are over');
    const last = textsOf(practice).find(({ by }) => by === 'owner')!;
    expect(resultOf(going(accept(practice, last.number)))).toMatchObject({ deal: last.deal, by: ['owner', 'bakery'] });
  });

  it('is signed whenever the person accepts what the one other has put up', () => {
    for (const strategy of ['boulware', 'linear', 'conceder', 'averaged-tit-for-tat', 'micro', 'learning']) {
      let practice = practising({ strategy });
      for (let round = 1; round <= 10; round++) {
        practice = going(propose(practice, OWN));
        for (const { number, by, deal } of textsOf(practice)) {
          if (by === 'bakery') continue;
          expect(resultOf(going(accept(practice, number))), `${strategy} ${round}`).toMatchObject({ deal });
        }
      }
    }
  });

  it('needs the person for a signature of both, whatever the other has accepted', () => {
    const practice = going(propose(practising(), { rent: '1300', years: 'two' }));
    const [mine] = textsOf(practice);
    expect(mine).toMatchObject({ by: 'bakery', accepted: ['owner'] });
    expect(resultOf(practice)).toBeNull();
    expect(ownWorth(practice, mine!.deal).belowLeast).toBe(true);
    expect(resultOf(going(accept(practice, mine!.number)))).toMatchObject({ deal: mine!.deal });
  });

  it('takes back what was accepted with the next text, and refuses what is no deal without changing anything', () => {
    const scenario = shipped('harbour-licence');
    const text = { quay: '450', hours: 'night', jobs: '60', marsh: 'large', fee: '2' };
    let practice = going(propose(practising({ scenario, role: 'union', strategy: 'boulware' }), text));
    const other = textsOf(practice).find(({ by }) => by !== 'union')!;
    practice = going(accept(practice, other.number));
    expect(textsOf(practice).some(({ accepted }) => accepted.includes('union'))).toBe(true);
    expect(reasonOf(propose(practice, { quay: '300' }))).toContain('still open');
    practice = going(propose(practice, { ...text, fee: '3' }));
    expect(textsOf(practice).some(({ accepted }) => accepted.includes('union'))).toBe(false);
  });

  it('lets the person go', () => {
    expect(resultOf(going(walkAway(practising())))).toMatchObject({ deal: null });
    const practice = going(walkAway(going(propose(practising(), OWN))));
    expect(resultOf(practice)).toMatchObject({ deal: null, by: ['bakery', 'owner'] });
    expect(ownWorth(practice, null).points).toBe(55);
  });

  it('is the same each time', () => {
    const played = (): Practice => {
      let practice = practising();
      for (let round = 0; round < 4; round++) practice = going(propose(practice, OWN));
      return practice;
    };
    expect(played().state).toEqual(played().state);
  });
});

it('holds the own points apart from what the others have', () => {
  const scenario = shipped('lease');
  const changed = practising({ scenario: othersChanged(scenario, 'bakery') });
  expect(ownWorth(changed, OWN)).toEqual(ownWorth(practising({ scenario }), OWN));
});
