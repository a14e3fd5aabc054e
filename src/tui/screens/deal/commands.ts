/** What can be done on the deal screen. */
import type { Command } from '../../model/screen.ts';
import { EDITS } from './clause-edits.ts';
import { MOVES } from './moves.ts';
import { OTHERS } from './other-deals.ts';
import { PRICES } from './price.ts';
import type { DealState } from './state.ts';

export const COMMANDS: readonly Command<DealState>[] = [...MOVES, ...EDITS, ...OTHERS, ...PRICES];
