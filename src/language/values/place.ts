import { cities, companies, districts, findCity, provinces } from '../lexicon.ts';
import type { Read } from '../model.ts';
import { foldKeepingOffsets, normaliseWord } from '../normalise.ts';
import { createMatcher } from '../word-matcher.ts';

type Place =
  | { readonly kind: 'city'; readonly cityId: string }
  | { readonly kind: 'district'; readonly cityId: string; readonly ambiguous: boolean }
  | { readonly kind: 'province'; readonly id: string }
  | { readonly kind: 'remote' }
  /** A name that holds a city's name and is another place. */
  | { readonly kind: 'region' };

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

/** Companies that have a city's name in theirs: 宁德时代 is nowhere said to be in 宁德. */
function namedAfterCities(): string[] {
  const chinese = cities().flatMap(({ zh, country }) => (country === 'CN' ? [zh] : []));
  return companies()
    .flatMap(({ zh, aliases }) => [zh, ...aliases])
    .filter((name) => chinese.some((city) => name.includes(city) && name.length > city.length))
    .map(normaliseWord);
}

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
  for (const word of ['greater bay area', '粤港澳大湾区', ...namedAfterCities()]) yield [word, { kind: 'region' }];
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

let everyday: ReadonlyMap<string, string> | undefined;

/** A city whose name is an everyday word, where it stands at the head of a cell. */
function everydayCity(folded: string): string | null {
  everyday ??= new Map(cities().flatMap((city) => (EVERYDAY.has(city.zh) ? [[city.zh, city.id]] : [])));
  const head = folded.replace(/市$/u, '').split(/[-·—\s]/u)[0] ?? '';
  return everyday.get(head) ?? null;
}

/** The city that a cell names ("北京-海淀区", "Shenzhen, Guangdong", "昆山"); null where it names a province alone, or none. */
export function readCity(text: string): string | null {
  return everydayCity(normaliseWord(text)) ?? findPlaces(text).cities[0]?.value ?? null;
}

/** The province of a city; null abroad. */
export function provinceOf(cityId: string): string | null {
  return findCity(cityId)?.province ?? null;
}

/** What a cell says of where the work is. `reason` is why no city is known; `district` is as written. */
export type PlaceCell = {
  readonly cityId: string | null;
  readonly provinceId: string | null;
  readonly district: string | null;
  readonly remote: boolean;
  readonly reason: 'missing' | 'elsewhere' | 'nationwide' | 'province-only' | 'remote' | 'not-understood' | null;
};

const ELSEWHERE = /异地|外地|海外|国外|境外|overseas|abroad/u;
const NATIONWIDE = /全国|nationwide|anywhere|多地|不限|multiple locations|^(?:中国|中国大陆|(?:mainland )?china|prc)$/u;
const DISTRICT = /[-·—\s/,](?<district>\p{Script=Han}{1,8}?(?:新区|开发区|[区县旗市]))/u;

/** The place that a cell names ("北京-海淀区", "Shenzhen, Guangdong", 远程), or why it names no city. */
export function readPlace(text: string): PlaceCell {
  const folded = foldKeepingOffsets(text).trim();
  const nothing = { cityId: null, provinceId: null, district: null, remote: false };
  if (folded === '') return { ...nothing, reason: 'missing' };
  const places = findPlaces(text);
  const remote = places.remote !== null;
  const cityId = everydayCity(folded) ?? places.cities[0]?.value ?? null;
  if (cityId) {
    const district = DISTRICT.exec(folded)?.groups?.district ?? null;
    return { cityId, provinceId: provinceOf(cityId), district, remote, reason: null };
  }
  const provinceId = places.provinces[0]?.value ?? null;
  if (provinceId) return { ...nothing, provinceId, remote, reason: 'province-only' };
  if (remote) return { ...nothing, remote, reason: 'remote' };
  if (ELSEWHERE.test(folded)) return { ...nothing, reason: 'elsewhere' };
  return { ...nothing, reason: NATIONWIDE.test(folded) ? 'nationwide' : 'not-understood' };
}

let addressNames: ReadonlyMap<string, string> | undefined;

/** Chinese cities by their names in Latin letters, without blanks; the shortest are words of other languages. */
function namesInAddresses(): ReadonlyMap<string, string> {
  addressNames ??= new Map(
    cities()
      .filter((city) => ['CN', 'HK', 'MO', 'TW'].includes(city.country))
      .flatMap((city) =>
        [city.en, ...city.aliases].map((name) => [name.toLowerCase().replaceAll(/[\s']/gu, ''), city.id]),
      )
      .filter((entry): entry is [string, string] => /^[a-z]{4,}$/u.test(entry[0] ?? '')),
  );
  return addressNames;
}

/**
 * The city whose pinyin or English name is a part of a page's address ("/hangzhou-xhq/123.html"), as job boards have
 * it: for a posting whose own words name no city. Null where none is.
 */
export function cityInAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  const parts = [...pathname.split('/'), ...hostname.split('.').slice(0, -2)].filter((part) => !/\.\w+$/u.test(part));
  for (const part of parts) {
    const city = namesInAddresses().get(part.toLowerCase().split(/[-_]/u)[0] ?? '');
    if (city) return city;
  }
  return null;
}
