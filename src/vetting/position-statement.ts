import type { Finding } from './check-timeline.ts';
import { type Difference, differencesFrom } from './compare-resume.ts';
import type { Facts, PositionFacts } from './facts.ts';
import { K } from './independent-support.ts';
import type { Evidence, Section, Statement } from './model.ts';
import { cityWord, monthWord, periodWord, seniorityWord } from './words.ts';

export type Finished = { readonly statement: Statement; readonly evidence: readonly Evidence[] };

const NOTHING: Evidence = {
  side: 'notes',
  text: { zh: '没有可以出示的、支持或质疑这一点的信息。', en: 'There is nothing to show for or against this.' },
};

/** Says so where there is nothing: unknown is not suspicious. */
export function orNothing(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.some(({ side }) => side !== 'notes') ? evidence : [...evidence, NOTHING];
}

function verificationEvidence(position: PositionFacts): Evidence[] {
  return position.verified.map(({ method, month, domain }): Evidence => {
    const when = monthWord(month);
    if (method === 'colleagues') {
      return {
        side: 'supports',
        text: {
          zh: `${when.zh}，两位当时也在该公司、自己已认证的同事确认了这段经历。`,
          en: `In ${when.en} two colleagues who were there at the same time, and are verified themselves, confirmed it.`,
        },
      };
    }
    const lasted = month >= position.start && (position.end === null || month <= position.end);
    return {
      side: 'supports',
      text: {
        zh: `${when.zh}，本人用 @${domain ?? ''} 的工作邮箱收到并填写了验证码（${lasted ? '当时在职' : '当时已离职'}）。`,
        en: `In ${when.en} a code sent to a mailbox at @${domain ?? ''} was entered, ${lasted ? 'while the position lasted' : 'after it had ended'}.`,
      },
    };
  });
}

function supportEvidence(position: PositionFacts): Evidence[] {
  if (position.pool < K) {
    return [
      {
        side: 'notes',
        text: {
          zh: `网络里当时也在该公司的成员不足 ${K} 人，为免指向某个人，不说明他们的情况。`,
          en: `Fewer than ${K} other members are known to have been there then; nothing is told of them, since it would point at somebody.`,
        },
      },
    ];
  }
  if (position.independent === 0) return [];
  const n = position.independent;
  return [
    {
      side: 'supports',
      text: {
        zh: `${n} 位${n === 1 ? '' : '互不依赖的'}同事支持这段经历：当时也在该公司、自己已认证，并且确认过它或与本人是好友。`,
        en: `${n} ${n === 1 ? 'colleague supports' : 'colleagues, independent of one another, support'} it: there at the same time, verified, and having confirmed it or being connected to the candidate.`,
      },
    },
  ];
}

const WHAT = {
  start: { zh: '开始时间', en: 'the start' },
  end: { zh: '结束时间', en: 'the end' },
  title: { zh: '职位名称', en: 'the title' },
} as const;

function differenceText({ what, said, profile }: Difference, readOn: string): Evidence {
  const words = (value: string | null) =>
    what === 'title' ? { zh: `“${value}”`, en: `“${value}”` } : monthWord(value);
  const [a, b, on] = [words(said), words(profile), monthWord(readOn)];
  return {
    side: 'differs',
    text: {
      zh: `${on.zh}导入的简历与资料的${WHAT[what].zh}不同：简历是${a.zh}，资料是${b.zh}。也可能是读简历时读错，或本人后来改正。`,
      en: `The resume imported in ${on.en} differs in ${WHAT[what].en}: ${a.en} there, ${b.en} in the profile. It may have been misread, or corrected since.`,
    },
  };
}

function resumeEvidence(position: PositionFacts, facts: Facts): Evidence[] {
  const seen = new Set<string>();
  return facts.resumes.flatMap(({ readOn, statement }) =>
    differencesFrom(position, statement, readOn).flatMap((difference) => {
      const key = `${difference.what} ${difference.said}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [differenceText(difference, readOn)];
    }),
  );
}

function timelineEvidence(position: PositionFacts, facts: Facts, findings: readonly Finding[]): Evidence[] {
  const nameOf = (id: string) => facts.positions.find((one) => one.id === id)?.companyName ?? '';
  return findings.flatMap((finding): Evidence[] => {
    if (finding.kind === 'overlap' && (finding.positionId === position.id || finding.otherId === position.id)) {
      const other = nameOf(finding.positionId === position.id ? finding.otherId : finding.positionId);
      if (!finding.cities) {
        return [
          {
            side: 'notes',
            text: {
              zh: `与在“${other}”的经历重叠 ${finding.months} 个月。`,
              en: `It shares ${finding.months} months with the position at “${other}”.`,
            },
          },
        ];
      }
      const [a, b] = finding.cities.map(cityWord);
      return [
        {
          side: 'differs',
          text: {
            zh: `与在“${other}”的全职经历重叠 ${finding.months} 个月，两份工作分别在${a?.zh}和${b?.zh}。`,
            en: `It shares ${finding.months} months with a whole-time position at “${other}”; one is in ${a?.en}, the other in ${b?.en}.`,
          },
        },
      ];
    }
    if (finding.kind === 'rungs-skipped' && finding.positionId === position.id) {
      const [from, to] = [seniorityWord(finding.from), seniorityWord(finding.to)];
      return [
        {
          side: 'notes',
          text: {
            zh: `与上一段经历相比，职级从“${from.zh}”到“${to.zh}”，中间跨过几级；不同公司的职级未必可比。`,
            en: `From the position before, the title goes from ${from.en} to ${to.en} and leaves rungs out; ladders differ between companies.`,
          },
        },
      ];
    }
    return [];
  });
}

/** A position with all that speaks for it, against it, or about it. */
export function positionStatement(
  position: PositionFacts,
  facts: Facts,
  findings: readonly Finding[],
  sections: ReadonlySet<Section>,
): Finished {
  const period = periodWord(position.start, position.end);
  const evidence = [
    ...verificationEvidence(position),
    ...supportEvidence(position),
    ...(sections.has('resume') ? resumeEvidence(position, facts) : []),
    ...timelineEvidence(position, facts, findings),
  ];
  return {
    statement: {
      kind: 'position',
      key: `position ${position.id}`,
      text: {
        zh: `${position.companyName} · ${position.title},${period.zh}`,
        en: `${position.title} at ${position.companyName}, ${period.en}`,
      },
    },
    evidence: orNothing(evidence),
  };
}
