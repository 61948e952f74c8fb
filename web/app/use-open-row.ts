import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Brings the row that the address names into view, once it is there, and marks it for a moment. */
export function useOpenRow(ready: boolean): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (!ready || hash === '') return;
    const row = document.getElementById(decodeURIComponent(hash));
    if (!row) return;
    row.scrollIntoView({ block: 'center' });
    row.classList.add('opened-row');
    const timer = setTimeout(() => row.classList.remove('opened-row'), 4_000);
    return () => {
      clearTimeout(timer);
      row.classList.remove('opened-row');
    };
  }, [ready, hash]);
}
