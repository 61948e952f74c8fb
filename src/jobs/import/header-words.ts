import { FIELDS, type Field } from './model.ts';

/** What people call a column, folded: lower case, without spaces, underscores and brackets. */
const WORDS: Readonly<Record<Field, string>> = {
  title:
    '职位 职位名称 职位名 岗位 岗位名称 招聘岗位 招聘职位 工作名称 职务 标题 title jobtitle job position positionname positiontitle jobname role rolename vacancy vacancytitle postingtitle',
  company:
    '公司 公司名称 公司名 公司全称 公司全名 企业 企业名称 单位 单位名称 招聘单位 招聘企业 招聘公司 用人单位 雇主 company companyname companyfullname employer employername organization organisation hiringorganization firm',
  place:
    '城市 工作城市 地区 工作地区 地点 工作地点 工作地 工作区域 区域 所在地 所在城市 地址 工作地址 办公地点 city cityname location joblocation worklocation workplace place area region address citydistrict',
  pay: '薪资 薪水 薪酬 月薪 年薪 工资 待遇 薪资范围 薪资待遇 薪酬范围 薪资水平 薪资区间 月薪范围 salary pay wage compensation salaryrange payrange salarydesc salarytext paytext remuneration basesalary salaryestimate',
  payMin:
    '最低薪资 最低工资 薪资下限 最低月薪 薪资最小值 minsalary salarymin paymin minpay salaryfrom minimumsalary lowestsalary salarylow',
  payMax:
    '最高薪资 最高工资 薪资上限 最高月薪 薪资最大值 maxsalary salarymax paymax maxpay salaryto maximumsalary highestsalary salaryhigh',
  payPeriod:
    '薪资单位 薪资周期 计薪方式 payperiod salaryperiod payunit salaryunit compensationperiod salarytype paytype',
  payCurrency: '币种 货币 薪资币种 currency salarycurrency paycurrency',
  years:
    '经验 工作经验 经验要求 工作年限 工作经验要求 年限 工龄 要求经验 experience workexperience workyear workyears yearsofexperience experiencerequired experiencerequirements requiredexperience years experienceyears minexperience',
  degree:
    '学历 学历要求 最低学历 教育程度 文化程度 教育背景 学历背景 education degree educationlevel educationrequirements educationrequired requirededucation qualification minimumdegree mindegree',
  requirements:
    '要求 职位要求 任职条件 岗位要求 基本要求 其他 其它 招聘要求 经验学历 经验/学历 requirements requirement jobrequirements',
  headcount:
    '人数 招聘人数 招聘名额 招聘数 名额 需求人数 headcount openings vacancies numberofopenings positions totaljobopenings recruitnumber',
  skills:
    '技能 技能要求 技能标签 关键词 关键字 职位标签 标签 技术栈 skills skill skillsrequired requiredskills keywords tags keyskills techstack skilllabels positionlables skillsdesc',
  industry:
    '行业 所属行业 公司行业 行业领域 所在行业 企业行业 industry industries industryfield sector companyindustry industryname',
  seniority:
    '职级 级别 职位级别 岗位级别 seniority level joblevel senioritylevel experiencelevel formattedexperiencelevel careerlevel',
  publishedOn:
    '发布日期 发布时间 发布 日期 时间 更新时间 更新日期 刷新时间 刷新日期 招聘发布日期 入库时间 招聘发布时间 date dateposted posteddate postedat publishedon publishedat publishdate publishtime createtime createdat postdate postingdate releasedate listedtime listedat issuedate updatedate updatetime',
  closedOn:
    '截止日期 截止时间 结束日期 有效期 有效期至 下线日期 下线时间 招聘结束日期 closedon closingdate deadline expirydate expirationdate validthrough expiresat enddate applicationdeadline closedtime',
  description:
    '描述 职位描述 岗位描述 工作描述 工作内容 岗位职责 职位详情 职位信息 岗位信息 详情 任职要求 内容 职责 description jobdescription jobdesc jd details content text body responsibilities positiondetail fulldescription',
  url: '链接 网址 职位链接 来源链接 招聘链接 详情链接 网页链接 url link joburl joblink href applyurl jobpostingurl positionurl detailurl sourceurl jobhref',
  sourceId:
    '编号 职位编号 岗位编号 职位id 岗位id id jobid positionid postingid identifier sourceid reqid requisitionid uuid guid',
};

const NAMES = new Map<string, Field>();
for (const field of FIELDS) for (const word of WORDS[field].split(' ')) NAMES.set(word, field);

/** The field of this very name (`title`, `payMin`); null where there is none. */
export function fieldNamed(name: string): Field | null {
  const folded = name.trim().toLowerCase();
  for (const field of FIELDS) if (field.toLowerCase() === folded) return field;
  return null;
}

/** The field that a header names, in Chinese or English ("职位名称", "Job Title", "salary_range", "公司(全称)"); null where it names none. */
export function fieldOfHeader(header: string): Field | null {
  const folded = header.normalize('NFKC').toLowerCase();
  const whole = folded.replaceAll(/[\s_\-*::.()[\]【】]/gu, '');
  const short = folded.replaceAll(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/gu, '').replaceAll(/[\s_\-*::./]/gu, '');
  return NAMES.get(whole) ?? NAMES.get(short) ?? fieldOfPath(folded);
}

/** A part of an object that says the same as the whole: `location.city`. */
function fieldOfPath(folded: string): Field | null {
  const parts = folded.split('.').map((part) => NAMES.get(part.replaceAll(/[\s_-]/gu, '')) ?? null);
  const last = parts.at(-1) ?? null;
  return parts.length > 1 && parts[0] === last ? last : null;
}
