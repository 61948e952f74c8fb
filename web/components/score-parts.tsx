import { useTranslation } from 'react-i18next';

/** The named parts of a score, in the order in which they are shown. */
export const PARTS = [
  'skills',
  'role',
  'domain',
  'words',
  'evidence',
  'reach',
  'openness',
  'place',
  'pay',
  'years',
  'degree',
] as const;

/**
 * The named parts of a match score, each 0 to 1, or a dash where the posting does not ask for it; `counted` leaves
 * those out that were not counted.
 */
export function ScoreParts({
  parts,
  counted = false,
}: {
  parts: Readonly<Record<string, number | null | undefined>>;
  counted?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-x-4 gap-y-1.5 text-xs">
      {PARTS.map((part) => {
        const value = parts[part] ?? null;
        if (counted && value === null) return null;
        return (
          <div key={part}>
            <dt className="text-soft">{t(`hire.parts.${part}`)}</dt>
            <dd>
              <meter className="h-2 w-full" min={0} max={1} value={value ?? 0} aria-label={t(`hire.parts.${part}`)}>
                {value}
              </meter>
              <span className="text-soft">{value === null ? '—' : Math.round(value * 100)}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
