import { findRole } from '../../language/index.ts';
import { currentPositions, monthOf } from '../../talent/index.ts';
import { monthNumber, monthOfDate } from '../talent-index/profile.ts';
import type { Growth, RoleFacts, UsualStay } from './facts.ts';
import type { WhyNow } from './model.ts';
import { dayOf } from './open-posting.ts';

/** Somebody who came in the last half year knows what joining is like. */
const JOINED_MONTHS = 6;
const NEW_DAYS = 7;
/** A company grew in a field of work when it offered half as many again, and three at least. */
const GREW = 1.5;
const GREW_LEAST = 3;
/** Stays of fewer people than this are not told. */
const LEAST_STAYS = 5;

function joined({ known, row, now }: RoleFacts): WhyNow | null {
  const month = monthOfDate(now);
  const [latest] = [...known].sort((a, b) => (a.since < b.since ? 1 : -1));
  if (!latest || month - monthNumber(latest.since) > JOINED_MONTHS) return null;
  const since = monthOf(latest.since);
  return {
    kind: 'joined',
    text: {
      zh: `您的好友于 ${since} 加入${row.company_name}`,
      en: `A connection of yours joined ${row.company_name} in ${since}`,
    },
    rows: [{ kind: 'connection', id: latest.memberId }],
  };
}

function grew({ row, posting }: RoleFacts, growth: Growth | null): WhyNow | null {
  if (!growth || growth.now < GREW_LEAST || growth.now < GREW * growth.before) return null;
  return {
    kind: 'grew',
    text: {
      zh: `${row.company_name}近 90 天发布了 ${growth.now} 个同类职位，此前 90 天为 ${growth.before} 个`,
      en: `${row.company_name} posted ${growth.now} such roles in the last 90 days, against ${growth.before} in the 90 before`,
    },
    rows: [{ kind: 'company', id: posting.companyId }],
  };
}

function isNew({ posting, now }: RoleFacts): WhyNow | null {
  const days = dayOf(now) - posting.day;
  if (days > NEW_DAYS || days < 0) return null;
  return {
    kind: 'new',
    text:
      days === 0
        ? { zh: '今天刚发布', en: 'Posted today' }
        : { zh: `${days} 天前刚发布`, en: days === 1 ? 'Posted yesterday' : `Posted ${days} days ago` },
    rows: [{ kind: 'posting', id: posting.id }],
  };
}

function wish({ posting, reading, person }: RoleFacts): WhyNow | null {
  const { reader } = reading;
  const role = posting.roleId === null ? undefined : findRole(posting.roleId);
  if (!role || !reader.desiredRoleIds.includes(role.id)) return null;
  return {
    kind: 'wish',
    text: { zh: `您的意向岗位中有${role.zh}`, en: `You said that you would take such a role: ${role.en}` },
    rows: [{ kind: 'preference', id: person.member.id }],
  };
}

function stay({ person, now }: RoleFacts, usual: UsualStay | null): WhyNow | null {
  const [position] = currentPositions(person.positions, now);
  if (!position || !usual || usual.stays < LEAST_STAYS) return null;
  const months = monthOfDate(now) - monthNumber(position.start_month) + 1;
  if (months < usual.months) return null;
  return {
    kind: 'stay',
    text: {
      zh: `您在现职已 ${months} 个月；同类角色的人半数在 ${usual.months} 个月内离开（${usual.stays} 段经历）`,
      en: `You have been in your position for ${months} months; half of those in such a role left within ${usual.months} (${usual.stays} stays)`,
    },
    rows: [{ kind: 'position', id: position.id }],
  };
}

/**
 * One line on why a posting is worth hearing of now, from rows: somebody they know came there, the company takes on
 * more of the kind, it is new, they asked for it, or they have been where they are for as long as others stay.
 */
export function whyNowFor(facts: RoleFacts, growth: Growth | null, usual: UsualStay | null): WhyNow | null {
  return joined(facts) ?? grew(facts, growth) ?? isNew(facts) ?? wish(facts) ?? stay(facts, usual);
}
