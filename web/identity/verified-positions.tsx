import { VerifiedMark } from '../components/basics.tsx';

type Mark = {
  readonly positionId: string;
  readonly companyName: string;
  readonly method: 'work-email' | 'colleagues';
  readonly decidedAt: string | null;
};
const SHOWN = 2;

/** Which of a person's positions are verified, and how: the latest few, each with its company. */
export function VerifiedPositions({ marks }: { marks: readonly Mark[] }) {
  const latest = [...marks].sort((a, b) => (b.decidedAt ?? '').localeCompare(a.decidedAt ?? '')).slice(0, SHOWN);
  return (
    <>
      {latest.map((mark) => (
        <span
          key={`${mark.positionId} ${mark.method}`}
          className="inline-flex flex-wrap items-center gap-x-1 gap-y-0.5 text-xs text-soft"
        >
          {mark.companyName}
          <VerifiedMark method={mark.method} at={mark.decidedAt} />
        </span>
      ))}
    </>
  );
}
