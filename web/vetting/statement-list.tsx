import { Check, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

type Statement = Schemas['CheckStatement'];
type Side = Statement['evidence'][number]['side'];

const LOOK = {
  supports: { Icon: Check, tone: 'text-jade' },
  differs: { Icon: TriangleAlert, tone: 'text-amber' },
  notes: { Icon: Info, tone: 'text-soft' },
} as const satisfies Record<Side, unknown>;
const KINDS = ['experience', 'position', 'education', 'skill'] as const;

function EvidenceLine({ evidence }: { evidence: Statement['evidence'][number] }) {
  const { t, i18n } = useTranslation();
  const { Icon, tone } = LOOK[evidence.side];
  return (
    <li className="flex items-start gap-2 text-sm">
      <span className={`mt-0.5 inline-flex w-20 shrink-0 items-center gap-1 text-xs font-medium ${tone}`}>
        <Icon aria-hidden="true" className="size-3.5 shrink-0" />
        {t(`vetting.side.${evidence.side}`)}
      </span>
      <span className="min-w-0">{i18n.language.startsWith('zh') ? evidence.text.zh : evidence.text.en}</span>
    </li>
  );
}

/** The statements of a check by kind, each with its evidence and its candidate's answer. `beside` is what the reader can do about one. */
export function StatementList({
  statements,
  beside,
}: {
  statements: readonly Statement[];
  beside?: (statement: Statement) => ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  return (
    <>
      {KINDS.map((kind) => {
        const own = statements.filter((statement) => statement.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind} aria-labelledby={`kind-${kind}`} className="mb-4">
            <h2 id={`kind-${kind}`} className="mb-2 text-sm font-semibold text-soft">
              {t(`vetting.kind.${kind}`)}
            </h2>
            <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
              {own.map((statement) => (
                <li key={statement.id} className="break-inside-avoid p-4">
                  <h3 className="mb-2 font-medium">{zh ? statement.text.zh : statement.text.en}</h3>
                  <ul className="space-y-1.5">
                    {statement.evidence.map((evidence) => (
                      <EvidenceLine key={evidence.text.en} evidence={evidence} />
                    ))}
                  </ul>
                  {beside
                    ? beside(statement)
                    : statement.answer && (
                        <p className="mt-2 border-l-2 border-jade pl-3 text-sm whitespace-pre-line">
                          <span className="mr-1 text-soft">{t('vetting.answered')}</span>
                          {statement.answer}
                        </p>
                      )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
