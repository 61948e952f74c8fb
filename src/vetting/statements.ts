import { findMentions } from '../language/index.ts';
import { skillName, yearsOfExperience } from '../talent/index.ts';
import { checkTimeline, type Finding } from './check-timeline.ts';
import { educationDiffers } from './compare-resume.ts';
import type { EducationFacts, Facts, SkillFacts } from './facts.ts';
import { K } from './independent-support.ts';
import type { Evidence, Section } from './model.ts';
import { type Finished, orNothing, positionStatement } from './position-statement.ts';
import { degreeWord, monthWord, periodWord } from './words.ts';

const MOST_SKILLS = 8;

const rows = (facts: Facts, positions = facts.positions) =>
  positions.map((one) => ({ start_month: one.start, end_month: one.end }));

function experienceStatement(facts: Facts, findings: readonly Finding[], now: Date): Finished[] {
  const years = yearsOfExperience(rows(facts), now);
  const first = facts.positions.map((one) => one.start).sort()[0];
  if (years === null || first === undefined) return [];
  const verified = yearsOfExperience(
    rows(
      facts,
      facts.positions.filter((one) => one.verified.length > 0),
    ),
    now,
  );
  const supports: Evidence[] =
    verified === null
      ? []
      : [
          {
            side: 'supports',
            text: {
              zh: `其中 ${verified} 年属于已认证的经历。`,
              en: `${verified} of them belong to verified positions.`,
            },
          },
        ];
  const notes = findings.flatMap((finding): Evidence[] => {
    if (finding.kind !== 'gap') return [];
    const period = periodWord(finding.from, finding.to);
    return [
      {
        side: 'notes',
        text: {
          zh: `${period.zh}，共 ${finding.months} 个月没有填写工作经历；这本身不说明什么。`,
          en: `No position is stated for ${finding.months} months, ${period.en}; by itself that says nothing.`,
        },
      },
    ];
  });
  const from = monthWord(first);
  return [
    {
      statement: {
        kind: 'experience',
        key: 'experience',
        text: { zh: `${from.zh}以来共 ${years} 年工作经验`, en: `${years} years of work since ${from.en}` },
      },
      evidence: orNothing([...supports, ...notes]),
    },
  ];
}

function educationEvidence(
  row: EducationFacts,
  facts: Facts,
  findings: readonly Finding[],
  sections: ReadonlySet<Section>,
): Evidence[] {
  const evidence: Evidence[] = [];
  if (row.pool >= K && row.classmates > 0) {
    evidence.push({
      side: 'notes',
      text: {
        zh: `${row.classmates} 位好友也写着同一时期在这所学校（他们自己填写）。`,
        en: `${row.classmates} connections state the same school in the same years (by their own account).`,
      },
    });
  }
  const differing = sections.has('resume')
    ? facts.resumes.flatMap(({ readOn, statement }) => {
        const found = educationDiffers(row, statement);
        return found ? [{ ...found, on: monthWord(readOn) }] : [];
      })[0]
    : undefined;
  if (differing) {
    const said = differing.degree ? degreeWord(differing.degree) : monthWord(differing.end);
    evidence.push({
      side: 'differs',
      text: {
        zh: `${differing.on.zh}导入的简历对这所学校写的是：${said.zh}。也可能是读简历时读错，或本人后来改正。`,
        en: `The resume imported in ${differing.on.en} says of this school: ${said.en}. It may have been misread, or corrected since.`,
      },
    });
  }
  if (findings.some((finding) => finding.kind === 'study-beside-work' && finding.educationId === row.id)) {
    evidence.push({
      side: 'notes',
      text: {
        zh: '毕业年份晚于第一份全职工作的开始；在职读书很常见。',
        en: 'It was finished after the first whole-time position began; many study beside their work.',
      },
    });
  }
  return evidence;
}

function educationStatement(
  row: EducationFacts,
  facts: Facts,
  findings: readonly Finding[],
  sections: ReadonlySet<Section>,
): Finished {
  const years = [row.startYear, row.endYear].filter((year) => year !== null).join('–');
  const degree = row.degree ? degreeWord(row.degree) : null;
  const parts = (word: string | undefined) => [row.schoolName, word, row.major, years].filter(Boolean);
  return {
    statement: {
      kind: 'education',
      key: `education ${row.schoolName} ${row.degree ?? ''} ${row.endYear ?? ''}`,
      text: { zh: parts(degree?.zh).join(' '), en: parts(degree?.en).join(', ') },
    },
    evidence: orNothing(educationEvidence(row, facts, findings, sections)),
  };
}

/** The skills that matter: those asked for first, then those that most people endorse. */
function keySkills(facts: Facts): SkillFacts[] {
  const asked = new Set(facts.askedSkills);
  return [...facts.skills]
    .sort(
      (a, b) =>
        Number(asked.has(b.skill)) - Number(asked.has(a.skill)) ||
        b.endorsers - a.endorsers ||
        (a.skill < b.skill ? -1 : 1),
    )
    .slice(0, MOST_SKILLS);
}

function endorsementEvidence(skill: SkillFacts, mayCountColleagues: boolean): Evidence[] {
  if (skill.endorsers === 0) return [];
  const n = mayCountColleagues ? skill.colleagues : 0;
  return [
    {
      side: 'supports',
      text: {
        zh: `${skill.endorsers} 位成员认可这项技能${n > 0 ? `，其中 ${n} 位曾与本人同时在同一家公司` : ''}。`,
        en: `Endorsed by ${skill.endorsers} ${skill.endorsers === 1 ? 'member' : 'members'}${n > 0 ? `, ${n} of whom worked at the same company at the same time` : ''}.`,
      },
    },
  ];
}

type Mentions = (text: string) => ReadonlySet<string>;

function skillStatement(skill: SkillFacts, facts: Facts, sections: ReadonlySet<Section>, mentions: Mentions): Finished {
  const name = skillName(skill.skill);
  const evidence = endorsementEvidence(
    skill,
    facts.positions.some((one) => one.pool >= K),
  );
  const used = facts.positions.filter((one) => mentions(one.description).has(skill.skill));
  if (used.length > 0) {
    const names = used.slice(0, 3).map((one) => one.companyName);
    evidence.push({
      side: 'notes',
      text: {
        zh: `本人在${names.map((one) => `“${one}”`).join('、')}的工作描述中提到它。`,
        en: `The candidate's own words on ${names.map((one) => `“${one}”`).join(', ')} mention it.`,
      },
    });
  }
  const talk = sections.has('community') ? facts.talk.filter(({ text }) => mentions(text).has(skill.skill)) : [];
  const score = talk.reduce((sum, one) => sum + one.score, 0);
  if (talk.length > 0 && score >= 1) {
    evidence.push({
      side: 'supports',
      text: {
        zh: `在社区实名谈到它的帖子和评论有 ${talk.length} 条，合计净得 ${score} 票。`,
        en: `${talk.length} posts and comments under their own name speak of it, with ${score} votes in sum.`,
      },
    });
  }
  return {
    statement: { kind: 'skill', key: `skill ${skill.skill}`, text: name },
    evidence: orNothing(evidence),
  };
}

/** Remembers what each text names: the same texts are asked about for every skill. */
function rememberMentions(): Mentions {
  const known = new Map<string, ReadonlySet<string>>();
  return (text) => {
    const found = known.get(text) ?? new Set(findMentions(text).map((mention) => mention.id));
    known.set(text, found);
    return found;
  };
}

/**
 * The check: each statement of the profile with the evidence for and against it, as far as the candidate lets it look.
 * There is no score, and no statement is ranked by its evidence.
 */
export function makeStatements(facts: Facts, chosen: readonly Section[], now: Date): Finished[] {
  const sections = new Set(chosen);
  const findings = checkTimeline(facts.positions, facts.education, now).filter(
    (finding) => finding.kind !== 'study-beside-work' || sections.has('education'),
  );
  const mentions = rememberMentions();
  return [
    ...experienceStatement(facts, findings, now),
    ...facts.positions.map((position) => positionStatement(position, facts, findings, sections)),
    ...(sections.has('education')
      ? facts.education.map((row) => educationStatement(row, facts, findings, sections))
      : []),
    ...(sections.has('skills')
      ? keySkills(facts).map((skill) => skillStatement(skill, facts, sections, mentions))
      : []),
  ];
}
