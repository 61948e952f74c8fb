import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client.ts';
import { usePageTitle } from './page-title.ts';

export function Button({
  children,
  kind = 'plain',
  ...rest
}: {
  children: ReactNode;
  kind?: 'main' | 'plain' | 'quiet' | 'alarm';
} & React.ButtonHTMLAttributes<HTMLButtonElement>) {
  const look = {
    main: 'bg-jade text-on-jade hover:opacity-90',
    plain: 'border border-line bg-sheet hover:border-jade',
    quiet: 'text-jade hover:bg-jade-soft',
    alarm: 'border border-line text-seal hover:bg-seal-soft',
  }[kind];
  return (
    <button
      type="button"
      {...rest}
      className={`inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md px-3 py-1.5 text-sm font-medium whitespace-nowrap disabled:opacity-50 ${look}`}
    >
      {children}
    </button>
  );
}

export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <section className={`rounded-lg border border-line bg-sheet p-4 ${className}`}>{children}</section>;
}

/** The head of a page: its name, which is the tab's too, what it is about, and what can be done. */
export function PageHeader({ title, about, children }: { title: string; about?: string; children?: ReactNode }) {
  usePageTitle(title);
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-3">
      <div>
        <h1 className="text-xl font-semibold">{title}</h1>
        {about && <p className="mt-0.5 text-sm text-soft">{about}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </header>
  );
}

export function Chip({
  children,
  tone = 'plain',
}: {
  children: ReactNode;
  tone?: 'plain' | 'jade' | 'seal' | 'amber';
}) {
  const look = {
    plain: 'bg-paper text-soft',
    jade: 'bg-jade-soft text-jade',
    seal: 'bg-seal-soft text-seal',
    amber: 'bg-amber-soft text-amber',
  }[tone];
  return <span className={`inline-flex items-center rounded px-1.5 py-0.5 text-xs ${look}`}>{children}</span>;
}

/** The seal of a verified position: how it was verified, and in which month. */
export function VerifiedMark({ method, at }: { method?: 'work-email' | 'colleagues'; at?: string | null }) {
  const { t, i18n } = useTranslation();
  const month = at
    ? new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(at))
    : '';
  const way = method === 'work-email' ? 'mail' : 'colleagues';
  const how = method ? (month ? t(`app.verifiedIn.${way}`, { month }) : t(`app.verifiedBy.${way}`)) : t('app.verified');
  return (
    <span className="inline-flex items-center gap-1 rounded border border-seal px-1 text-xs text-seal">
      <svg aria-hidden="true" viewBox="0 0 12 12" className="size-2.5 shrink-0 fill-none stroke-current stroke-2">
        <path d="M2 6.5 5 9l5-6" />
      </svg>
      {how}
    </span>
  );
}

export function Avatar({ name }: { name: string }) {
  const initials = /^[A-Za-z]/.test(name)
    ? name
        .split(/\s+/)
        .map((word) => word[0])
        .join('')
        .slice(0, 2)
    : name.slice(-2);
  return (
    <span
      aria-hidden="true"
      className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-jade-soft text-sm font-semibold text-jade"
    >
      {initials}
    </span>
  );
}

/** Holds the place of a part that is on its way; the style sheet keeps back what stands after it. */
export function Loading({ rows = 3, height = 'h-24' }: { rows?: number; height?: 'h-24' | 'h-11' }) {
  const { t } = useTranslation();
  return (
    <div role="status" data-on-its-way className="space-y-3" aria-label={t('app.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className={`${height} animate-pulse rounded-lg border border-line bg-sheet`} />
      ))}
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="rounded-lg border border-dashed border-line p-8 text-center text-soft">{children}</p>;
}

export function ErrorNotice({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!error) return null;
  const known = error instanceof ProblemError;
  return (
    <div role="alert" className="my-2 rounded-md border border-seal bg-seal-soft px-3 py-2 text-sm text-seal">
      {known ? error.message : t('app.failed')}
      {known && error.fields.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {error.fields.map((field) => (
            <li key={field.path}>
              {field.path}: {field.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const CONTROL = 'w-full rounded-md border border-line bg-sheet px-2.5 py-1.5 text-sm text-ink placeholder:text-soft';

export function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="block text-sm">
      <span className="mb-1 block font-medium">{label}</span>
      {children}
      {hint && <span className="mt-1 block text-xs text-soft">{hint}</span>}
    </label>
  );
}

export function Input(props: React.InputHTMLAttributes<HTMLInputElement>) {
  return <input {...props} className={CONTROL} />;
}

export function TextArea(props: React.TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea {...props} className={`${CONTROL} leading-relaxed`} />;
}

export function Select({
  options,
  ...rest
}: { options: readonly (readonly [value: string, label: string])[] } & React.SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <select {...rest} className={CONTROL}>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
