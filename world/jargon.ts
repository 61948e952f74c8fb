import { findSkill } from '../src/language/index.ts';
import type { Chance } from './random.ts';

/** What people call parts of a skill when they talk shop: words that need not stand in any lexicon. Chinese, then English. */
const JARGON: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  nlp: ['命名实体识别|意图识别|指代消解', 'named entity recognition|intent detection'],
  'deep-learning': ['模型蒸馏|混合精度训练', 'knowledge distillation|mixed precision'],
  'machine-learning': ['XGBoost|GBDT|模型调参', 'XGBoost|gradient boosting'],
  pytorch: ['Lightning框架|算子开发', 'Lightning|custom kernels'],
  transformer: ['长文本建模|位置编码', 'long-context modelling'],
  'computer-vision': ['YOLO|语义分割|关键点检测', 'YOLO|semantic segmentation'],
  'image-recognition': ['缺陷检测|细粒度分类', 'defect detection'],
  'recommender-systems': ['双塔召回|CTR预估|粗排精排', 'two-tower retrieval|CTR prediction'],
  'search-engines': ['倒排索引|Query改写', 'inverted indexes|query rewriting'],
  'model-deployment': ['量化剪枝|推理服务', 'quantisation|inference serving'],
  'distributed-training': ['流水线并行|梯度累积', 'pipeline parallelism'],
  java: ['JVM调优|Netty', 'JVM tuning|Netty'],
  spring: ['Seata|Sentinel限流', 'Seata'],
  mysql: ['分库分表|慢SQL治理', 'sharding|slow query tuning'],
  redis: ['缓存一致性|分布式锁', 'cache design'],
  go: ['goroutine调度|etcd', 'goroutines|etcd'],
  kubernetes: ['Operator开发|Helm', 'operators|Helm'],
  python: ['FastAPI|Celery', 'FastAPI|Celery'],
  cpp: ['STL|CMake|内存池', 'STL|CMake'],
  javascript: ['埋点SDK|浏览器原理', 'browser internals'],
  react: ['Redux|组件库', 'Redux|component libraries'],
  vue: ['Pinia|Element组件', 'Pinia'],
  spark: ['数据倾斜优化', 'skew tuning'],
  flink: ['实时数仓|CDC', 'change data capture'],
  'data-warehouse': ['维度建模|分层设计', 'dimensional modelling'],
  sql: ['窗口函数|取数', 'window functions'],
  'data-analysis': ['漏斗分析|同期群分析|归因', 'funnel analysis|cohort analysis'],
  'ab-testing': ['分流实验|显著性检验', 'online experiments'],
  'product-management': ['MVP|北极星指标', 'MVPs|north star metrics'],
  'requirements-analysis': ['用户故事|业务流程梳理', 'user stories'],
  commercialisation: ['付费墙|订阅制', 'paywalls|subscriptions'],
  'user-operations': ['RFM分层|召回策略', 'RFM segmentation|win-back'],
  'content-operations': ['选题会|爆文', 'editorial calendars'],
  'community-operations': ['KOC维护|打卡活动', 'ambassador programmes'],
  'software-testing': ['冒烟用例|回归排期', 'smoke tests'],
  'test-automation': ['关键字驱动|Pytest', 'Pytest'],
  'ui-design': ['栅格系统|切图标注', 'grid systems'],
  'key-accounts': ['客户分级|年框谈判', 'account plans'],
  sales: ['SPIN话术|漏斗管理', 'pipeline hygiene'],
  recruiting: ['人才Mapping|Offer谈判', 'talent mapping'],
  compensation: ['宽带薪酬|调薪测算', 'pay bands'],
  accounting: ['月结关账|凭证复核', 'month-end close'],
  'ic-design': ['RTL编码|时序收敛', 'RTL|timing closure'],
  'ic-verification': ['功能覆盖率|随机激励', 'functional coverage'],
  embedded: ['Bootloader|低功耗设计', 'bootloaders|low-power design'],
  battery: ['SOC估算|热失控', 'state-of-charge estimation'],
  'drug-development': ['先导化合物|构效关系', 'lead optimisation'],
  'project-management': ['关键路径|风险登记册', 'critical paths'],
};

const isHan = (word: string) => /\p{Script=Han}/u.test(word);

/** A name for a skill as one person would write it: mostly the usual one, now and then another, now and then shop talk. */
export function wordFor(random: Chance, id: string, english: boolean): string {
  const skill = findSkill(id);
  const usual = (english ? skill?.en : skill?.zh) ?? id;
  const way = random.next();
  if (way < 0.55) return usual;
  const shop = JARGON[id]?.[english ? 1 : 0].split('|') ?? [];
  if (way > 0.82 && shop.length > 0) return random.pick(shop);
  const others = (skill?.aliases ?? []).filter(
    (word) =>
      word.length > 2 &&
      !skill?.ambiguous.has(word) &&
      (english ? !isHan(word) : isHan(word) || !/\s|^[a-z]/.test(word)),
  );
  return others.length > 0 ? random.pick(others) : usual;
}
