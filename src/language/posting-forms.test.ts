import { describe, expect, test } from 'vitest';
import { readRoleBrief } from './role-brief.ts';
import type { RoleBrief } from './role-brief-model.ts';

const ids = (parts: readonly { readonly value: string }[]) => parts.map(({ value }) => value);
const outline = (brief: RoleBrief) => ({
  title: brief.title?.value ?? null,
  role: brief.roleId,
  rung: brief.seniority?.value ?? null,
  cities: ids(brief.cityIds),
  years: brief.years?.value ?? null,
  degree: brief.degree?.value ?? null,
  pay: brief.pay?.value ?? null,
  led: brief.peopleManaged?.value ?? null,
  from: ids(brief.companiesFrom),
});

describe('descriptions in the forms in which employers write them', () => {
  test('a Chinese one with full-width signs, brackets and benefits', () => {
    const brief = readRoleBrief(`【急聘】高级前端开发工程师（React 方向）
薪资范围：25-45K·15薪
工作地点：上海市浦东新区张江高科
任职要求：
1、统招本科及以上学历，计算机相关专业，3年以上前端经验；
2、精通 JavaScript，熟练掌握 React 及其生态（Redux、React Router）；
3、抗压能力强。
加分项：
- 有可视化（ECharts、D3.js）经验者优先
- 有带团队经验（3人以上）优先
福利：五险一金、补充医疗保险、年度旅游、健身房、员工培训`);
    expect(outline(brief)).toEqual({
      title: '高级前端开发工程师',
      role: 'frontend-engineer',
      rung: 'senior',
      cities: ['shanghai'],
      years: { min: 3, max: null },
      degree: 'bachelor',
      pay: { min: 375_000, max: 675_000, currency: 'CNY' },
      led: { min: 3, max: null },
      from: [],
    });
    expect(ids(brief.niceSkills)).toEqual(['echarts', 'd3-js', 'team-management']);
    expect(ids(brief.mustSkills)).toEqual(expect.arrayContaining(['javascript', 'react', 'redux', 'react-router']));
    for (const offered of ['medical-insurance', 'insurance', 'tourism', 'fitness', 'training'])
      expect(ids(brief.mustSkills)).not.toContain(offered);
  });

  test('an English one with an employer that tells of itself', () => {
    const brief = readRoleBrief(`Staff Backend Engineer (Payments)
Acme Pay · Singapore (Hybrid)
Acme Pay has raised $120M. Founded 8 years ago by ex-Google engineers, we serve Huawei, Grab and DBS.
What you'll do
• Build low-latency services in Go and Java
• Mentor a team of 4-6 engineers
What we're looking for
• 8+ years of professional software engineering experience
• Bachelor's or Master's degree in Computer Science
Nice to have
• Rust or C++
Compensation: S$180,000 – S$240,000 per annum plus equity
Benefits
• Health insurance, training budget of S$2,000`);
    expect(outline(brief)).toEqual({
      title: 'Staff Backend Engineer',
      role: 'backend-engineer',
      rung: 'lead',
      cities: ['singapore'],
      years: { min: 8, max: null },
      degree: 'bachelor',
      pay: { min: 180_000, max: 240_000, currency: 'SGD' },
      led: { min: 4, max: 6 },
      from: [],
    });
    expect(ids(brief.mustSkills)).toEqual(expect.arrayContaining(['go', 'java']));
    expect(ids(brief.niceSkills)).toEqual(['rust', 'cpp']);
  });

  test('one for sales, with money that is not pay and verbs that are not skills', () => {
    const brief = readRoleBrief(
      'Looking for a go-getter to lead our go-to-market in spring 2025. You excel at communication. 5 - 7 yrs in B2B SaaS sales, quota of $1.2M. OTE $180k-$220k. Located in NYC. Manages 3 direct reports. Salesforce & HubSpot experience a must.',
    );
    expect(outline(brief)).toMatchObject({
      cities: ['new-york'],
      years: { min: 5, max: 7 },
      pay: { min: 180_000, max: 220_000, currency: 'USD' },
      led: { min: 3, max: null },
    });
    for (const word of ['go', 'spring', 'excel']) expect(ids(brief.mustSkills)).not.toContain(word);
    expect(ids(brief.mustSkills)).toContain('hubspot');
  });

  test('one with a company in the title line, a bound of pay, a team in brackets and a company named after a city', () => {
    const brief = readRoleBrief(`【深圳】某车企 - 电池管理系统(BMS)软件负责人
薪资\uff1a面议\uff0c年包不低于120万
1. 8-10年汽车电子经验\uff0c3年以上团队管理经验\uff08团队规模20-30人\uff09
2. 有特斯拉、宁德时代背景优先\uff1b外包勿投`);
    expect(outline(brief)).toMatchObject({
      title: '电池管理系统(BMS)软件负责人',
      rung: 'lead',
      cities: ['shenzhen'],
      years: { min: 8, max: 10 },
      pay: { min: 1_200_000, max: null, currency: 'CNY' },
      led: { min: 20, max: 30 },
      from: ['tesla', 'catl'],
    });
    expect(ids(brief.companiesNot)).toEqual(['外包']);
  });

  test('one whose whole pay stands behind its base', () => {
    const brief = readRoleBrief(`岗位\uff1a外贸业务员
地点\uff1a义乌/杭州
薪资\uff1a底薪6-8K+提成\uff0c综合年薪15-30万
要求\uff1a大专及以上\uff0c1-3年外贸经验`);
    expect(outline(brief)).toMatchObject({
      title: '外贸业务员',
      cities: ['jinhua', 'hangzhou'],
      degree: 'associate',
      pay: { min: 150_000, max: 300_000, currency: 'CNY' },
    });
  });

  test('one for a workshop, paid by the hour and by the month', () => {
    const brief = readRoleBrief(`普工/操作工
22元/小时，月综合6000-8000元，包吃住
地址：东莞市长安镇
要求：初中以上学历，无需经验`);
    expect(outline(brief)).toMatchObject({
      title: '普工/操作工',
      cities: ['dongguan'],
      years: { min: 0, max: null },
      degree: 'junior-high',
      pay: { min: 72_000, max: 96_000, currency: 'CNY' },
    });
  });
});

describe('what a word means, by what stands around it', () => {
  test.each([
    ['Senior Go engineer wanted', ['go']],
    ['负责 Go 语言微服务开发', ['go', 'microservices']],
    ['proficient in R, with good writing', ['r-language']],
    ['R & D budget owner', []],
    ['Spring Boot 项目经验', ['spring-boot']],
    ['ready in spring', []],
    ['熟悉 Spring，为人踏实', ['spring']],
    ['swift response, rust-free surfaces, the dart board', []],
  ])('%s', (text, expected) => {
    const brief = readRoleBrief(text);
    expect(
      ids([...brief.mustSkills, ...brief.niceSkills])
        .filter((id) => id !== 'writing')
        .sort(),
    ).toEqual([...expected].sort());
  });

  test('what is not asked for is no need', () => {
    const brief = readRoleBrief('熟悉 Java、MySQL；R 语言不作要求；Python is not required.');
    expect(ids(brief.mustSkills)).toEqual(['java', 'mysql']);
  });

  test.each([
    ['有华为、中兴背景者优先', ['huawei', 'zte']],
    ['服务客户为华为，需驻场华为研发中心', []],
    ['我们的客户包括华为、比亚迪，合作伙伴有腾讯', []],
    ['候选人来自华为或小米', ['huawei', 'xiaomi']],
    ['熟悉华为云、阿里云', []],
    ['华为 OD 项目，入职外包公司', []],
    ['ex-Huawei engineers preferred', ['huawei']],
    ['Founded by ex-Huawei engineers', []],
  ])('%s: an employer to come from, a customer, or a product', (text, expected) => {
    expect(ids(readRoleBrief(text).companiesFrom)).toEqual(expected);
  });
});
