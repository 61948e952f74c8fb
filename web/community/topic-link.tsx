import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

type Names = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** A topic's name in the reader's language, where it has one there; else the topic as it was written. */
export function useTopicName(names: Names | undefined): (topic: string) => string {
  const { i18n } = useTranslation();
  return (topic) => names?.[topic]?.[i18n.language.startsWith('zh') ? 'zh' : 'en'] ?? topic;
}

export function TopicLink({ topic, name }: { topic: string; name: string }) {
  return (
    <Link to="/community/topics/$topic" params={{ topic }} className="py-0.5 text-jade hover:underline">
      #{name}
    </Link>
  );
}
