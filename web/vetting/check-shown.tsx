import { useTranslation } from 'react-i18next';

type Said = { readonly zh: string; readonly en: string };
type Line = { readonly text: Said; readonly evidence: readonly Said[]; readonly answer: string };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isSaid = (value: unknown): value is Said =>
  isObject(value) && typeof value.zh === 'string' && typeof value.en === 'string';

function linesOf(statements: unknown): Line[] {
  if (!Array.isArray(statements)) return [];
  return statements.flatMap((row: unknown) => {
    if (!isObject(row) || !isSaid(row.text)) return [];
    const evidence = Array.isArray(row.evidence) ? row.evidence : [];
    const texts = evidence.flatMap((one: unknown) => (isObject(one) && isSaid(one.text) ? [one.text] : []));
    return [{ text: row.text, evidence: texts, answer: typeof row.answer === 'string' ? row.answer : '' }];
  });
}

/** In one's own file: every word of a check that a recruiter read. */
export function CheckShown({ detail }: { detail: Record<string, unknown> }) {
  const { t, i18n } = useTranslation();
  const said = (text: Said) => (i18n.language.startsWith('zh') ? text.zh : text.en);
  const lines = linesOf(detail.statements);
  if (lines.length === 0) return null;
  return (
    <details className="mt-1 text-sm">
      <summary className="cursor-pointer text-jade">{t('talent.file.check')}</summary>
      <ul className="mt-1.5 space-y-2">
        {lines.map((line) => (
          <li key={line.text.en}>
            <p className="font-medium">{said(line.text)}</p>
            <ul className="list-disc pl-5 text-soft">
              {line.evidence.map((text) => (
                <li key={text.en}>{said(text)}</li>
              ))}
            </ul>
            {line.answer && <p className="border-l-2 border-jade pl-3">{line.answer}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
