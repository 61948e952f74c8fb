import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { Button } from '../../components/basics.tsx';
import type { Report, ReportQuery } from '../queries.ts';
import { FollowButton } from './follow-button.tsx';
import { usePublish } from './publications.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { usualTitles } from './usual-title.ts';

/** What can be done with the report that is looked at: follow its field, and for analysts, publish it. */
export function ReportActions({ report, query }: { report: Report; query: ReportQuery }) {
  const { t } = useTranslation();
  const session = useSession().data;
  const [open, setOpen] = useState(false);
  const publish = usePublish(report.field.id, query);
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <FollowButton fieldId={report.field.id} />
      {session?.roles.includes('analyst') && (
        <Button kind="main" onClick={() => setOpen(true)}>
          <Send aria-hidden="true" className="size-4" />
          {t('publishing.publish')}
        </Button>
      )}
      {open && (
        <PublishDialog
          title={
            query.epsilon === undefined
              ? t('publishing.publishReport')
              : `${t('publishing.publishReport')} · ${t('insights.publicEdition', { epsilon: query.epsilon })}`
          }
          usual={usualTitles(report.field.name)}
          publish={publish.mutateAsync}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
