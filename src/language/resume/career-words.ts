/**
 * The words by which a reader knows that a phrase names an employer, a job title or a department, without knowing the
 * name itself. General suffixes only; names and aliases belong to the lexicons.
 */

const orgEndingsZh =
  '有限责任公司|股份有限公司|有限公司|分公司|子公司|总公司|公司|集团|银行|支行|分行|总行|信用社|大学|学院|学校|中学|小学|幼儿园|研究院|研究所|研究中心|设计院|科学院|工程院|医院|诊所|卫生院|事务所|律所|工作室|实验室|基金会|协会|学会|商会|联合会|委员会|国资委|发改委|证监会|党校|交易所|出版社|杂志社|报社|电视台|通讯社|酒店|宾馆|超市|商城|餐厅|药房|工厂|总厂|分厂|厂|矿务局|总局|分局|管理局|财政局|税务局|公安局|教育局|局|税务所|派出所|政府|法院|检察院|海关|总队|支队|部队|大使馆|人民政府|办事处|代表处|事业部|控股|股份|企业|本行|本公司|证券|保险|基金|信托|期货|资本|投资|科技|网络|传媒|软件|信息技术|电子|电气|汽车|生物|制药|药业|医药|物流|地产|置业|实业|重工|能源|电力|石化|钢铁|通信|半导体|机器人|智能|数据|云计算|咨询|教育|文化|旅游|餐饮|食品|服饰|家居|建筑|建设|工程局|设计|游戏|互娱|互动|娱乐|影业|广告|人力资源|物业';

const titleEndingsZh =
  '工程师|经理|总监|主管|总裁|副总|总经理|专员|助理|顾问|架构师|设计师|分析师|研究员|科学家|咨询师|培训师|会计师|审计师|精算师|评估师|经济师|建造师|造价师|监理|药剂师|药师|医师|医生|护士|护士长|律师|法务|会计|出纳|财务|教师|老师|讲师|教授|副教授|导师|班主任|编辑|主编|记者|翻译|编导|导演|主播|司机|店长|店员|组长|班长|主任|部长|处长|科长|局长|厅长|院长|校长|所长|行长|厂长|矿长|队长|站长|会长|秘书长|理事长|理事|书记|主席|委员|董事|董事长|监事|监事长|秘书|合伙人|创始人|负责人|带头人|专家|技术员|研究助理|操作工|技工|电工|焊工|钳工|车工|普工|工人|厨师|厨师长|服务员|收银员|理货员|营业员|快递员|外卖员|骑手|保安|保洁|客服|销售|销售代表|业务代表|代表|业务员|业务经理|文员|前台|行政|人事|采购|采购员|跟单员|单证员|仓管|仓库管理员|质检员|检验员|施工员|安全员|资料员|预算员|测量员|库管|程序员|开发|前端|后端|测试|运维|运营|产品|策划|美工|交易员|研究生助教|助教|实习生|管培生|培训生|见习生|学徒|干事|职员|员工|科员|办事员|调研员|巡视员|参谋|首席执行官|首席技术官|首席财务官|首席运营官|首席[一-龥]{2,4}官|法定代表人|经纪人|理财师|柜员|客户经理|督导|教练|教官|领班|厂医|村官|站务员|乘务员|飞行员|船长|机长|法人|董秘|总工|总工程师|总会计师|总法律顾问|骨干|技师|掌柜|买手|标注员|训练师|架构|算法|研究|咨询|HR|HRBP|CEO|CTO|CFO|COO|CMO|CIO|CPO|VP|PM|Leader|leader|Manager|Engineer|Intern|Developer';

const orgWordsEn =
  'inc|llc|ltd|limited|corp|corporation|co|company|gmbh|ag|plc|sa|pte|group|holdings|technologies|technology|labs|lab|laboratory|laboratories|bank|university|college|institute|school|academy|hospital|clinic|consulting|partners|capital|ventures|systems|solutions|software|studio|studios|networks|media|foundation|association|agency|services|industries|international|research|pharmaceuticals|motors|airlines|insurance|securities|ministry|department of|government|commission|council|center|centre|logistics|entertainment|games|robotics|semiconductor|electronics|energy|analytics|interactive|digital|ai';

const titleWordsEn =
  'engineer|developer|programmer|manager|director|analyst|scientist|consultant|designer|architect|intern|president|vp|svp|evp|avp|chief|ceo|cto|cfo|coo|cmo|cio|cpo|officer|lead|leader|head|specialist|associate|assistant|coordinator|administrator|researcher|professor|lecturer|teacher|tutor|instructor|nurse|physician|doctor|accountant|auditor|actuary|founder|co-founder|cofounder|partner|principal|supervisor|representative|editor|writer|journalist|technician|operator|advisor|adviser|strategist|tester|recruiter|planner|executive|owner|trainee|fellow|clerk|cashier|driver|cook|chef|waiter|waitress|electrician|welder|mechanic|machinist|counsel|attorney|lawyer|paralegal|secretary|receptionist|translator|interpreter|producer|marketer|trader|buyer|postdoc|scholar|apprentice|foreman|sde|swe|sre|mts|qa|member of technical staff|chairman|chairwoman|chair|treasurer|controller|evangelist|liaison|contractor|freelancer|expert|ambassador|volunteer|staff';

/** Employers that carry no suffix in the way people write them; matched whole or at a phrase's start. */
const bareOrgs =
  '字节跳动|抖音|今日头条|阿里巴巴|阿里云|阿里|蚂蚁集团|蚂蚁金服|菜鸟|淘宝|天猫|腾讯|微信|百度|华为|中兴|中兴通讯|小米|京东|京东方|美团|大众点评|滴滴|滴滴出行|快手|拼多多|网易|搜狐|搜狗|新浪|微博|知乎|豆瓣|哔哩哔哩|B站|小红书|携程|去哪儿|爱奇艺|优酷|贝壳|贝壳找房|链家|58同城|同程|唯品会|苏宁|苏宁易购|国美|联想|海尔|美的|格力|格力电器|海信|TCL|比亚迪|蔚来|理想汽车|小鹏汽车|小鹏|吉利|长城汽车|上汽|一汽|宁德时代|大疆|商汤|商汤科技|旷视|旷视科技|依图|云从|科大讯飞|寒武纪|地平线|第四范式|平安|中国平安|招商银行|工商银行|建设银行|农业银行|中国银行|中国移动|中国联通|中国电信|国家电网|中石油|中石化|中海油|顺丰|中通|圆通|海底捞|富士康|米哈游|莉莉丝|完美世界|三七互娱|猿辅导|作业帮|好未来|新东方|学而思|脉脉|得物|OPPO|vivo|VIVO|荣耀|微软|微软亚洲研究院|谷歌|苹果|亚马逊|英特尔|英伟达|高通|甲骨文|西门子|博世|特斯拉|普华永道|德勤|安永|毕马威|麦肯锡|宝洁|联合利华|可口可乐|沃尔玛|星巴克|Google|Microsoft|Apple|Amazon|AWS|Meta|Facebook|Netflix|NVIDIA|Intel|AMD|Qualcomm|IBM|Oracle|SAP|Salesforce|Adobe|Uber|Lyft|Airbnb|Stripe|Shopify|Twitter|LinkedIn|ByteDance|TikTok|Tencent|Alibaba|Baidu|Huawei|Xiaomi|Meituan|JD.com|Didi|NetEase|Tesla|SpaceX|OpenAI|DeepMind|Siemens|Bosch|Deloitte|PwC|KPMG|EY|McKinsey|BCG|Accenture|Goldman Sachs|JPMorgan|Morgan Stanley|HSBC|Citi|Samsung|Sony|Toyota|Nokia|Ericsson|Cisco|Dell|HP|VMware|Palantir|Databricks|Snowflake|Spotify|Grab|Shopee|Sea Group|Lazada|Walmart|Procter & Gamble|Unilever|Lenovo|DJI|SenseTime|iFlytek|Zhihu|Kuaishou|Pinduoduo|Ant Group|Ping An';

const lowered = (words: string) => words.split('|').map((word) => word.toLowerCase());
const bareOrgNames = new Set(lowered(bareOrgs));
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (words: string) =>
  words
    .split('|')
    .sort((a, b) => b.length - a.length)
    .map((word) => (word.includes('[') ? word : escaped(word)))
    .join('|');

const orgEndZh = new RegExp(`(?:${longestFirst(orgEndingsZh)})$`);
export const titleEndZh = new RegExp(`(?:${longestFirst(titleEndingsZh)})$`);
const titleWordZh = new RegExp(longestFirst(titleEndingsZh), 'g');
const bareOrgStart = new RegExp(`^(?:${longestFirst(bareOrgs)})`);
/** Endings that close an employer's name in running text, where "科技" or "投资" may go on. */
export const firmOrgEnding =
  /(?:有限责任公司|股份有限公司|有限公司|股份公司|分公司|子公司|总公司|公司|集团|银行|支行|分行|总行|大学|学院|学校|中学|研究院|研究所|研究中心|设计院|科学院|医院|事务所|基金会|协会|学会|商会|联合会|委员会|国资委|党校|交易所|出版社|报社|电视台|总厂|厂|局|政府|法院|检察院|办事处|代表处|本行|实验室|工作室|酒店|宾馆|饭店|商场|商城|电厂|电站|煤矿|铁矿|株式会社|会社|政协|人大|人民银行|证监会|银监会|保监会|监管局|供销社|合作社|信用社|党校|设计所|杂志社|科学院|中科院|社科院|研究生院|医学院|通讯社|基地|投资中心|药房|药厂|农场|林场|茶场|机场|港务局|车站|大使馆|领事馆|财政部|商务部|教育部|科技部|铁道部|交通部|外经贸部|工信部|发改委|经贸委|经委|计委|建委|科委)/g;

const orgEn = new RegExp(`(?:^|[\\s,.(])(?:${longestFirst(orgWordsEn)})(?:$|[\\s,.)])`, 'i');
const titleEn = new RegExp(`(?:^|[^a-z])(?:${longestFirst(titleWordsEn)})(?:$|[^a-z])`, 'i');

/** The well-known employer that `text` begins with, without a suffix to know it by; null when there is none. */
export function bareOrgAtStart(text: string): string | null {
  const name = bareOrgStart.exec(text)?.[0];
  if (name === undefined) return null;
  const next = text.slice(name.length, name.length + 1);
  return /[a-z]$/i.test(name) && /[a-z0-9]/i.test(next) ? null : name;
}

/** How strongly a phrase looks like an employer's name: 0 not at all, 3 surely. */
export function orgEvidence(text: string): number {
  const phrase = text.trim().replace(/[(（][^)）]{0,30}[)）]\s*$/, '');
  if (bareOrgNames.has(phrase.toLowerCase())) return 3;
  if (/(?:公司|集团|银行|大学|研究院|研究所|医院|事务所)$/.test(phrase)) return 3;
  if (
    /(?:^|[\s,])(?:inc|llc|llp|ltd|corp|corporation|gmbh|plc|co|pty|s\.?a\.?s?|s\.?l\.?|s\.?p\.?a|b\.?v|n\.?v|a\/s|oyj?|k\.?k)\.?$/i.test(
      phrase,
    )
  )
    return 3;
  if (bareOrgAtStart(phrase) !== null) return 2;
  if (orgEndZh.test(phrase)) return 2;
  return orgEn.test(phrase) ? 2 : 0;
}

/** How strongly a phrase looks like a job title: 0 not at all, 3 surely. */
export function titleEvidence(text: string): number {
  const phrase = text
    .trim()
    .replace(/[(（][^)）]{0,30}[)）]\s*$/, '')
    .replace(/\s*(?:[IVX]{1,3}|\d|[PTM]\d{1,2})$/, '');
  if (titleEndZh.test(phrase)) return 3;
  if (titleEn.test(phrase) && !/[一-龥]/.test(phrase)) return phrase.length <= 80 ? 3 : 1;
  return /[一-龥]/.test(phrase) && (phrase.match(titleWordZh)?.length ?? 0) > 0 ? 1 : 0;
}

export const departmentPhrase =
  /(?:部|部门|事业部|事业群|中心|小组|组|团队|室|处|科|线|team|department|division|group|org)$/i;

/** "全职", "Full-time", "统招": says nothing of employer or title. */
export const employmentTypePhrase =
  /^(?:全职|兼职|实习|合同工?|外包|外派|正式|full[- ]?time|part[- ]?time|contract|internship|freelance|permanent|remote|hybrid|on-?site|self-employed)$/i;
