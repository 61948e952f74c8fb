import { cities, districts, findCity, provinces } from '../lexicon.ts';
import type { Read } from '../model.ts';
import { foldKeepingOffsets, normaliseWord } from '../normalise.ts';
import { createMatcher } from '../word-matcher.ts';

type Place =
  | { readonly kind: 'city'; readonly cityId: string }
  | { readonly kind: 'district'; readonly cityId: string; readonly ambiguous: boolean }
  | { readonly kind: 'province'; readonly id: string }
  | { readonly kind: 'remote' };

/** Names that are also everyday words; they are a city only with 市 or alone in a cell. */
const EVERYDAY = new Set([
  '朝阳',
  '大理',
  '红河',
  '安康',
  '海东',
  '海北',
  '海西',
  '黄南',
  '宝山',
  '阿里',
  '保山',
  '吉安',
  '山南',
  '中卫',
  '平凉',
  '长治',
  '白银',
  '鞍山',
  '和田',
  '那曲',
  '三明',
  '百色',
  '来宾',
  '云浮',
  '文山',
  '阳江',
  '河源',
  '东营',
  '日照',
  '泰安',
  '德州',
  '济源',
  '天门',
  '新余',
]);

function* names(): Generator<readonly [string, Place]> {
  for (const city of cities()) {
    const words = new Set([city.zh, city.en, ...city.aliases].map(normaliseWord));
    for (const word of words) {
      if (EVERYDAY.has(word)) yield [`${word}市`, { kind: 'city', cityId: city.id }];
      else yield [word, { kind: 'city', cityId: city.id }];
      if (city.country === 'CN' && word === city.zh && !EVERYDAY.has(word))
        yield [`${word}市`, { kind: 'city', cityId: city.id }];
    }
  }
  for (const { name, cityId, ambiguous } of districts())
    yield [normaliseWord(name), { kind: 'district', cityId, ambiguous }];
  for (const province of provinces()) {
    for (const word of [`${province.zh}省`, province.zh, normaliseWord(province.en)])
      yield [word, { kind: 'province', id: province.id }];
  }
  for (const word of ['远程', '居家办公', '远程办公', 'remote', 'work from home', '异地远程'])
    yield [word, { kind: 'remote' }];
}

let matcher: ReturnType<typeof createMatcher<Place>> | undefined;

export type PlaceReading = {
  readonly cities: readonly Read<string>[];
  readonly provinces: readonly Read<string>[];
  readonly remote: Read<true> | null;
};

/** Every place in running text: cities (also by district, county-level city, pinyin, English name), provinces, and remote work. */
export function findPlaces(text: string): PlaceReading {
  matcher ??= createMatcher(names());
  const folded = foldKeepingOffsets(text);
  const found = matcher(folded).map((match) => ({
    values: match.values,
    span: { start: match.start, end: match.end, text: text.slice(match.start, match.end) },
  }));
  const named = found.flatMap(({ values, span }) => {
    const city = values.find((place) => place.kind === 'city');
    return city ? [{ value: city.cityId, span }] : [];
  });
  const byDistrict = found.flatMap(({ values, span }) => {
    if (values.some((place) => place.kind === 'city')) return [];
    const district = values.find((place) => place.kind === 'district' && !place.ambiguous);
    return district?.kind === 'district' ? [{ value: district.cityId, span }] : [];
  });
  const seen = new Set<string>();
  const once = (read: Read<string>) => !seen.has(read.value) && seen.add(read.value);
  const remote = found.find(({ values }) => values.some((place) => place.kind === 'remote'));
  const onlyProvince = found.flatMap(({ values, span }) => {
    const province = values.find((place) => place.kind === 'province');
    return province?.kind === 'province' && !values.some((place) => place.kind === 'city')
      ? [{ value: province.id, span }]
      : [];
  });
  return {
    cities: [...named, ...byDistrict].filter(once),
    provinces: onlyProvince,
    remote: remote ? { value: true, span: remote.span } : null,
  };
}

/** The city that a cell names ("北京-海淀区", "Shenzhen, Guangdong", "昆山"); null where it names a province alone, or none. */
export function readCity(text: string): string | null {
  const alone = normaliseWord(text).replace(/市$/u, '');
  const everyday = cities().find((city) => EVERYDAY.has(city.zh) && city.zh === alone.split(/[-·—\s]/u)[0]);
  if (everyday) return everyday.id;
  return findPlaces(text).cities[0]?.value ?? null;
}

/** The province of a city; null abroad. */
export function provinceOf(cityId: string): string | null {
  return findCity(cityId)?.province ?? null;
}
