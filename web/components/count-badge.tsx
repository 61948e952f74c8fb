const MOST = 99;

/** How much waits, as a small number; nothing where nothing does. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null;
  return (
    <span className="inline-flex min-w-[1.15rem] items-center justify-center rounded-full bg-seal px-1 text-[0.7rem] leading-[1.15rem] font-semibold text-sheet">
      <span aria-hidden="true">{count > MOST ? `${MOST}+` : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
