import { Link } from '@tanstack/react-router';

export function TopicLink({ topic }: { topic: string }) {
  return (
    <Link to="/community/topics/$topic" params={{ topic }} className="py-0.5 text-jade hover:underline">
      #{topic}
    </Link>
  );
}
