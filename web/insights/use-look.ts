import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { type ChartTheme, DARK, LIGHT } from '../../src/insights/charts/index.ts';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** The colours of charts for the page as it looks now. */
export function useChartTheme(): ChartTheme {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'dark' || (dark && chosen !== 'light') ? DARK : LIGHT;
}

export const useStillness = (): boolean => useMedia('(prefers-reduced-motion: reduce)');

/** The width of an element in whole pixels, as it changes; 0 before it is known. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

/** Whether an element has come near the window once. */
export function useSeen(ref: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || seen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: '400px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, seen]);
  return seen;
}
