import { DEGREES, SENIORITIES } from '../../language/index.ts';
import type { Dictionary } from './dictionary.ts';
import type { MatchProfile } from './profile.ts';

/**
 * A profile as bytes: whole numbers of variable length (seven bits a byte, low first), words as numbers of the
 * dictionary plus one, nothing as 0. About 100 bytes a person, so that a million fit in a tenth of a gigabyte.
 */
const FINDABLE = ['nobody', 'connections', 'recruiters'] as const;
const OPENNESS = ['closed', 'listening', 'looking'] as const;
const CONTACT = ['anyone', 'introduction', 'nobody'] as const;
/** Positions are written against this month, so that the numbers are short: January 1950. */
const EPOCH = 1950 * 12;

type Writer = { bytes: number[] };

function write(to: Writer, value: number): void {
  let left = value;
  while (left > 127) {
    to.bytes.push((left & 127) | 128);
    left = Math.floor(left / 128);
  }
  to.bytes.push(left);
}

export function encodeProfile(profile: MatchProfile, dictionary: Dictionary): Uint8Array {
  const to: Writer = { bytes: [] };
  const word = (value: string | null) => write(to, value === null ? 0 : dictionary.number(value) + 1);
  const words = (values: readonly string[]) => {
    write(to, values.length);
    for (const value of values) word(value);
  };
  const month = (value: number | null) => write(to, value === null ? 0 : Math.max(1, value - EPOCH + 1));
  write(
    to,
    FINDABLE.indexOf(profile.findableBy) +
      3 * OPENNESS.indexOf(profile.openness) +
      9 * CONTACT.indexOf(profile.contactBy),
  );
  write(to, Number(profile.remote) + 2 * (profile.degree === null ? 0 : DEGREES.indexOf(profile.degree) + 1));
  word(profile.cityId);
  write(to, profile.desiredPayMin === null ? 0 : profile.desiredPayMin + 1);
  words(profile.desiredCityIds);
  words(profile.desiredRoleIds);
  words(profile.hiddenFrom);
  write(to, profile.positions.length);
  for (const position of profile.positions) {
    word(position.roleId);
    write(
      to,
      Number(position.verified) + 2 * (position.seniority === null ? 0 : SENIORITIES.indexOf(position.seniority) + 1),
    );
    word(position.companyId);
    word(position.industryId);
    month(position.start);
    month(position.end);
  }
  write(to, profile.skills.length);
  for (const skill of profile.skills) {
    word(skill.skill);
    write(to, Number(skill.listed) + 2 * (skill.level ?? 0) + 12 * skill.endorsements);
    write(to, skill.lastUsedYear ?? 0);
    write(to, skill.valued ?? 0);
  }
  return Uint8Array.from(to.bytes);
}

/** The profile whose bytes begin at `from`. */
export function decodeProfile(bytes: Uint8Array, from: number, dictionary: Dictionary, memberId: string): MatchProfile {
  let at = from;
  const read = (): number => {
    let byte = bytes[at++] ?? 0;
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      byte = bytes[at++] ?? 0;
      value += (byte & 127) * scale;
    }
    return value;
  };
  const word = (): string | null => {
    const number = read();
    return number === 0 ? null : dictionary.word(number - 1);
  };
  const list = <T>(one: () => T): T[] => {
    const items: T[] = [];
    for (let left = read(); left > 0; left--) items.push(one());
    return items;
  };
  const words = () => list(() => word() ?? '');
  const month = (): number | null => {
    const value = read();
    return value === 0 ? null : value + EPOCH - 1;
  };
  const chosen = read();
  const shape = read();
  const cityId = word();
  const pay = read();
  const [desiredCityIds, desiredRoleIds, hiddenFrom] = [words(), words(), words()];
  const positions = list(() => {
    const roleId = word();
    const marks = read();
    const [companyId, industryId, start, end] = [word(), word(), month(), month()];
    const seniority = SENIORITIES[(marks >>> 1) - 1] ?? null;
    return { roleId, seniority, companyId, industryId, start: start ?? EPOCH, end, verified: (marks & 1) === 1 };
  });
  const skills = list(() => {
    const skill = word() ?? '';
    const marks = read();
    const year = read();
    const valued = read();
    return {
      skill,
      level: (marks % 12) >>> 1 || null,
      lastUsedYear: year === 0 ? null : year,
      endorsements: Math.floor(marks / 12),
      listed: marks % 2 === 1,
      ...(valued > 0 && { valued }),
    };
  });
  return {
    memberId,
    cityId,
    degree: DEGREES[(shape >>> 1) - 1] ?? null,
    positions,
    skills,
    findableBy: FINDABLE[chosen % 3] ?? 'nobody',
    openness: OPENNESS[Math.floor(chosen / 3) % 3] ?? 'closed',
    contactBy: CONTACT[Math.floor(chosen / 9)] ?? 'nobody',
    hiddenFrom,
    desiredCityIds,
    desiredRoleIds,
    desiredPayMin: pay === 0 ? null : pay - 1,
    remote: (shape & 1) === 1,
  };
}
