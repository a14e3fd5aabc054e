/**
 * Where a change lands, properties try the same cases on every machine, so that what passes once passes again. A soak
 * (see `runs.ts`) tries other cases each time: what it finds is a defect, and is kept as a case of its own.
 */
import fc from 'fast-check';
import { IS_SOAK } from './runs.js';

const ASKED = process.env['WINSET_SEED'];

if (ASKED !== undefined) fc.configureGlobal({ seed: Number(ASKED) });
else if (!IS_SOAK) fc.configureGlobal({ seed: 28 });
