import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/client.ts';

type Page = { items: Schemas['Post'][]; nextCursor: string | null };

/** Changes a post wherever it is shown, without asking for the lists again: their order would move under the reader. */
export function patchPost(queries: QueryClient, postId: string, patch: Partial<Schemas['Post']>): void {
  queries.setQueryData<Schemas['Post']>(['post', postId], (post) => post && { ...post, ...patch });
  queries.setQueriesData<InfiniteData<Page>>({ queryKey: ['posts'] }, (data) => {
    if (!data) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((post) => (post.id === postId ? { ...post, ...patch } : post)),
    }));
    return { ...data, pages };
  });
}
