import type { z } from 'zod';
import { findCity, findSchool, linkSchool, normaliseCompanyName, readCity } from '../language/index.ts';
import { type Context, fail } from '../platform/index.ts';
import { companiesByName } from '../talent/index.ts';
import { addCircle, type NewCircleRow } from './circle-store.ts';
import type { newCircle } from './model.ts';

type Input = z.output<typeof newCircle>;
type Owner = Pick<NewCircleRow, 'slug' | 'company_id' | 'school_id' | 'city_id'>;

const NOBODY = { company_id: null, school_id: null, city_id: null };

/** A name as part of an address: `New-energy vehicles` as `new-energy-vehicles`; empty where it has no Latin letter. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}

function unknown(zh: string, en: string) {
  return fail('invalid', 'unknown-owner', { zh, en }, [{ path: 'body.of', message: { zh, en } }]);
}

/** Whose circle it is, and with that its address: each company, school and city has one circle at most. */
async function ownerOf(context: Context, { kind, of, nameEn }: Input): Promise<Owner> {
  if (kind === 'company') {
    const name = normaliseCompanyName(of);
    const id = (await companiesByName(context.db, [name])).get(name);
    if (!id) throw unknown('网络里没有这家公司，请填写全称', 'The network knows no such company; give its full name');
    return { ...NOBODY, slug: `company-${id}`, company_id: id };
  }
  if (kind === 'school') {
    const id = linkSchool(of);
    if (!id || !findSchool(id)) throw unknown('词库里没有这所学校', 'The lexicon knows no such school');
    return { ...NOBODY, slug: `school-${id}`, school_id: id };
  }
  if (kind === 'city') {
    const id = readCity(of);
    if (!id || !findCity(id)) throw unknown('词库里没有这座城市', 'The lexicon knows no such city');
    return { ...NOBODY, slug: `city-${id}`, city_id: id };
  }
  const slug = slugOf(nameEn);
  if (slug === '' || /^(?:company|school|city)-/.test(slug)) {
    throw fail('invalid', 'no-address', {
      zh: '英文名要含拉丁字母，它会成为圈子的网址',
      en: 'The English name becomes the address of the circle: give it Latin letters',
    });
  }
  return { ...NOBODY, slug };
}

/** Makes a circle. Returns its slug; a second circle at the same address is refused. */
export async function makeCircle(context: Context, input: Input): Promise<string> {
  const owner = await ownerOf(context, input);
  const made = await addCircle(context, {
    ...owner,
    kind: input.kind,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    about_zh: input.aboutZh,
    about_en: input.aboutEn,
  });
  if (!made) throw fail('conflict', 'circle-exists', { zh: '已经有这个圈子了', en: 'There is such a circle already' });
  return owner.slug;
}
