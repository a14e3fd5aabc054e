/** The slack of everybody as tables write it: never more than leaves a deal, and marked where just that leaves none. */
import { describe, expect, it } from 'vitest';
import { signedSlackOf, slackOf } from '../../src/report/digits.ts';
import { shippedCase } from './support.ts';

const of = shippedCase('first-five-minutes');
const room = (num: bigint, den: bigint, attained = true) => ({ num, den, attained });

describe('slack in a table', () => {
  it.each([
    [room(215n, 9n), '23.8', '+23.8'],
    [room(-215n, 9n), '-23.9', '-23.9'],
    [room(0n, 1n), '0.0', '0.0'],
    [room(1n, 3000n), '0.0003', '+0.0003'],
    [room(-1n, 3000n), '-0.1', '-0.1'],
    [room(4n, 1n, false), '<4.0', '<+4.0'],
    [room(-4n, 1n, false), '<-4.0', '<-4.0'],
    [room(13n, 3n, false), '4.3', '+4.3'],
  ])('of %o is %s', (slack, written, signed) => {
    expect(slackOf(of, slack)).toBe(written);
    expect(signedSlackOf(of, slack)).toBe(signed);
  });
});
