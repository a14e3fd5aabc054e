import { defineConfig } from 'vitest/config';

/** Tests that start programs and threads. */
const PROGRAMS = [
  'tests/{cli,docs,jobs,mcp,oracle}/**/*.test.{ts,tsx}',
  'tests/tui/{interface,outside,terminal}/**/*.test.{ts,tsx}',
];

export default defineConfig({
  test: {
    setupFiles: 'tests/seed.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two cores have two workers; without saying so, one of them would be kept for watching.
    maxWorkers: '100%',
    // Modules are loaded once and not for every file: that took as long as the tests.
    isolate: false,
    // Properties make many small things that do not last: with room for them a seventh of the work is not spent on collecting.
    execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...PROGRAMS, 'tests/browser/**'],
        },
      },
      { extends: true, test: { name: 'programs', include: PROGRAMS, globalSetup: 'tests/built-program.ts' } },
    ],
  },
});
