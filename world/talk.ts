/**
 * What the circles talk about. Slots: `{n}` a small number, `{p}` a percentage, `{y}` years, `{c}` a city, `{w}` the circle's
 * own name, `{t}` a tool, `{m}` an amount of money. A line is title | body | replies.
 */
const LINES: Readonly<Record<string, string>> = {
  aigc: `
大模型项目里,数据清洗占了我 {p}% 的时间,正常吗?|团队 {n} 个人,训练只跑了两周,清洗做了两个月。想知道大家的比例。|正常,而且值得。我们有一次只靠去重就涨了两个点。|先抽样看 200 条,往往比写规则更快发现问题。|建议把清洗做成可复现的流水线,不然换人就断了。
文生图上线 {n} 周,审核成本比推理还高|机器审核召回不够,人工审核又贵。有没有做过分级审核的同行?|我们按用户信誉分级,新用户全审,老用户抽审。|提示词侧先拦一层,能省三成。|留好日志,后面监管要看。
Evaluating text generation: what do you actually measure?|BLEU tells me nothing. We ended up with pairwise human preference on {n}00 prompts. Curious what others do.|Pairwise, blind, with a rubric. And we re-sample raters every month.|We track edit distance after users fix the output. Cheap and honest.
想从 CV 转 NLP,{y} 年经验,会不会太晚?|现在做目标检测,公司 NLP 组在招人,可以内部转岗。|不晚,多模态正需要两边都懂的人。|内部转岗成本最低,先去做一个季度。|把手上项目里和文本相关的部分先接过来。
扩散模型推理从 {n} 秒压到 1 秒以内,我们做了什么|换采样器、半精度、算子融合,最后是缓存常用提示词的中间结果。细节写在评论里。|半精度下肤色会偏,你们怎么处理的?|缓存命中率有多少?我们只有一成多。|步数蒸馏试过吗,收益很大。
AIGC 产品经理面试,被问"你的护城河是什么"|答了数据和场景,感觉对方不满意。大家怎么看这个问题?|问的其实是:基础模型升级以后你还剩什么。|工作流和信任,用户不会每周换工具。
{c} 有做生成式模型训练的团队吗?|想了解一下规模和方向,最近在看机会,也欢迎来交流。|有,十几个人,主要做行业模型。|可以先去线下活动聊聊,比看 JD 准。
提示词要不要做版本管理?|现在散在 {n} 个同事的文档里,改一次效果就不知道谁改的。|进代码库,和评测集绑在一起。|我们每次改动跑一遍 100 条回归。
Fine-tuning or retrieval first?|Small team, {n}0k documents, answers must cite their source.|Retrieval first. You need the citations anyway.|Fine-tune for tone later, if at all.
训练集群空闲率 {p}%,怎么排任务比较公平?|几个组抢卡,晚上又空着。|按队列配额加抢占,空闲时谁都能用。|先统计真实利用率,很多人占着不跑。`,
  algorithms: `
C++ 推理服务里最值得先优化的是什么?|目前 p99 是 {p}0 毫秒,batch 固定为 1。|先做动态 batch,再看算子融合。|先画火焰图,别猜。|内存分配往往比计算更先出问题。
离线涨了 {n} 个点,线上持平,怎么排查?|特征一致性已经查过一遍。|看看曝光位置偏差。|线上样本的分布和训练集比过吗?|留意实验组的缓存,我们踩过。
做了 {y} 年推荐,感觉在重复自己|每天调特征、看实验,想听听别人怎么走出来的。|换一个目标,比如做生态或长期价值。|去带一个完整的小项目,从数据到上线。
论文复现总差 {n} 个点,正常吗?|作者没有放训练脚本,邮件也没回。|先对齐评测脚本,常常是它不一样。|数据预处理的差别最大。
图像识别上线后误报集中在夜间|白天 {p}% 的误报率降下来了,晚上没变。|补夜间数据,别只做亮度增强。|看看是不是传感器增益变了。
How do you keep feature stores honest?|Two definitions of "active user" cost us {n} weeks.|One owner per feature, and a test that compares online with offline.|Delete the ones nobody reads. Ours shrank by half.
算法工程师要不要自己写服务?|团队里一直在争论。|要,至少能上线自己的模型。|看规模,小团队没有选择。`,
  backend: `
一次由重试引起的雪崩,复盘|下游抖动 {n} 秒,上游重试把它打死了。最后加了预算和退避。|重试预算真的应该是默认值。|补一条:超时要逐级递减。|我们是靠限流救回来的。
Postgres or a dedicated queue?|We do {n}00 jobs a second. SKIP LOCKED works fine so far.|It will for a long while. Keep the vacuum in mind.|One thing fewer to run at night.
接手 {y} 年前的老系统,第一周做什么?|没有文档,原作者都走了。|先把部署跑通,再画一张数据流图。|给最核心的三个接口补上测试。|别急着重写。
微服务拆到 {n}0 个以后,我们又合回去了|团队只有十几个人,联调成本比收益高。|拆分跟着团队走,不是跟着名词走。|合并以后发布快了多少?
{t} 的慢查询,加索引没用|表有 {n} 千万行,条件里有范围又有排序。|看执行计划里的估算行数,统计信息可能过期了。|试试把排序列放进组合索引。
值班手册你们写到什么程度?|新人第一次值班总是很慌。|每个告警对应一页:是什么、先看哪、怎么止血。|让写告警的人自己值一次班。`,
  product: `
B 端产品的需求评审怎么开才不浪费时间?|每次 {n} 小时,结论还是"再想想"。|先发文档,会上只讨论分歧。|把决策人请来,其他人可选参加。
AI 产品经理需要懂多少模型?|正在准备面试,做了 {y} 年工具类产品。|懂边界比懂原理重要。|至少自己标过 500 条数据。|能说清楚什么时候不该用模型。
上线 {n} 个月的功能,使用率只有 {p}%,砍不砍?|老板当初很看重。|先问那部分人为什么用。|把它藏深一点,看有没有人找。
用户访谈总是得到客套话|问了 {n} 个用户,都说挺好。|别问喜不喜欢,问上一次是怎么做的。|看他们操作,别听他们评价。
定价从 {n}9 涨到 {n}99,流失比想象的少|分享一下我们的步骤和话术。|提前多久通知的?|老用户有没有保护期?
Writing a one-page brief that engineers will read|Mine kept growing to {n} pages. What do you leave out?|Everything that is not a decision.|Start with what we will not do.`,
  operations: `
社群从 500 人到 {n}000 人,我做对的三件事|分层、固定栏目、给老成员权限。|固定栏目太重要了。|老成员权限具体怎么给的?
内容团队要不要全面用 AI 写稿?|老板希望人效提升 {p}%。|初稿可以,事实核对省不了。|我们用了三个月,编辑变成了审核。|风格会越来越像,要留人写。
活动预算被砍了 {p}%,还能做什么?|以前靠补贴,现在只能靠内容。|找用户共创,成本低而且留存好。|把去年效果最差的三个渠道先停掉。
私域转化做到 {p}%,分享一点数据|重点是前 {n} 天的触达节奏,不是话术。|节奏能展开说说吗?|退订率是多少?
{c} 线下活动场地有推荐吗?|{n}0 人左右,周末下午。|创业园区的公共空间,便宜。|可以找咖啡馆包半天。`,
  chips: `
验证工程师的成长路径|做了 {y} 年 UVM,想听听前辈的建议。|往架构级验证走,或者转形式验证。|多参与 spec 评审。
第 {n} 次流片回来,功耗超了 {p}%|仿真没看出来,现在在定位。|先看时钟门控有没有真的生效。|测一下漏电的温度曲线。
FPGA 原型和仿真结果对不上|跑了 {n} 天才出现一次。|跨时钟域先查一遍。|把触发条件缩到最小再抓波形。
数字后端转架构,要补什么?|在 {c} 做了 {y} 年。|性能建模,先从一个小模块写起。|读几篇公开的微架构论文,自己复算。`,
  'new-energy': `
BMS 算法岗和整车控制岗怎么选?|两个 offer,薪资差 {p}%。|看团队谁带。|BMS 更专,控制更宽。
冬天续航掉 {p}%,除了热管理还能做什么?|车主群里天天问。|把预估做准,比多跑十公里有用。|预热策略和充电习惯绑在一起。
智驾团队要不要自己做标定?|外包做了 {n} 个月,质量不稳定。|核心流程一定要握在自己手里。|先把验收标准写清楚。
从传统车企到新势力,{n} 个月的感受|节奏快一倍,流程少一半。|流程少的地方,自己要多留记录。|加班情况怎么样?`,
  biomedicine: `
从药厂研发转注册事务的体会|{y} 年制剂,转了一年。|懂工艺的注册很稀缺。|英文写作要补一补。
临床入组慢,{n} 个中心只有两个在动|方案已经改过一次。|看看排除标准是不是太严。|中心启动会后第二周要有人去现场。
做药物计算的同学都用什么流程?|我们还在用脚本串起来。|先把数据格式统一,再谈平台。|对接实验的周期才是瓶颈。`,
  career: `
谈薪时要不要说出现在的薪资?|对方 HR 追问了 {n} 次。|可以给期望区间,不必给流水。|看公司,外企基本不问。
35 岁以后,技术人还能做什么?|最近身边人都在聊这个话题。|专家路线一直有人走,只是安静。|把经验写下来,机会会自己来。|先把身体照顾好。
{y} 年经验,两个 offer,一个钱多一个方向好|差 {m} 万一年。|差距在两成以内选方向。|问清楚直属上级是谁。|钱多的那家问一下去年的年终怎么发的。
空窗 {n} 个月,简历上怎么写?|照顾家人,期间做了一点开源。|照实写,一句话就够。|把开源那部分放进项目里。
第一次带人,{n} 个人的小组|以前都是自己干,现在不知道时间花在哪。|每周一对一,别省。|先忍住不替他们写。
Is a counter-offer ever worth taking?|My manager offered {p} % more after I resigned.|Only if the reason you left was money.|Ask what will be different in six months.
做了 {y} 年测试,想转开发|自动化框架是自己写的。|框架代码就是最好的作品,放出来。|内部先接一个小需求。
试用期 {n} 个月被延长,什么情况?|没有书面原因。|要书面说明和目标,留证据。|同时开始看外面的机会。`,
  overseas: `
Moving from Singapore back to {c} after {y} years|Happy to answer questions on tax, schools and pay.|How did you compare total compensation?|同问,租房补贴怎么谈的?
海外远程,时差 {n} 小时怎么配合?|团队分在三个洲。|固定两小时重叠,其他全部异步。|会议纪要当天发。
回国第 {n} 个月,几点不适应|节奏、汇报方式,还有午饭时间。|汇报方式深有体会。|半年以后就好了。`,
  data: `
日活口径改了 {n} 次,没人说得清历史数据|准备重算两年的。|先把口径写成文档并冻结。|重算之前留一份旧的,肯定有人要对。
A/B 实验 p 值 0.0{n},老板要全量|样本量不够,效应也小。|给他看置信区间,不要给他看 p 值。|再跑一周,顺便看分层。
{t} 和数仓之间的延迟,怎么压到 {n} 分钟|现在是小时级。|先看是不是调度在排队。|增量做好,别每次全量。`,
  design: `
设计系统推了 {n} 个月,业务还是自己画|组件不全,他们等不及。|先做他们最常用的十个。|派一个人去业务组坐两周。
作品集要放多少个项目?|做了 {y} 年,选不出来。|三个,讲清楚取舍。|放一个失败的,比放五个成功的有用。
用 AI 出图以后,甲方改稿更多了|一天要 {p} 版。|先收敛方向,再出图。|改稿次数写进合同。`,
  hiring: `
内推奖金从 {n}000 涨到一万,效果一般|质量没有变好。|快速反馈比奖金更有用。|问问推荐人为什么不推。
算法岗面试 {n} 轮,候选人跑了一半|业务方不肯减。|把重复考察的两轮合并。|一周内走完,比少一轮更重要。
怎么和不看机会的人开始第一次聊天?|回复率只有 {p}%。|先看他写过什么,说一件具体的事。|请共同认识的人引荐。|不要一上来就发 JD。`,
  place: `
{w}的同学,最近行情怎么样?|身边 {n} 个朋友在看机会,感觉比去年慢。|稳的岗位还在招,就是流程长。|猎头电话少了,内推多了。
{w}周末有人打球吗?|缺 {n} 个人,水平不限。|算我一个。|时间地点发一下。
在{w} {y} 年,说说我的感受|好的是人,难的是房租和通勤。|通勤真的影响心情。|同感,搬近以后每天多睡一小时。
{w}有没有靠谱的技术分享活动?|线上的听多了,想见见人。|每月第二个周六有一场,小而认真。|可以自己攒一个,我来讲。
新来{w},求租房和食堂建议|预算 {n} 千。|先短租一个月再决定。|食堂二楼的面不错。`,
};

/** The reference report's three hot topics, in the words of those who take part. */
const HOT: readonly string[] = [
  `
3 秒一个 PPT,我该高兴还是该怕?|演示看完,部门群里炸了。我每周有 {p}% 的时间在做 PPT。|怕的不是工具,是只会做 PPT。|先用起来,省下的时间去想内容。|老板会不会要求一天十份?
GPT 接进办公软件以后,周报还有意义吗?|我们组已经有 {n} 个人在用模型写了。|周报是给人看的,模型写的没人看。|那就改成只写三行:做了什么、卡在哪、要谁帮忙。
办公全家桶都接了 GPT,行政和助理的同事怎么看?|真心想听一线的声音。|表格和纪要确实快了,沟通协调它做不了。|我在学怎么给它写要求,感觉工作变了。
An assistant in every office app: what changes on Monday?|I make {n}0 slides a week. Honestly curious.|The deck is the easy part; knowing what to say is not.|First drafts get cheap. Judgement does not.`,
  `
AI 热潮下,哪些岗位不建议应届生入行了?|表弟今年毕业,问我的意见。|只会套模板的岗位都不建议。|看岗位里有多少判断和沟通。|入行别只看岗位名,看带你的人。
做了 {y} 年文案,这波要不要换方向?|公司已经停招初级文案了。|往策略和品牌走。|学会管内容质量,这件事更缺人。
客服、录入、初级翻译,还能做多久?|我们公司 {n} 个客服组合并成了两个。|复杂投诉还是要人。|转去做知识库和质检的同事反而涨薪了。
哪些岗位反而会更缺人?|反过来想一想。|懂业务又能把需求说清楚的人。|现场、护理、维修,短期动不了。`,
  `
AIGC 从业者会取代谁?先取代自己吗?|做生成式模型 {y} 年,最近越来越多人问我。|会用的人取代不会用的人,老话了。|先被取代的是流程,不是人。|白领先受影响,这次和以前不一样。
我们用 AIGC 替掉了 {p}% 的外包量|说说真实的得失:快了,但审核变重了。|省下来的钱有多少花在审核上?|外包团队后来怎么样了?
老板问我:上了 AIGC 能少招几个人|我说先别少招,先把质量盯住。结果会上很安静。|支持,先看三个月数据。|把"少招"换成"做更多",讨论会不一样。
Whom will people in AIGC replace?|My guess: nobody by name, a slice of everybody's week.|That slice adds up to jobs, eventually.|In our team it replaced the backlog.`,
];

export type Talk = { readonly title: string; readonly body: string; readonly replies: readonly string[] };

function read(lines: string): Talk[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [title = '', body = '', ...replies] = line.split('|');
      return { title, body, replies };
    });
}

export const TALK: ReadonlyMap<string, readonly Talk[]> = new Map(
  Object.entries(LINES).map(([slug, lines]) => [slug, read(lines)]),
);
export const HOT_TALK: readonly (readonly Talk[])[] = HOT.map(read);

/** What anybody might add under a post. */
export const ASIDES: readonly string[] = [
  '先收藏,晚上细看。',
  '同样的情况,我们 {n} 个月前刚走过一遍。',
  '补充一点:范围先收小,跑通再放大。',
  '这个问题在 {c} 的团队里也很普遍。',
  '可以具体说说团队规模吗?差别很大。',
  '我的经验正好相反,{y} 年里只见过一次例外。',
  '谢谢分享,数据很有用。',
  '建议写成一篇长文,我来帮忙校对。',
  '看到第二段笑了,太真实。',
  '有需要可以私信我,手上有一份整理好的资料。',
];
export const ASIDES_EN: readonly string[] = [
  'Saved for the weekend, thank you.',
  'We went through the same {n} months ago.',
  'How large is the team? It changes the answer.',
  'My experience was the opposite, but only once in {y} years.',
  'Worth a longer write-up.',
];
