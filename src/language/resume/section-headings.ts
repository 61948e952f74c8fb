const sectionKinds = [
  'contact',
  'summary',
  'experience',
  'education',
  'projects',
  'skills',
  'languages',
  'objective',
  'other',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** Headings as they stand, compared without spaces, case and decoration. One line a kind; parted by bars. */
const headings: Record<SectionKind, string> = {
  contact:
    '基本信息|个人信息|个人资料|联系方式|联系信息|基本资料|个人简历|简历|我的简历|求职简历|contact|contacts|contact info|contact information|contact details|personal information|personal details|personal info|personal data|resume|résumé|cv|curriculum vitae',
  summary:
    '自我评价|个人评价|个人简介|个人总结|个人概述|个人优势|自我介绍|个人介绍|简介|关于我|职业概述|职业总结|职业简介|职业概况|核心优势|核心竞争力|我的优势|自我描述|summary|professional summary|executive summary|career summary|summary of qualifications|profile|professional profile|about|about me|personal statement|overview|career overview|bio|biography|highlights|introduction',
  experience:
    '工作经历|工作经验|工作履历|职业经历|职业生涯|任职经历|从业经历|实习经历|实习经验|工作及实习经历|工作/实习经历|工作与实习经历|实习与工作经历|工作背景|职业履历|主要工作经历|主要经历|履历|工作情况|实习/工作经历|兼职经历|社会工作经历|experience|work experience|professional experience|employment|employment history|work history|career history|career experience|relevant experience|industry experience|professional background|internship|internships|internship experience|work & internship experience|working experience|positions held|employment experience|academic experience|research experience|teaching experience',
  education:
    '教育背景|教育经历|教育情况|教育程度|学历|学历背景|学习经历|教育|教育信息|求学经历|教育及培训|教育与培训|education|academic background|educational background|education background|academic qualifications|education & training|education and training|academic history|qualifications|studies',
  projects:
    '项目经历|项目经验|项目|科研项目|主要项目|项目实践|项目案例|代表项目|重点项目|科研经历|开源项目|个人项目|项目背景|实践项目|课程项目|projects|project experience|selected projects|personal projects|key projects|academic projects|side projects|open source|open source projects|open-source projects|project|research projects|notable projects',
  skills:
    '专业技能|技能|技能特长|技能专长|职业技能|技术栈|掌握技能|个人技能|相关技能|it技能|技术能力|专业能力|核心技能|技能清单|技能与工具|主要技能|技能/优势及其他|技能证书|技能及证书|专业特长|技能水平|擅长领域|技术技能|技能标签|skills|technical skills|core skills|key skills|professional skills|skills & tools|skills and tools|skills & technologies|technologies|core competencies|competencies|areas of expertise|expertise|technical expertise|technical proficiencies|skill set|tools|tech stack|skills summary|technical summary|skills & interests|skills and interests|computer skills|programming skills|specialties|top skills',
  languages:
    '语言能力|语言|外语能力|外语水平|语言技能|外语|语言水平|languages|language|language skills|language proficiency',
  objective:
    '求职意向|求职意愿|求职目标|期望工作|职业目标|求职期望|期望职位|目标职位|应聘职位|意向岗位|职业意向|objective|career objective|job objective|career goal|target position',
  other:
    '证书|资格证书|获奖情况|荣誉奖项|荣誉|奖项|获奖经历|所获荣誉|荣誉证书|所获奖项|个人荣誉|主要荣誉|校园经历|在校经历|社团经历|学生工作|社会实践|社会实践经历|校园实践|志愿者经历|志愿经历|志愿服务|兴趣爱好|爱好|个人爱好|兴趣|发表论文|论文|论文发表|学术成果|科研成果|专利|论文与专利|论文专利|专利论文|出版物|培训经历|培训|培训经验|推荐人|证明人|附加信息|其他|其他信息|资质证书|职业资格|职称|家庭情况|家庭成员|社会兼职|学术兼职|作品|作品集|certifications|certificates|certification|licenses|licenses & certifications|licenses and certifications|certifications & licenses|awards|honors|honours|honors & awards|honors and awards|awards & honors|awards and honors|awards & achievements|achievements|publications|selected publications|patents|patents & publications|volunteer|volunteering|volunteer experience|volunteer work|interests|hobbies|hobbies & interests|references|referees|activities|extracurricular activities|leadership|leadership experience|training|courses|coursework|relevant coursework|professional development|affiliations|memberships|professional affiliations|additional information|other|miscellaneous|speaking|talks|presentations|community|board memberships',
};

const kindByHeading = new Map<string, SectionKind>();
for (const kind of sectionKinds) {
  for (const heading of headings[kind].split('|')) kindByHeading.set(headingKey(heading), kind);
}

/** Longest headings first, for lines such as "教育背景 Education" or "WORK EXPERIENCE 工作经历". */
const longestHeading = Math.max(...[...kindByHeading.keys()].map((key) => key.length));

/**
 * The kind of section a line opens, or null for a line that is no heading. Decoration, numbering, spaced letters
 * ("工 作 经 历"), case and a second language beside the first ("教育背景 Education") do not matter.
 */
export function headingKind(line: string): SectionKind | null {
  const text = line.trim();
  if (text.length === 0 || text.length > 60) return null;
  const key = headingKey(text);
  if (key === '' || key.length > 2 * longestHeading) return null;
  const whole = kindByHeading.get(key);
  if (whole !== undefined) return whole;
  // Two headings beside one another, each known: in two languages, or "Education & Certifications".
  for (let cut = 2; cut <= key.length - 2; cut++) {
    const first = kindByHeading.get(key.slice(0, cut).replace(/(?:and|与|和|及)$/, ''));
    if (first === undefined) continue;
    const second = kindByHeading.get(key.slice(cut).replace(/^(?:and|与|和|及)/, ''));
    if (second !== undefined) return first;
  }
  return null;
}

/** Heading words at a line's start followed by a colon and content: "专业技能：Python、C++". Gives where the content starts. */
export function inlineHeading(line: string): { kind: SectionKind; contentStart: number } | null {
  const match = /^[\s【[◆■●•▪#*]*([^:：】\]]{2,24}?)[】\]]?\s*[:：]\s*(?=\S)/.exec(line);
  if (match === null) return null;
  const kind = kindByHeading.get(headingKey(match[1] ?? ''));
  return kind === undefined ? null : { kind, contentStart: match[0].length };
}

function headingKey(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /^\s*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[ivx]{1,4})[.、)）]|[(（][一二三四五六七八九十\d]{1,2}[)）])\s*/,
      '',
    )
    .replace(/&/g, 'and')
    .replace(/[(（]\s*(?:续|continued|cont\.?)\s*[)）]/g, '')
    .replace(/[^\p{L}\p{N}/]+/gu, '');
}
