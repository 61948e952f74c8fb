import type { Text } from '../../platform/index.ts';
import type { FieldView } from '../model.ts';
import { type ForecastTest, type Frozen, OF_PERIOD } from './model.ts';

export type ShippedForecast = {
  readonly id: string;
  readonly author: string;
  readonly source: string;
  readonly saidOn: string;
  readonly statement: Text;
  readonly about: Text;
  readonly test: ForecastTest;
  readonly frozen: Frozen;
  readonly resolvesOn: string;
};

const OFFICE: FieldView = {
  id: 'routine-office',
  name: { zh: '重复性文职', en: 'Routine office work' },
  about: {
    zh: '客服、数据录入、数据标注、出纳、银行柜员、行政专员',
    en: 'Customer service, data entry, data annotation, cashiers, bank clerks and administrative assistants',
  },
  definition: {
    any: [
      { role: 'customer-service-representative' },
      { role: 'data-entry-clerk' },
      { role: 'data-annotator' },
      { role: 'cashier-clerk' },
      { role: 'bank-clerk' },
      { role: 'administrative-assistant' },
    ],
  },
  builtIn: true,
};

const MANUAL: FieldView = {
  id: 'routine-manual',
  name: { zh: '重复性体力劳动', en: 'Routine manual work' },
  about: {
    zh: '生产工人、仓库管理员、快递员、保洁员',
    en: 'Production workers, warehouse workers, couriers and cleaners',
  },
  definition: {
    any: [{ role: 'production-worker' }, { role: 'warehouse-worker' }, { role: 'courier' }, { role: 'cleaner' }],
  },
  builtIn: true,
};

/** Entry 1 of every ledger: the claim that the reference report ends with. Its author stated no probability, so it has no score. */
export const SHIPPED_FORECASTS: readonly ShippedForecast[] = [
  {
    id: '01873478-0800-7000-8000-000000000001',
    author: '林凡 (Lin Fan)',
    source: '《脉脉林凡：AIGC人才供需结构失衡 白领或先于蓝领失业》，2023-03-31',
    saidOn: '2023-03-31',
    statement: {
      zh: '在AIGC技术驱动下，从事重复性基础工作的职场人在未来2~3年内就有可能被AI替代，白领可能先于蓝领。',
      en: 'Driven by generative AI, people in repetitive basic work may be replaced by AI within two to three years, white-collar before blue-collar.',
    },
    about: {
      zh: '数据能看的只有需求：若白领先被替代，三年后重复性文职的新发职位应比重复性体力劳动减少得更多（或增加得更少），检验的就是这一点。数据看不到的更多：职位减少不等于有人被替代，也分不清是AI、景气还是招聘渠道的变化；“有可能”本身无法证伪；两类岗位由我们按岗位名称划分；蓝领较少使用这样的网络。因此“成立”只说明方向相符，“不成立”也不说明无人被替代。',
      en: 'The data shows demand alone. If white-collar work is replaced first, new postings for routine office work should have fallen by more (or risen by less) after three years than those for routine manual work: that is what is tested. It cannot show more: fewer postings are not people replaced; it cannot part AI from the business cycle or from where employers advertise; "may be" cannot be refuted; we drew the line between the two kinds of work ourselves, by names of roles; and few blue-collar jobs are posted on such networks. So "true" says only that the direction fits, and "false" does not say that nobody was replaced.',
    },
    test: {
      figure: 'new-postings',
      field: OFFICE.id,
      period: { from: '2026-01', to: '2026-03' },
      since: { from: '2023-01', to: '2023-03' },
      source: 'all',
      table: 'years',
      group: OF_PERIOD,
      measure: 'postings',
      is: 'below',
      than: { field: MANUAL.id },
    },
    frozen: {
      fields: [OFFICE, MANUAL],
      labels: {
        figure: { zh: '新发职位数与同比', en: 'New postings and their growth' },
        table: { zh: '历年同期新发职位', en: 'New postings in the same months of each year' },
        group: { zh: '2026年1—3月', en: 'January to March 2026' },
        measure: { zh: '新发职位', en: 'New postings' },
        kind: 'count',
      },
    },
    resolvesOn: '2026-04-01',
  },
];
