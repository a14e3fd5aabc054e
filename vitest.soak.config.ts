/**
 * `npm run soak:properties`: the tests with all the cases that their properties have, other ones each time. It says the
 * seed that gives them again: `WINSET_SEED=28 npm run soak:properties -- tests/engine`. `WINSET_RUNS=5` tries five times
 * as many.
 */
import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

const { WINSET_RUNS = '1', WINSET_SEED = String(Date.now() % 1_000_000_000) } = process.env;
process.stdout.write(`WINSET_RUNS=${WINSET_RUNS} WINSET_SEED=${WINSET_SEED}\n`);

export default mergeConfig(
  config,
  defineConfig({ test: { env: { WINSET_RUNS, WINSET_SEED }, testTimeout: 3_600_000, hookTimeout: 3_600_000 } }),
);
