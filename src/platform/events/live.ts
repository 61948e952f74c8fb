/** What an open page hears: which kind of thing changed, and which one. The page asks the API for the rest. */
export type LiveEvent = { readonly kind: string; readonly key: string };

export type LiveHub = {
  subscribe(accountId: string, send: (event: LiveEvent) => void): () => void;
  publish(accountIds: readonly string[], event: LiveEvent): void;
};

/** The open pages of this process, by account. */
export function createLiveHub(): LiveHub {
  const pages = new Map<string, Set<(event: LiveEvent) => void>>();
  return {
    subscribe(accountId, send) {
      const own = pages.get(accountId) ?? new Set();
      pages.set(accountId, own.add(send));
      return () => {
        own.delete(send);
        if (own.size === 0) pages.delete(accountId);
      };
    },
    publish(accountIds, event) {
      for (const id of accountIds) for (const send of pages.get(id) ?? []) send(event);
    },
  };
}
