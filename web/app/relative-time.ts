const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago something was, in the largest unit that fits: "3 hours ago"; null for less than a minute, or the future. */
export function relativeTime(iso: string, now: number, language: string): string | null {
  const seconds = (now - Date.parse(iso)) / 1_000;
  for (const [unit, size] of UNITS) {
    if (seconds >= size) {
      return new Intl.RelativeTimeFormat(language).format(-Math.floor(seconds / size), unit);
    }
  }
  return null;
}
