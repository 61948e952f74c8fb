import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.ts';
import { useWords } from '../app/words.ts';
import { placeOnMyPage, type Row } from '../components/my-row.ts';

type Said = {
  readonly text: { readonly zh: string; readonly en: string };
  readonly rows: readonly Row[];
};

/** A sentence that opens the row that it comes from. `onPosting` shows the posting's own text. */
export function ReasonLine({
  said,
  posting,
  onPosting,
}: {
  said: Said;
  posting: Schemas['Posting'];
  onPosting: () => void;
}) {
  const { zh } = useWords();
  const text = zh ? said.text.zh : said.text.en;
  const [row] = said.rows;
  const look = 'text-left underline decoration-line decoration-dotted underline-offset-4 hover:text-jade';
  if (!row) return <>{text}</>;
  if (row.kind === 'connection') {
    return (
      <Link to="/people/$memberId" params={{ memberId: row.id }} className={look}>
        {text}
      </Link>
    );
  }
  if (row.kind === 'company') {
    return (
      <Link to="/jobs" search={{ query: posting.company.name }} className={look}>
        {text}
      </Link>
    );
  }
  if (row.kind === 'posting') {
    return (
      <button type="button" className={look} onClick={onPosting}>
        {text}
      </button>
    );
  }
  const hash = placeOnMyPage(row);
  return (
    <Link to="/me" {...(hash && { hash })} className={look}>
      {text}
    </Link>
  );
}
