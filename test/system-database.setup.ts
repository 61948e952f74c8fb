import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeTemplate, startTestCluster, TEMPLATE } from './start-test-cluster.ts';

const DEBIAN = '/usr/lib/postgresql';

function newestInstalled(): string {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .map(Number)
        .filter((version) => version >= 15)
    : [];
  const newest = Math.max(...versions);
  if (versions.length === 0) {
    throw new Error(
      'No system PostgreSQL 15 or newer was found. Install one (apt-get install postgresql) or name one with RENMAI_TEST_DATABASE_URL.',
    );
  }
  return join(DEBIAN, String(newest), 'bin');
}

/** The same database tests on a system PostgreSQL: `RENMAI_TEST_DATABASE_URL`, or a throw-away cluster of Debian's. */
export default async function setup(project: TestProject) {
  const given = process.env.RENMAI_TEST_DATABASE_URL;
  if (given) {
    const template = new URL(given);
    template.pathname = `/${TEMPLATE}`;
    await makeTemplate(given, template.href);
    project.provide('serverUrl', given);
    return undefined;
  }
  const bin = newestInstalled();
  const server = await startTestCluster({ postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') });
  project.provide('serverUrl', server.url);
  return server.stop;
}
