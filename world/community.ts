import { findCity, findSchool } from '../src/language/index.ts';
import { LAST_MONTH, WORLD_ENDS } from './careers.ts';
import type { MadeCompany } from './companies.ts';
import type { MadePerson } from './people.ts';
import { type Chance, chance, madeId } from './random.ts';
import { ASIDES, ASIDES_EN, HOT_TALK, TALK, type Talk } from './talk.ts';
import { HOT_TOPICS } from './truth/reference-report.ts';

export type MadeCircle = {
  readonly id: string;
  readonly slug: string;
  readonly kind: 'topic' | 'company' | 'school' | 'city';
  readonly zh: string;
  readonly en: string;
  readonly aboutZh: string;
  readonly aboutEn: string;
  /** Who would join, beside the curious. */
  fits(person: MadePerson): boolean;
};
export type Speaker = Pick<MadePerson, 'id' | 'english'> & { readonly joined: Date };
type Vote = { readonly memberId: string; readonly value: 1 | -1 };
export type MadeComment = {
  readonly id: string;
  readonly author: Speaker;
  readonly body: string;
  readonly at: Date;
  readonly votes: readonly Vote[];
};
export type MadePost = {
  readonly id: string;
  readonly circle: MadeCircle;
  readonly author: Speaker;
  readonly title: string;
  readonly body: string;
  readonly english: boolean;
  readonly topics: readonly string[];
  readonly at: Date;
  readonly votes: readonly Vote[];
  readonly comments: readonly MadeComment[];
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
  ['hiring', '招聘与用人', 'Hiring', '怎么找到人,怎么留住人', 'Finding people and keeping them', /hr|manager/],
  ['overseas', '海外与回国', 'Abroad and back', '签证、机会与生活', 'Visas, chances and life', TECHNICAL],
];
const CITIES = ['beijing', 'shanghai', 'shenzhen', 'hangzhou', 'guangzhou'];
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
    ...CITIES.map((id) => {
      const [zh = id, en = id] = [findCity(id)?.zh, findCity(id)?.en];
      return made(`city-${id}`, {
        kind: 'city',
        zh,
        en,
        aboutZh: `在${zh}工作和生活`,
        aboutEn: `Work and life in ${en}`,
        fits: (person) => person.cityId === id,
      });
    }),
    ...SCHOOLS.map((id) => {
      const [zh = id, en = id] = [findSchool(id)?.zh, findSchool(id)?.en];
      return made(`school-${id}`, {
        kind: 'school',
        zh: `${zh}校友`,
        en: `${en} alumni`,
        aboutZh: '校友之间,互相帮一把',
        aboutEn: 'Alumni who help one another',
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
        fits: (person) => person.positions.some((one) => one.company === company),
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

function filler(random: Chance, circle: MadeCircle, english: boolean): (text: string) => string {
  const city = findCity(random.pick(CITIES));
  const values: Readonly<Record<string, string>> = {
    n: String(random.int(2, 9)),
    p: String(random.int(11, 68)),
    y: String(random.int(2, 9)),
    m: String(random.int(3, 15)),
    c: (english ? city?.en : city?.zh) ?? '',
    w: english ? circle.en : circle.zh.replace('校友', ''),
    t: random.pick(['MySQL', 'PostgreSQL', 'ClickHouse', 'Elasticsearch', 'Redis']),
  };
  return (text) => text.replaceAll(/\{(\w)\}/g, (_, key: string) => values[key] ?? '');
}

const isEnglish = (text: string) => !/\p{Script=Han}/u.test(text);

function dayIn(random: Chance, month: number): Date {
  const last = month === LAST_MONTH ? 30 : 28;
  return new Date(
    Date.UTC(
      Math.floor(month / 12),
      month % 12,
      random.int(1, last),
      random.int(0, 14),
      random.int(0, 59),
      random.int(0, 59),
    ),
  );
}

function votesOf(random: Chance, crowd: readonly Speaker[], most: number): Vote[] {
  const count = Math.min(Math.floor(most * random.next() ** 2), Math.floor(crowd.length / 3));
  const voters = new Set<string>();
  for (let tries = 0; tries < count; tries++) voters.add(random.pick(crowd).id);
  return [...voters].map((memberId) => ({ memberId, value: random.bool(0.93) ? 1 : -1 }));
}

function commentsOn(
  random: Chance,
  talk: Talk,
  english: boolean,
  at: Date,
  crowd: readonly Speaker[],
  fill: (text: string) => string,
  lively: number,
): MadeComment[] {
  const asides = random.some(english ? ASIDES_EN : ASIDES, random.int(0, lively));
  const words = [...random.some(talk.replies, random.int(1, talk.replies.length)), ...asides];
  let said = at.getTime();
  return words.flatMap((body) => {
    said += random.int(240, 30_000) * 1_000;
    const when = new Date(said);
    const author = random.pick(crowd);
    return when < WORLD_ENDS
      ? [{ id: madeId(random, when), author, body: fill(body), at: when, votes: votesOf(random, crowd, 9) }]
      : [];
  });
}

/** What is talked about is dealt like cards, so that a circle does not repeat itself until it must. */
function decks(seed: number): (name: string, from: readonly Talk[]) => Talk {
  const left = new Map<string, Talk[]>();
  const shuffles = chance(seed, 'decks');
  return (name, from) => {
    let deck = left.get(name);
    if (!deck || deck.length === 0) {
      deck = shuffles.some(from, from.length);
      left.set(name, deck);
    }
    return deck.pop() ?? { title: '', body: '', replies: [] };
  };
}

/**
 * Conversations, one month's after another: more of them as time goes on, and the reference report's hot topics in
 * the last two months. `crowds` are those who may speak in a circle, by its id.
 */
export function* makePostMonths(
  seed: number,
  circles: readonly MadeCircle[],
  crowds: ReadonlyMap<string, readonly Speaker[]>,
  perMonth: number,
): Generator<MadePost[]> {
  const draw = decks(seed);
  const open = circles.filter((circle) => (crowds.get(circle.id)?.length ?? 0) >= 3);
  const busy: Record<string, number> = Object.fromEntries(
    open.map((circle) => [
      circle.slug,
      circle.slug === 'aigc' ? 4 : circle.slug === 'career' ? 3 : circle.kind === 'topic' ? 1.5 : 0.7,
    ]),
  );
  for (let month = LAST_MONTH - 20; open.length > 0 && month <= LAST_MONTH; month++) {
    const random = chance(seed, `posts/${month}`);
    const recent = month >= LAST_MONTH - 1;
    const posts: MadePost[] = [];
    const count = Math.max(
      1,
      Math.round(perMonth * (0.4 + (0.6 * (month - LAST_MONTH + 20)) / 20) * (recent ? 1.5 : 1)),
    );
    for (let n = 0; n < count; n++) {
      const hot = recent && random.bool(month === LAST_MONTH ? 0.4 : 0.2) ? random.int(0, HOT_TOPICS.length - 1) : null;
      const slug = hot === null ? random.weighted(busy) : random.bool(0.6) ? 'aigc' : 'career';
      const circle = open.find((one) => one.slug === slug) ?? open[0];
      if (!circle) continue;
      const talks = hot === null ? (TALK.get(slug) ?? TALK.get('place') ?? []) : (HOT_TALK[hot] ?? []);
      const talk = draw(hot === null ? slug : `hot-${hot}`, talks);
      const english = isEnglish(talk.title);
      const at = dayIn(random, month);
      const crowd = crowds.get(circle.id)?.filter((one) => one.joined < at) ?? [];
      if (crowd.length < 3) continue;
      const natives = crowd.filter((one) => one.english === english);
      const fill = filler(random, circle, english);
      posts.push({
        id: madeId(random, at),
        circle,
        author: random.pick(natives.length > 0 ? natives : crowd),
        title: fill(talk.title),
        body: fill(talk.body),
        english,
        topics: hot === null ? [] : [HOT_TOPICS[hot]?.zh ?? ''],
        at,
        votes: votesOf(random, crowd, hot === null ? 40 : 110),
        comments: commentsOn(random, talk, english, at, crowd, fill, hot === null ? 3 : 5),
      });
    }
    yield posts.sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}
