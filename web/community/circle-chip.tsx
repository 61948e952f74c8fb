import { Link } from '@tanstack/react-router';
import { Building2, GraduationCap, Hash, MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

const ICONS = { topic: Hash, city: MapPin, company: Building2, school: GraduationCap };

export function CircleIcon({ kind }: { kind: Schemas['Circle']['kind'] }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" className="size-3.5 shrink-0" />;
}

/** A circle's name in the reader's language. */
export function useCircleName(): (circle: Pick<Schemas['Circle'], 'name'>) => string {
  const { i18n } = useTranslation();
  return (circle) => circle.name[i18n.language.startsWith('zh') ? 'zh' : 'en'];
}

export function CircleChip({ circle }: { circle: Pick<Schemas['Circle'], 'slug' | 'kind' | 'name'> }) {
  const nameOf = useCircleName();
  return (
    <Link
      to="/community/circles/$slug"
      params={{ slug: circle.slug }}
      className="inline-flex items-center gap-1 rounded bg-jade-soft px-1.5 py-0.5 text-xs text-jade hover:underline"
    >
      <CircleIcon kind={circle.kind} />
      {nameOf(circle)}
    </Link>
  );
}
