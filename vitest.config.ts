import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ProgramsFirst } from './tests/programs-first.ts';

export default defineConfig({
  test: {
    // One project: each would load the modules anew, in both workers.
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**'],
    setupFiles: 'tests/seed.ts',
    globalSetup: 'tests/built-program.ts',
    sequence: { sequencer: ProgramsFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One more than the cores would use the time that terminals wait, and take more than that for a start of its own.
    maxWorkers: availableParallelism(),
    // Modules are loaded once and not for every file: that took as long as the tests.
    isolate: false,
    // Properties make many small things that do not last: with room for them a seventh of the work is not spent on collecting.
    execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64'],
  },
});
