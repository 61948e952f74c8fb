import type { TestProject } from 'vitest/node';
import { embeddedBinaries } from '../src/platform/index.ts';
import { startTestCluster } from './start-test-cluster.ts';

/** The embedded PostgreSQL, for every database test. */
export default async function setup(project: TestProject) {
  const server = await startTestCluster(await embeddedBinaries());
  project.provide('serverUrl', server.url);
  return server.stop;
}
