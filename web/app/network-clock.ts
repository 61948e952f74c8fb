import { useSyncExternalStore } from 'react';
import { useSession } from './session.ts';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for however many times are shown. */
function onMinute(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tell of listeners) tell();
  }, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

const minute = () => Math.floor(Date.now() / 60_000);

/** The network's time now, in milliseconds: it may run in another year than the machine. Shown anew each minute. */
export function useNetworkNow(): number {
  useSyncExternalStore(onMinute, minute);
  const { data, dataUpdatedAt } = useSession();
  return data ? Date.parse(data.network.now) + (Date.now() - dataUpdatedAt) : Date.now();
}
