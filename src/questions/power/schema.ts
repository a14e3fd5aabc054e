/** The JSON document of `winset power --json`, as a schema. */
import { z } from 'zod';
import { byParty, count, digits, head, ids, seed, space } from '../../report/json-schema.ts';

const fraction = z.strictObject({ exact: z.string(), value: z.number() });

const indices = z.strictObject({
  required: ids,
  quorum: z.int(),
  parties: byParty(z.strictObject({ swings: digits, banzhaf: fraction, shapleyShubik: fraction })),
});

export const schema = z.strictObject({
  ...head('power'),
  seed,
  space,
  unconditional: indices,
  triggered: indices.nullable(),
  zone: count,
  soleBlocker: byParty(z.strictObject({ count, share: z.number() })),
});
