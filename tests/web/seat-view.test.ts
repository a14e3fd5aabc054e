import { expect, it } from 'vitest';
import { gameOf } from '../../src/class/game.ts';
import { seatView } from '../../src/web/seat-view.ts';
import { CLASSES, othersChanged } from '../class/others-changed.ts';
import { NINE, running, shippedGame } from '../class/support.ts';

it.each(CLASSES)('what a person sees of %s is the same, whatever the other roles want', (name) => {
  const game = shippedGame(name);
  for (const role of game.roles) {
    const other = gameOf(game.plan, othersChanged(game.file, role));
    const [own, same] = [game, other].map((each) => {
      const room = running(each, ['1']);
      const deal = each.file.drafts[0]?.clauses.map(({ issue, option }) => [issue, option] as const) ?? [];
      room.play(`1-${role}`, { kind: 'propose', deal: Object.fromEntries(deal) });
      return JSON.stringify(seatView(each, room.state(), `1-${role}`, NINE));
    });
    expect(same).toBe(own);
    expect(own).not.toContain('ZZZ');
  }
});
