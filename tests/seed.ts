/**
 * Where a change lands, properties try the same cases on every machine, so that what passes once passes again. A soak
 * (see `runs.ts`) tries other cases each time: what it finds is a defect, and is kept as a case of its own.
 */
import fc from 'fast-check';
import { IS_SOAK } from './runs.js';

if (!IS_SOAK) fc.configureGlobal({ seed: 28 });
