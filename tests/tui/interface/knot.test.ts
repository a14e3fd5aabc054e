/** A zone that red lines alone close: its numbers move something from the first key, and one key switches it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KNOT } from '../../questions/knot.ts';
import { desk } from './built.ts';

const { folder, open } = desk();

const DOWN = '\u001b[B';
const RIGHT = '\u001b[C';

describe.skipIf(process.platform === 'win32')('a zone that red lines alone close', () => {
  it('has numbers that move points, slack or a clause, and one key that opens and closes it', async () => {
    writeFileSync(join(folder(), 'knot.yaml'), KNOT);
    const program = open(['knot.yaml']);
    await program.see(/✗ NO DEAL[^]*J sets a red line aside/u);
    program.type('2');
    const supposed = await program.see(/› Weights +✓ AS IF: DEAL POSSIBLE[^]*─ uniform slack [\d.]+ ─╮/u);
    expect(supposed).toMatch(/^ Positions of a and b, 2025-01-01 {2}as if \w+ did not refuse /mu);
    program.type(`${DOWN.repeat(2)}${RIGHT}`);
    await program.see(/ -> [\d.]+ {2}·? .*(slack|to spare|deal:)/u);
    program.type('u');
    program.type('J');
    const open0 = await program.see(/✓ DEAL POSSIBLE[^]*red line \S+ dropped/u);
    expect(open0).not.toContain('as if');
    program.type('J');
    await program.see(/as if[^]*holds again/u);
    program.type('\u001bOP');
    await program.see(/✗ NO DEAL[^]*J sets a red line aside/u);
  });
});
