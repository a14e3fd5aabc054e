/**
 * How the parties bargain, as it stands in a scenario file, in a stage and in an overlay.
 */
import { z } from 'zod';
import { MOST_CHANCE, MOST_ROUNDS } from './limits.ts';
import { expected } from './messages.ts';
import { id, idKey, provenance, stated } from './schema-shared.ts';
import type { Strategy } from '../scenario.ts';
import { ACCEPTANCES, LINES, MEDIATORS, OFFER_RULES, PROTOCOLS, STRATEGY_KINDS } from '../scenario.ts';
import { readStrategy, strategyFault, STRATEGY_NUMBERS } from './strategy.ts';

const strategyNumber = stated(0, 1000);
const whole = (least: number, most: number) =>
  stated(least, most).refine(({ value }) => Number.isInteger(value), { error: 'must be a whole number' });

export const rounds = whole(1, MOST_ROUNDS);
export const patience = stated(0, 1);

const strategyName = z
  .string({ error: expected('a strategy such as boulware:4, or a block with `kind`') })
  .transform((written, context): Strategy => {
    const strategy = readStrategy(written);
    if (typeof strategy !== 'string') return strategy;
    context.addIssue({ code: 'custom', message: strategy });
    return z.NEVER;
  });

const strategyBlock = z
  .strictObject({
    kind: z.enum(STRATEGY_KINDS),
    exponent: strategyNumber.describe('Of boulware, conceder and learning.').exactOptional(),
    window: strategyNumber.describe('Rounds that averaged-tit-for-tat looks back.').exactOptional(),
    offers: z
      .enum(OFFER_RULES)
      .describe('Which deal worth its target it offers; default: the most similar to the offers of the others.')
      .exactOptional(),
    accepts: z.enum(ACCEPTANCES).describe('What it accepts; default: what is worth its target.').exactOptional(),
    from: stated(0, 1)
      .describe('With accepts: time or either. The share of the rounds after which anything it could sign will do.')
      .exactOptional(),
    walkOut: whole(1, MOST_ROUNDS)
      .describe('It leaves after so many rounds in which nobody offers it anything it could sign.')
      .exactOptional(),
    ...provenance,
  })
  .transform(({ exponent, window, ...rest }, context): Strategy => {
    const key = STRATEGY_NUMBERS[rest.kind]?.key;
    const given = { exponent, window };
    for (const other of ['exponent', 'window'] as const) {
      if (given[other] === undefined || other === key) continue;
      context.addIssue({ code: 'custom', path: [other], message: `'${rest.kind}' takes no ${other}` });
    }
    const number = key === undefined ? undefined : given[key];
    const isTimed = rest.accepts === 'time' || rest.accepts === 'either';
    if (rest.from !== undefined && !isTimed) {
      context.addIssue({
        code: 'custom',
        path: ['from'],
        message: 'counts with `accepts: time` or `accepts: either` only',
      });
    }
    const fault = strategyFault(rest.kind, number);
    if (fault !== null && key !== undefined) context.addIssue({ code: 'custom', path: [key], message: fault });
    return { ...rest, ...(number !== undefined && { number }) };
  });

const strategy = z.union([strategyName, strategyBlock], {
  error: expected('a strategy such as boulware:4, or a block with `kind`'),
});

const group = z.array(id).min(1, { error: 'must name at least one issue' });

export const bargainingEntry = z
  .strictObject({
    protocol: z.enum(PROTOCOLS).describe('Who may do what when; default: alternating.').exactOptional(),
    rounds: rounds.describe('Full rounds until the deadline.').exactOptional(),
    order: z
      .array(id)
      .describe('Who speaks first, next, ...; parties left out follow in the order of the file.')
      .exactOptional(),
    patience: z
      .record(idKey, patience)
      .describe('Party id: what a gain of the next round is worth in this one, 0 to 1; default 1.')
      .exactOptional(),
    strategies: z.record(idKey, strategy).describe('Party id: what it does; default: linear.').exactOptional(),
    agenda: z
      .strictObject({
        groups: z.array(group).min(1).describe('Groups of issue ids, the first to be settled first.'),
        revisable: z.boolean().describe('Later groups may open earlier ones again.').default(false),
      })
      .describe('Issues in groups that are settled one after the other.')
      .exactOptional(),
    mediator: z
      .strictObject({
        kind: z
          .enum(MEDIATORS)
          .describe('informed (default): knows all numbers; blind: tries changes by chance.')
          .exactOptional(),
        text: id.describe('Id of the draft to begin with; default: any lawful text.').exactOptional(),
        annealed: z.boolean().describe('Parties put up with small losses, ever smaller ones.').exactOptional(),
        ...provenance,
      })
      .describe('Of the protocol single-text: how the text is changed.')
      .exactOptional(),
    redLines: z
      .enum(LINES)
      .describe(
        'public: nobody offers what another has said it will never sign; private (default): each knows its own.',
      )
      .exactOptional(),
    chances: z
      .record(idKey, whole(0, MOST_CHANCE))
      .describe('Party id: of the protocol random-proposer, how likely it is to propose, in proportion; default 1.')
      .exactOptional(),
    ...provenance,
  })
  .describe('How the parties bargain, round by round.');
