import type { Chance } from './random.ts';

const SURNAMES =
  '王/Wang 李/Li 张/Zhang 刘/Liu 陈/Chen 杨/Yang 黄/Huang 赵/Zhao 吴/Wu 周/Zhou 徐/Xu 孙/Sun 马/Ma 朱/Zhu 胡/Hu 郭/Guo 何/He 林/Lin 罗/Luo 高/Gao 郑/Zheng 梁/Liang 谢/Xie 宋/Song 唐/Tang 许/Xu 韩/Han 冯/Feng 邓/Deng 曹/Cao 彭/Peng 曾/Zeng 肖/Xiao 田/Tian 董/Dong 潘/Pan 袁/Yuan 蔡/Cai 蒋/Jiang 余/Yu 于/Yu 杜/Du 叶/Ye 程/Cheng 魏/Wei 苏/Su 吕/Lyu 丁/Ding 沈/Shen 任/Ren 欧阳/Ouyang'
    .split(' ')
    .map((pair) => pair.split('/'));
const GIVEN =
  '晓/xiao 明/ming 思/si 远/yuan 雨/yu 晨/chen 子/zi 涵/han 浩/hao 然/ran 佳/jia 怡/yi 文/wen 博/bo 静/jing 雅/ya 志/zhi 强/qiang 丽/li 娜/na 建/jian 华/hua 海/hai 燕/yan 俊/jun 杰/jie 欣/xin 悦/yue 宇/yu 航/hang 梦/meng 瑶/yao 天/tian 翔/xiang 若/ruo 溪/xi 一/yi 凡/fan 诗/shi 琪/qi 嘉/jia 懿/yi 立/li 群/qun 清/qing 扬/yang 景/jing 行/xing 慧/hui 敏/min'
    .split(' ')
    .map((pair) => pair.split('/'));
const WESTERN = {
  first: [
    'Daniel',
    'Sarah',
    'Priya',
    'Wei Ling',
    'Arjun',
    'Emma',
    'Lucas',
    'Hiroshi',
    'Mei',
    'Olivia',
    'Noah',
    'Ana',
    'Jun',
    'Sofia',
    'Ethan',
    'Nina',
  ],
  last: [
    'Tan',
    'Miller',
    'Sharma',
    'Lim',
    'Garcia',
    'Nguyen',
    'Kim',
    'Sato',
    'Patel',
    'Brown',
    'Novak',
    'Silva',
    'Ong',
    'Weber',
    'Rossi',
    'Clark',
  ],
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A person's name as they write it, and in the other script where they have one. */
export function personName(random: Chance, english: boolean): { name: string; other: string | null } {
  if (english && random.bool(0.4))
    return { name: `${random.pick(WESTERN.first)} ${random.pick(WESTERN.last)}`, other: null };
  const [surname = '王', surnameLatin = 'Wang'] = random.pick(SURNAMES);
  const given = random.some(GIVEN, random.bool(0.72) ? 2 : 1);
  const zh = surname + given.map(([character]) => character).join('');
  const en = `${capital(given.map(([, latin]) => latin).join(''))} ${surnameLatin}`;
  return english ? { name: en, other: zh } : { name: zh, other: en };
}

const FIRST =
  '星澜/Xinglan 云栈/Yunzhan 知衡/Zhiheng 远岫/Yuanxiu 青禾/Qinghe 鲸落/Jingluo 极昼/Jizhou 言蹊/Yanxi 拾光/Shiguang 万象格/Wanxiangge 深蓝弦/Shenlanxian 北辰石/Beichenshi 云雀岭/Yunqueling 微澜/Weilan 数峰/Shufeng 火柿/Huoshi 木棉桥/Mumianqiao 白泽河/Baizehe 听潮/Tingchao 凌波湾/Lingbowan 越岭/Yueling 松果园/Songguoyuan 浮光/Fuguang 启明坊/Qimingfang 沐野/Muye 橙帆/Chengfan 墨舟/Mozhou 隐山/Yinshan 若木/Ruomu 长庚里/Changgengli'
    .split(' ')
    .map((pair) => pair.split('/'));
const KIND: Readonly<Record<string, readonly [string, string]>> = {
  internet: ['网络', 'Networks'],
  ai: ['智能', 'Intelligence'],
  fintech: ['金融科技', 'Fintech'],
  games: ['互动娱乐', 'Interactive'],
  ecommerce: ['电商', 'Commerce'],
  'enterprise-software': ['软件', 'Software'],
  hardware: ['电子', 'Electronics'],
  education: ['教育', 'Education'],
  media: ['传媒', 'Media'],
  'new-energy-vehicles': ['新能源汽车', 'Motors'],
  semiconductors: ['半导体', 'Semiconductors'],
  biomedicine: ['生物医药', 'Biopharma'],
  manufacturing: ['装备', 'Machinery'],
  finance: ['资本', 'Capital'],
  consulting: ['咨询', 'Consulting'],
  'consumer-goods': ['食品', 'Foods'],
  logistics: ['物流', 'Logistics'],
};
const ORDER = ['', '东方', '南方', '新', '大', '中', '正', '华', '一', '同', '天', '海', '安', '和'];
const ORDER_LATIN = [
  '',
  'Orient ',
  'South ',
  'New ',
  'Grand ',
  'Central ',
  'True ',
  'Hua ',
  'One ',
  'United ',
  'Sky ',
  'Ocean ',
  'Peace ',
  'Harmony ',
];

/** The name of the n-th company of an industry; no two are the same. */
export function companyName(n: number, industryId: string): { zh: string; en: string } {
  const [first = '', latin = ''] = FIRST[n % FIRST.length] ?? [];
  const round = Math.floor(n / FIRST.length);
  const [kind, kindEn] = KIND[industryId] ?? ['科技', 'Technology'];
  const order = round % ORDER.length;
  const more = Math.floor(round / ORDER.length);
  return {
    zh: `${ORDER[order]}${first}${kind}${more > 0 ? more + 1 : ''}`,
    en: `${ORDER_LATIN[order]}${latin} ${kindEn}${more > 0 ? ` ${more + 1}` : ''}`,
  };
}
