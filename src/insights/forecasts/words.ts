import type { Text } from '../../platform/index.ts';
import { formatNumber, type Locale } from '../charts/index.ts';
import { fieldWords } from '../figures/labels.ts';
import { FIGURE_IDS } from '../model.ts';
import { periodWords } from '../sentences/phrases.ts';
import { type ForecastTest, type Frozen, OF_PERIOD } from './model.ts';

/** How the number is written: a change since an earlier period is one, whatever is counted. */
export const unitOf = (test: ForecastTest, frozen: Frozen): Frozen['labels']['kind'] =>
  test.since ? 'change' : frozen.labels.kind;

const IS: Readonly<Record<ForecastTest['is'], Text>> = {
  above: { zh: '高于', en: 'is above' },
  'at-least': { zh: '不低于', en: 'is at least' },
  below: { zh: '低于', en: 'is below' },
  'at-most': { zh: '不高于', en: 'is at most' },
};

function otherSide(test: ForecastTest, frozen: Frozen, locale: Locale): string {
  if (typeof test.than === 'number') return formatNumber(test.than, unitOf(test, frozen), locale);
  const other = frozen.fields[1];
  const name = other ? fieldWords(other)[locale] : test.than.field;
  return locale === 'zh' ? `${name}的同一数字` : `the same number of ${name}`;
}

/** The test in words: "F1 新发职位数与同比：AIGC领域，2023年1—2月，同比，高于+20.0%". */
export function testWords(test: ForecastTest, frozen: Frozen): Text {
  const code = `F${FIGURE_IDS.indexOf(test.figure) + 1}`;
  const { figure, table, group, measure } = frozen.labels;
  const [first] = frozen.fields;
  const field = first ? fieldWords(first) : { zh: test.field, en: test.field };
  const period = periodWords(test.period);
  const row = test.group === OF_PERIOD ? { zh: '', en: '' } : { zh: `“${group.zh}”的`, en: ` of "${group.en}"` };
  const since = test.since ? periodWords(test.since) : null;
  return {
    zh: `${code}“${figure.zh}”：${period.zh}，${field.zh}，${row.zh}“${measure.zh}”${since ? `自${since.zh}以来的变化` : ''}${IS[test.is].zh}${otherSide(test, frozen, 'zh')}（表“${table.zh}”）`,
    en: `${code} "${figure.en}": in ${period.en}, for ${field.en}, ${since ? `the change of "${measure.en}"${row.en} since ${since.en}` : `"${measure.en}"${row.en}`} ${IS[test.is].en} ${otherSide(test, frozen, 'en')} (table "${table.en}")`,
  };
}
