import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

export type Choice = { readonly id: string; readonly name: string };

/**
 * Several things chosen by name: what is chosen stands above as chips, and a field with suggestions adds to it. Only
 * what is suggested can be added.
 */
export function Choices({
  label,
  hint,
  chosen,
  suggested,
  search,
  change,
}: {
  label: string;
  hint?: string;
  chosen: readonly Choice[];
  suggested: readonly Choice[];
  /** Tells what is typed, where suggestions are asked for. */
  search?: (typed: string) => void;
  change: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const ids = chosen.map((choice) => choice.id);
  const type = (text: string) => {
    const found = suggested.find((choice) => choice.name === text);
    setTyped(found ? '' : text);
    if (found && !ids.includes(found.id)) change([...ids, found.id]);
    search?.(found ? '' : text);
  };
  return (
    <div className="text-sm">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {chosen.length > 0 && (
        <ul className="mb-1.5 flex flex-wrap gap-1.5">
          {chosen.map((choice) => (
            <li key={choice.id} className="inline-flex items-center rounded bg-jade-soft pl-2 text-xs text-jade">
              {choice.name}
              <button
                type="button"
                className="p-1.5"
                aria-label={t('hire.remove', { word: choice.name })}
                onClick={() => change(ids.filter((one) => one !== choice.id))}
              >
                <X aria-hidden="true" className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        list={`${id}-list`}
        value={typed}
        autoComplete="off"
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="w-full rounded-md border border-line bg-sheet px-2.5 py-1.5 text-sm text-ink"
        onChange={(event) => type(event.target.value)}
      />
      <datalist id={`${id}-list`}>
        {suggested.map((choice) => (
          <option key={choice.id} value={choice.name} />
        ))}
      </datalist>
      {hint && (
        <span id={`${id}-hint`} className="mt-1 block text-xs text-soft">
          {hint}
        </span>
      )}
    </div>
  );
}
