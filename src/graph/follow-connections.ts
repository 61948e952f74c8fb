import { z } from 'zod';
import type { Context, StoredEvent } from '../platform/index.ts';
import { buildSocialGraph, type SocialGraph } from './social-graph.ts';
import { allConnections } from './store.ts';

const between = z.object({ with: z.uuid() });

/** The graph as the database has it now. */
export async function loadSocialGraph(context: Context): Promise<SocialGraph> {
  const edges: (readonly [string, string])[] = [];
  for await (const edge of allConnections(context.db)) edges.push(edge);
  return buildSocialGraph(edges);
}

/** Brings the graph up to an event; events of other kinds leave it as it is. Telling it twice changes nothing. */
export function applyToGraph(graph: SocialGraph, event: StoredEvent): void {
  if (event.kind === 'connection.made') graph.connect(event.key, between.parse(event.payload).with);
  else if (event.kind === 'connection.ended') graph.disconnect(event.key, between.parse(event.payload).with);
  else if (event.kind === 'member.deleted') {
    for (const other of graph.neighbours(event.key)) graph.disconnect(event.key, other);
  }
}
