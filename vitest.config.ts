import { defineConfig } from 'vitest/config';

/**
 * Two kinds of test. Plain ones need nothing; `*.api.test.ts` and `*.store.test.ts` get a fresh
 * database per file, and run once on the embedded PostgreSQL and once on a system PostgreSQL 15+. They share the program's
 * modules, which hold no state of their own: reading them anew for each file took as long as the tests. One file at a
 * time on each server: an open transaction in any of its databases holds back what others hear of theirs.
 */
const databaseTests = ['{src,world,test}/**/*.{api,store}.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a page shows by and by is waited for as long as an element of it is.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          include: ['{src,world,bench,web,test}/**/*.test.{ts,tsx}'],
          exclude: [
            ...databaseTests,
            '**/*.browser.test.ts',
            '**/*.crash.test.ts',
            '**/*.real.test.ts',
            '**/node_modules/**',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'embedded',
          include: databaseTests,
          isolate: false,
          fileParallelism: false,
          globalSetup: ['test/embedded-database.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: databaseTests,
          isolate: false,
          fileParallelism: false,
          globalSetup: ['test/system-database.setup.ts'],
        },
      },
      { extends: true, test: { name: 'crash', include: ['{src,test}/**/*.crash.test.ts'], testTimeout: 600_000 } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['{web,test}/**/*.browser.test.ts'],
          testTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['{src,test}/**/*.real.test.ts'],
          testTimeout: 600_000,
          globalSetup: ['test/embedded-database.setup.ts'],
        },
      },
    ],
  },
});
