import { LAST_MONTH, type MadePerson } from './people.ts';
import { type Chance, chance, madeId } from './random.ts';
import { HOT_TOPICS } from './truth/reference-report.ts';

export type MadeCircle = {
  readonly id: string;
  readonly slug: string;
  readonly zh: string;
  readonly en: string;
  readonly aboutZh: string;
  readonly aboutEn: string;
};
export type MadePost = {
  readonly id: string;
  readonly circle: MadeCircle;
  readonly author: MadePerson;
  readonly title: string;
  readonly body: string;
  readonly english: boolean;
  readonly topic: string;
  readonly at: Date;
  readonly score: number;
  readonly comments: readonly {
    readonly id: string;
    readonly author: MadePerson;
    readonly body: string;
    readonly at: Date;
    readonly score: number;
  }[];
};

const CIRCLES = [
  ['aigc', 'AIGC 与大模型', 'AIGC and large models', '模型、产品、落地与职业', 'Models, products, and careers in them'],
  ['algorithms', '算法工程师', 'Algorithm engineers', '从论文到线上', 'From papers to production'],
  ['backend', '后端与架构', 'Back end and architecture', '系统、性能与可靠', 'Systems, speed and reliability'],
  ['product', '产品经理', 'Product managers', '需求、取舍与复盘', 'Needs, trade-offs and lessons'],
  ['operations', '运营人', 'Operations', '增长、内容与用户', 'Growth, content and users'],
  ['chips', '芯片与硬件', 'Chips and hardware', '流片前后', 'Before and after tape-out'],
  ['new-energy', '新能源汽车', 'New-energy vehicles', '三电、智驾与制造', 'Drive, autonomy and making'],
  ['biomedicine', '生物医药', 'Biomedicine', '研发、注册与临床', 'Research, registration and trials'],
  ['career', '职业发展', 'Careers', '跳槽、谈薪、转型', 'Moves, pay and changes of track'],
  ['overseas', '海外与回国', 'Abroad and back', '签证、机会与生活', 'Visas, chances and life'],
] as const;

type Talk = readonly [title: string, body: string, replies: readonly string[]];
const TALK: Readonly<Record<string, readonly Talk[]>> = {
  aigc: [
    [
      '大模型项目里,数据清洗占了我一半时间,正常吗?',
      '团队三个人,训练只跑了两周,清洗做了两个月。想知道大家的比例。',
      [
        '正常,而且值得。我们有一次只靠去重就涨了两个点。',
        '先抽样看 200 条,往往比写规则更快发现问题。',
        '建议把清洗做成可复现的流水线,不然换人就断了。',
      ],
    ],
    [
      '文生图上线后,审核成本比推理还高',
      '机器审核召回不够,人工审核又贵。有没有做过分级审核的同行?',
      ['我们按用户信誉分级,新用户全审,老用户抽审。', '提示词侧先拦一层,能省三成。'],
    ],
    [
      'Evaluating text generation: what do you actually measure?',
      'BLEU tells me nothing. We ended up with pairwise human preference on 300 prompts. Curious what others do.',
      [
        'Pairwise, blind, with a rubric. And we re-sample raters every month.',
        'We track edit distance after users fix the output. Cheap and honest.',
      ],
    ],
    [
      '想从 CV 转 NLP,三年经验,会不会太晚?',
      '现在做目标检测,公司 NLP 组在招人,内部转岗。',
      ['不晚,多模态正需要两边都懂的人。', '内部转岗是成本最低的方式,先去做一个季度。'],
    ],
  ],
  algorithms: [
    [
      'C++ 推理服务里最值得先优化的是什么?',
      '目前 p99 是 180 毫秒,batch 固定为 1。',
      ['先做动态 batch,再看算子融合。', '先画火焰图,别猜。'],
    ],
    [
      '离线涨了 3 个点,线上持平,怎么排查?',
      '特征一致性已经查过一遍。',
      ['看看曝光位置偏差。', '线上样本的分布和训练集比过吗?'],
    ],
  ],
  backend: [
    [
      '一次由重试引起的雪崩,复盘',
      '下游抖动 2 秒,上游重试把它打死了。最后加了预算和退避。',
      ['重试预算真的应该是默认值。', '补一条:超时要逐级递减。'],
    ],
    [
      'Postgres or a dedicated queue?',
      'We do 300 jobs a second. SKIP LOCKED works fine so far.',
      ['It will for a long while. Keep the vacuum in mind.', 'One thing fewer to run at night.'],
    ],
  ],
  product: [
    [
      'B 端产品的需求评审怎么开才不浪费时间?',
      '每次两小时,结论还是"再想想"。',
      ['先发文档,会上只讨论分歧。', '把决策人请来,其他人可选参加。'],
    ],
    ['AI 产品经理需要懂多少模型?', '正在准备面试。', ['懂边界比懂原理重要。', '至少自己标过 500 条数据。']],
  ],
  operations: [
    [
      '社群从 500 人到 5000 人,我做对的三件事',
      '分层、固定栏目、给老成员权限。',
      ['固定栏目太重要了。', '老成员权限具体怎么给的?'],
    ],
    [
      '内容团队要不要全面用 AI 写稿?',
      '老板希望人效翻倍。',
      ['初稿可以,事实核对省不了。', '我们用了三个月,编辑变成了审核。'],
    ],
  ],
  chips: [
    [
      '验证工程师的成长路径',
      '做了四年 UVM,想听听前辈的建议。',
      ['往架构级验证走,或者转形式验证。', '多参与 spec 评审。'],
    ],
  ],
  'new-energy': [['BMS 算法岗和整车控制岗怎么选?', '两个 offer,薪资接近。', ['看团队谁带。', 'BMS 更专,控制更宽。']]],
  biomedicine: [['从药厂研发转注册事务的体会', '五年制剂,转了一年。', ['懂工艺的注册很稀缺。']]],
  career: [
    ['谈薪时要不要说出现在的薪资?', '对方 HR 一直追问。', ['可以给期望区间,不必给流水。', '看公司,外企基本不问。']],
    [
      '35 岁以后,技术人还能做什么?',
      '最近身边人都在聊这个话题。',
      ['专家路线一直有人走,只是安静。', '把经验写下来,机会会自己来。'],
    ],
  ],
  overseas: [
    [
      'Moving from Singapore back to Shanghai after six years',
      'Happy to answer questions on tax, schools and pay.',
      ['How did you compare total compensation?', '同问,租房补贴怎么谈的?'],
    ],
  ],
};
const HOT_REPLIES = [
  '重复性的基础工作确实会变少,但提问和判断还得靠人。',
  '我们组已经用起来了,周报省了一半时间。',
  '先担心的是流程文员类岗位吧。',
  '工具变强,要求也会跟着变高。',
  '不建议只会套模板的岗位入行。',
  '会用的人取代不会用的人,老话了。',
  'The deck is the easy part; knowing what to say is not.',
  '白领先受影响,这次和以前不一样。',
];

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

export function makeCircles(seed: number): MadeCircle[] {
  return CIRCLES.map(([slug, zh, en, aboutZh, aboutEn]) => ({
    id: madeId(chance(seed, `circle/${slug}`), new Date('2019-01-02T00:00:00Z')),
    slug,
    zh,
    en,
    aboutZh,
    aboutEn,
  }));
}

/** Conversations of the circles: more of them month by month, and the reference report's hot topics in the last two. */
export function* makePosts(
  seed: number,
  circles: readonly MadeCircle[],
  people: readonly MadePerson[],
  perMonth: number,
): Generator<MadePost> {
  for (let month = LAST_MONTH - 14; month <= LAST_MONTH; month++) {
    const random = chance(seed, `posts/${month}`);
    const recent = month >= LAST_MONTH - 1;
    const count = Math.round(perMonth * (0.6 + (0.4 * (month - LAST_MONTH + 14)) / 14));
    for (let n = 0; n < count; n++) {
      const hot = recent && random.bool(0.3) ? random.pick(HOT_TOPICS) : null;
      const circle = hot ? (circles[0] ?? random.pick(circles)) : random.pick(circles);
      const [title, body, replies] = hot
        ? [hot.zh, '', HOT_REPLIES]
        : random.pick(TALK[circle.slug] ?? TALK.career ?? []);
      const at = dayIn(random, month);
      const writers = random.some(replies, random.int(1, Math.min(6, replies.length)));
      yield {
        id: madeId(random, at),
        circle,
        author: random.pick(people),
        title,
        body,
        english: /^[\x20-\x7e]+$/.test(title),
        topic: hot ? `hot-${HOT_TOPICS.indexOf(hot) + 1}` : circle.slug,
        at,
        score: random.int(0, hot ? 60 : 18),
        comments: writers.map((words, i) => {
          const said = new Date(
            Math.min(at.getTime() + (i + 1) * random.int(600, 20_000) * 1_000, Date.UTC(2023, 2, 31)),
          );
          return {
            id: madeId(random, said),
            author: random.pick(people),
            body: words,
            at: said,
            score: random.int(0, 9),
          };
        }),
      };
    }
  }
}
