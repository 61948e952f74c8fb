import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../app/words.ts';
import { Button } from '../components/basics.tsx';
import {
  type Draft,
  emptyGroup,
  emptyTerm,
  type Group,
  isGroup,
  isTerm,
  TERM_KINDS,
  type Term,
  type TermKind,
} from './condition-draft.ts';

const CONTROL = 'min-h-9 rounded-md border border-line bg-sheet px-2 text-sm text-ink';

const LEXICON = { skill: 'skills', role: 'roles', industry: 'industries' } as const;

/** Names of one kind, both ways: a skill is chosen by its name in either language and kept by its id. */
function useNames(kind: TermKind) {
  const { lexicon, name } = useWords();
  if (kind === 'keyword')
    return { known: true, nameOf: (value: string) => value, idOf: (value: string) => value, names: [] };
  const entries = Object.entries(lexicon?.[LEXICON[kind]] ?? {});
  return {
    known: lexicon !== undefined,
    nameOf: (id: string) => name(LEXICON[kind], id),
    idOf: (written: string) => {
      const wanted = written.trim().toLowerCase();
      return entries.find(([id, names]) => [id, ...names].some((one) => one.toLowerCase() === wanted))?.[0] ?? null;
    },
    names: entries.map(([id]) => name(LEXICON[kind], id)),
  };
}

function TermRow({ term, onChange }: { term: Term; onChange: (to: Draft | null) => void }) {
  const { t } = useTranslation();
  const list = useId();
  const { known, nameOf, idOf, names } = useNames(term.kind);
  // What is being typed; before that, the name of what was kept, which comes with the lexicon.
  const [written, setWritten] = useState<string | null>(null);
  const shown = written ?? nameOf(term.value);
  const unknown = known && shown.trim() !== '' && idOf(shown) === null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <select
        aria-label={t('insights.editor.is')}
        className={CONTROL}
        value={term.not ? 'not' : 'is'}
        onChange={(event) => onChange({ ...term, not: event.target.value === 'not' })}
      >
        <option value="is">{t('insights.editor.has')}</option>
        <option value="not">{t('insights.editor.hasNot')}</option>
      </select>
      <select
        aria-label={t('insights.editor.kind')}
        className={CONTROL}
        value={term.kind}
        onChange={(event) => {
          const kind = TERM_KINDS.find((one) => one === event.target.value);
          if (!kind) return;
          setWritten('');
          onChange({ ...term, kind, value: '' });
        }}
      >
        {TERM_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`insights.editor.kinds.${kind}`)}
          </option>
        ))}
      </select>
      <input
        aria-label={t('insights.editor.value')}
        aria-invalid={unknown}
        className={`${CONTROL} min-w-40 flex-1 aria-invalid:border-seal`}
        list={list}
        maxLength={80}
        disabled={!known}
        value={shown}
        onChange={(event) => {
          setWritten(event.target.value);
          onChange({ ...term, value: idOf(event.target.value) ?? '' });
        }}
      />
      {term.kind !== 'keyword' && (
        <datalist id={list}>
          {names.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      <button
        type="button"
        aria-label={t('insights.editor.remove')}
        className="inline-flex size-9 items-center justify-center rounded-md text-soft hover:text-seal"
        onClick={() => onChange(null)}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
      {unknown && <p className="w-full text-xs text-seal">{t('insights.editor.unknown')}</p>}
    </div>
  );
}

/** Terms and groups, joined by "all of" or "any of"; every part is reached and changed by the keyboard. */
export function ConditionEditor({
  group,
  onChange,
  onRemove,
}: {
  group: Group;
  onChange: (to: Group) => void;
  onRemove?: () => void;
}) {
  const { t } = useTranslation();
  const set = (id: number, to: Draft | null) =>
    onChange({ ...group, items: group.items.flatMap((item) => (item.id === id ? (to ? [to] : []) : [item])) });
  const add = (item: Draft) => onChange({ ...group, items: [...group.items, item] });
  return (
    <fieldset className={`rounded-md border p-3 ${group.not ? 'border-seal' : 'border-line'}`}>
      <legend className="flex items-center gap-2 px-1">
        <select
          aria-label={t('insights.editor.joint')}
          className={CONTROL}
          value={`${group.not ? 'not-' : ''}${group.kind}`}
          onChange={({ target: { value } }) =>
            onChange({ ...group, not: value.startsWith('not-'), kind: value.endsWith('all') ? 'all' : 'any' })
          }
        >
          <option value="any">{t('insights.editor.any')}</option>
          <option value="all">{t('insights.editor.all')}</option>
          {onRemove && <option value="not-any">{t('insights.editor.none')}</option>}
          {onRemove && <option value="not-all">{t('insights.editor.notAll')}</option>}
        </select>
        {onRemove && (
          <button
            type="button"
            aria-label={t('insights.editor.removeGroup')}
            className="inline-flex size-9 items-center justify-center rounded-md text-soft hover:text-seal"
            onClick={onRemove}
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        )}
      </legend>
      <div className="space-y-2">
        {group.items.map((item) =>
          isGroup(item) ? (
            <ConditionEditor
              key={item.id}
              group={item}
              onChange={(to) => set(item.id, to)}
              onRemove={() => set(item.id, null)}
            />
          ) : (
            <TermRow key={item.id} term={item} onChange={(to) => set(item.id, to)} />
          ),
        )}
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => add(emptyTerm(group.items.findLast(isTerm)?.kind))}>
            <Plus aria-hidden="true" className="size-4" />
            {t('insights.editor.addTerm')}
          </Button>
          <Button kind="quiet" onClick={() => add(emptyGroup(group.kind === 'all' ? 'any' : 'all'))}>
            <Plus aria-hidden="true" className="size-4" />
            {t('insights.editor.addGroup')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
