import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import {
  Button,
  Card,
  ErrorNotice,
  Field as FormField,
  Input,
  Loading,
  PageHeader,
  TextArea,
} from '../components/basics.tsx';
import { conditionOf, draftOf, emptyGroup, type Group, slugOf } from './condition-draft.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { FieldPreview } from './field-preview.tsx';
import { type Field, useFields, useSources } from './queries.ts';
import { usualPeriod } from './report-search.ts';

type Text = { readonly zh: string; readonly en: string };
const NOTHING: Text = { zh: '', en: '' };

function Names({
  name,
  about,
  setName,
  setAbout,
}: {
  name: Text;
  about: Text;
  setName: (name: Text) => void;
  setAbout: (about: Text) => void;
}) {
  const { t } = useTranslation();
  return (
    <Card>
      <div className="grid gap-3 sm:grid-cols-2">
        {(['zh', 'en'] as const).map((language) => (
          <FormField key={language} label={t(`insights.editor.name.${language}`)}>
            <Input
              lang={language === 'zh' ? 'zh-CN' : 'en'}
              required
              maxLength={60}
              value={name[language]}
              onChange={(event) => setName({ ...name, [language]: event.target.value })}
            />
          </FormField>
        ))}
        {(['zh', 'en'] as const).map((language) => (
          <FormField key={language} label={t(`insights.editor.about.${language}`)}>
            <TextArea
              lang={language === 'zh' ? 'zh-CN' : 'en'}
              rows={2}
              maxLength={500}
              value={about[language]}
              onChange={(event) => setAbout({ ...about, [language]: event.target.value })}
            />
          </FormField>
        ))}
      </div>
    </Card>
  );
}

/** Makes a new field, or changes one; `start` is what it begins from. */
function Editor({ start, existing }: { start: Field | null; existing: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const session = useSession().data;
  const sources = useSources().data;
  const [name, setName] = useState<Text>(existing && start ? start.name : NOTHING);
  const [about, setAbout] = useState<Text>(existing && start ? start.about : NOTHING);
  const [draft, setDraft] = useState<Group>(() => (start ? draftOf(start.definition) : emptyGroup('any')));
  const condition = useMemo(() => conditionOf(draft), [draft]);
  const id = existing && start ? start.id : slugOf(name.en);
  const period = usualPeriod(session?.network.now ?? '2023-03', sources?.months ?? { first: null, last: null });
  const done = async (to: string) => {
    await Promise.all(
      ['insights-fields', 'insights-report'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
    await (to === ''
      ? navigate({ to: '/insights' })
      : navigate({ to: '/insights/$fieldId', params: { fieldId: to }, search: {} }));
  };
  const save = useMutation({
    mutationFn: () => {
      const body = { name, about, definition: condition ?? { any: [] } };
      return existing
        ? answer(api.PUT('/api/v1/insights/fields/{fieldId}', { params: { path: { fieldId: id } }, body }))
        : answer(api.POST('/api/v1/insights/fields', { body: { ...body, id } }));
    },
    onSuccess: (field) => done(field.id),
  });
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/insights/fields/{fieldId}', { params: { path: { fieldId: id } } })),
    onSuccess: () => done(''),
  });
  const complete = condition !== null && name.zh.trim() !== '' && name.en.trim() !== '' && id !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) save.mutate();
      }}
    >
      <PageHeader
        title={existing ? t('insights.editor.change') : t('insights.editor.make')}
        about={t('insights.editor.about.page')}
      >
        {existing && (
          <Button
            kind="alarm"
            disabled={remove.isPending}
            onClick={() => confirm(t('insights.editor.sure')) && remove.mutate()}
          >
            {t('insights.editor.delete')}
          </Button>
        )}
        <Button type="submit" kind="main" disabled={!complete || save.isPending}>
          {t('insights.editor.save')}
        </Button>
      </PageHeader>
      <ErrorNotice error={save.error ?? remove.error} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="space-y-4">
          <Names name={name} about={about} setName={setName} setAbout={setAbout} />
          <Card>
            <h2 className="mb-1 font-semibold">{t('insights.definition')}</h2>
            <p className="mb-3 text-sm text-soft">{t('insights.editor.how')}</p>
            <ConditionEditor group={draft} onChange={setDraft} />
            {!existing && id !== '' && (
              <p className="mt-3 text-[13px] text-soft">
                {t('insights.editor.address', { address: `/insights/${id}` })}
              </p>
            )}
          </Card>
        </div>
        <FieldPreview condition={condition} period={period} />
      </div>
    </form>
  );
}

/** A field of the analyst's own: from nothing, from a copy, or as it is. */
export function FieldEditor() {
  const { fieldId } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  const fields = useFields();
  const from = fieldId ?? search.copy;
  if (fields.isPending) return <Loading />;
  const start = fields.data?.items.find((field) => field.id === from) ?? null;
  return (
    <>
      <ErrorNotice error={fields.error} />
      <Editor key={String(from)} start={start} existing={fieldId !== undefined && start !== null} />
    </>
  );
}
