import { findCity, findSchool } from '../src/language/index.ts';
import { WORLD_ENDS } from './careers.ts';
import type { MadeCompany } from './companies.ts';
import type { MadePerson } from './people.ts';
import { chance, madeId } from './random.ts';

export type MadeCircle = {
  readonly id: string;
  readonly slug: string;
  readonly kind: 'topic' | 'company' | 'school' | 'city';
  readonly zh: string;
  readonly en: string;
  readonly aboutZh: string;
  readonly aboutEn: string;
  readonly companyId?: string;
  readonly schoolId?: string;
  readonly cityId?: string;
  /** Who would join, beside the curious. */
  fits(person: MadePerson): boolean;
};

const TECHNICAL = /engineer|researcher|data|designer/;
const TOPICS: readonly (readonly [string, string, string, string, string, RegExp])[] = [
  [
    'aigc',
    'AIGC 与大模型',
    'AIGC and large models',
    '模型、产品、落地与职业',
    'Models, products, and careers in them',
    /^(?:algorithm|nlp|computer-vision|deep|machine|ai-|aigc)/,
  ],
  [
    'algorithms',
    '算法工程师',
    'Algorithm engineers',
    '从论文到线上',
    'From papers to production',
    /algorithm|nlp|vision|learning/,
  ],
  [
    'backend',
    '后端与架构',
    'Back end and architecture',
    '系统、性能与可靠',
    'Systems, speed and reliability',
    /backend|frontend|qa/,
  ],
  ['data', '数据人', 'Data people', '口径、实验与数仓', 'Metrics, experiments and warehouses', /data/],
  [
    'product',
    '产品经理',
    'Product managers',
    '需求、取舍与复盘',
    'Needs, trade-offs and lessons',
    /product-manager|project/,
  ],
  [
    'operations',
    '运营人',
    'Operations',
    '增长、内容与用户',
    'Growth, content and users',
    /operations|marketing|copywriter|customer/,
  ],
  ['design', '设计', 'Design', '界面、交互与作品集', 'Interfaces, interaction and portfolios', /ui-designer/],
  ['chips', '芯片与硬件', 'Chips and hardware', '流片前后', 'Before and after tape-out', /chip|embedded/],
  [
    'new-energy',
    '新能源汽车',
    'New-energy vehicles',
    '三电、智驾与制造',
    'Drive, autonomy and making',
    /battery|embedded/,
  ],
  ['biomedicine', '生物医药', 'Biomedicine', '研发、注册与临床', 'Research, registration and trials', /drug/],
  ['career', '职业发展', 'Careers', '跳槽、谈薪、转型', 'Moves, pay and changes of track', /./],
  ['hiring', '招聘与用人', 'Hiring', '怎么找到人，怎么留住人', 'Finding people and keeping them', /hr|manager/],
  ['overseas', '海外与回国', 'Abroad and back', '签证、机会与生活', 'Visas, chances and life', TECHNICAL],
];
export const CIRCLE_CITIES = ['beijing', 'shanghai', 'shenzhen', 'hangzhou', 'guangzhou'];
const SCHOOLS = ['tsinghua', 'zju'];
const COMPANIES = 5;

/** The circles: thirteen topics, five cities, two schools and the first companies. */
export function makeCircles(seed: number, companies: readonly MadeCompany[]): MadeCircle[] {
  const made = (slug: string, rest: Omit<MadeCircle, 'id' | 'slug'>): MadeCircle => ({
    id: madeId(chance(seed, `circle/${slug}`), new Date('2019-01-02T00:00:00Z')),
    slug,
    ...rest,
  });
  return [
    ...TOPICS.map(([slug, zh, en, aboutZh, aboutEn, roles]) =>
      made(slug, {
        kind: 'topic',
        zh,
        en,
        aboutZh,
        aboutEn,
        fits: (person) => roles.test(person.positions[0]?.roleId ?? ''),
      }),
    ),
    ...CIRCLE_CITIES.map((id) => {
      const [zh = id, en = id] = [findCity(id)?.zh, findCity(id)?.en];
      return made(`city-${id}`, {
        kind: 'city',
        zh,
        en,
        aboutZh: `在${zh}工作和生活`,
        aboutEn: `Work and life in ${en}`,
        cityId: id,
        fits: (person) => person.cityId === id,
      });
    }),
    ...SCHOOLS.map((id) => {
      const [zh = id, en = id] = [findSchool(id)?.zh, findSchool(id)?.en];
      return made(`school-${id}`, {
        kind: 'school',
        zh: `${zh}校友`,
        en: `${en} alumni`,
        aboutZh: '校友之间，互相帮一把',
        aboutEn: 'Alumni who help one another',
        schoolId: id,
        fits: (person) => person.educations.some((one) => one.schoolId === id),
      });
    }),
    ...companies.slice(0, COMPANIES).map((company, i) =>
      made(`company-${i + 1}`, {
        kind: 'company',
        zh: company.zh,
        en: company.en,
        aboutZh: `${company.zh}的现任与前任同事`,
        aboutEn: `People who work or worked at ${company.en}`,
        companyId: company.id,
        fits: (person) => person.positions.some((one) => one.company === company && one.verified !== null),
      }),
    ),
  ];
}

/** Which circles somebody joins, and when. */
export function circlesOf(
  seed: number,
  person: MadePerson,
  circles: readonly MadeCircle[],
  demo: boolean,
): { circle: MadeCircle; at: Date }[] {
  const random = chance(seed, `circles/${person.n}`);
  return circles.flatMap((circle) => {
    const narrow = circle.kind === 'company' || circle.kind === 'school';
    const fits = circle.fits(person);
    const likely = demo && (fits || circle.slug === 'aigc') ? 1 : fits ? (narrow ? 0.75 : 0.45) : narrow ? 0 : 0.03;
    const field = circle.slug === 'aigc' && person.aigc ? 0.85 : 0;
    const joins = random.bool(Math.max(likely, field));
    const from = person.joined.getTime();
    const at = new Date(from + Math.floor(random.next() * 0.3 * (WORLD_ENDS.getTime() - from)));
    return joins ? [{ circle, at }] : [];
  });
}
