import { hashPassword } from '../src/identity/index.ts';
import { WORLD_ENDS } from './careers.ts';
import type { Cell } from './copy-rows.ts';
import type { MadePerson, Persona } from './people.ts';
import { chance, madeId } from './random.ts';

/** One password for all demo accounts: they work on loopback alone. */
export const DEMO_PASSWORD = 'renmai-demo';

type DemoRole = 'member' | 'recruiter' | 'colleague' | 'recruiter-2' | 'analyst' | 'moderator' | 'operator';
export type DemoPerson = Persona & { readonly role: DemoRole; readonly email: string };

const person = (
  n: number,
  role: DemoRole,
  name: string,
  other: string,
  company: 0 | 1 | 2,
  roleId: string,
  aigc: boolean,
): DemoPerson => ({
  n,
  role,
  name,
  other,
  company,
  roleId,
  aigc,
  email: `${role.replace('-', '')}@demo.example`,
});

/** The first people of the world. The recruiters' companies are the first (internet) and the second (AI), both in Beijing. */
export const DEMO: readonly DemoPerson[] = [
  // The two latest positions wait for the tour to verify them.
  { ...person(0, 'member', '林晓溪', 'Xiaoxi Lin', 1, 'nlp-engineer', true), unverified: 2 },
  person(1, 'recruiter', '周明远', 'Mingyuan Zhou', 0, 'hr-specialist', false),
  person(2, 'colleague', '陈思航', 'Sihang Chen', 1, 'algorithm-engineer', true),
  person(3, 'recruiter-2', '何若凡', 'Ruofan He', 1, 'hr-specialist', false),
  person(4, 'analyst', '沈清悦', 'Qingyue Shen', 2, 'data-analyst', false),
  person(5, 'moderator', '唐景行', 'Jingxing Tang', 2, 'user-operations', false),
  person(6, 'operator', '许立群', 'Liqun Xu', 2, 'operations-specialist', false),
];

/** Connections that the demo needs: the recruiter reaches the member through the colleague. */
export const DEMO_CONNECTIONS: readonly (readonly [number, number])[] = [
  [1, 2],
  [0, 2],
  [0, 3],
  [0, 4],
  [1, 6],
];

const GRANTS: Readonly<Partial<Record<DemoRole, readonly string[]>>> = {
  analyst: ['analyst'],
  moderator: ['moderator'],
  operator: ['operator', 'moderator'],
};
const RECRUITS_FOR: Readonly<Partial<Record<DemoRole, number>>> = { recruiter: 0, 'recruiter-2': 1 };

/** Who signs in as what: what the start command, the README and the browser tests use. */
export function demoAccounts(firstPeople: readonly MadePerson[]): (DemoPerson & { readonly memberId: string })[] {
  return DEMO.flatMap((demo) => {
    const made = firstPeople[demo.n];
    return made ? [{ ...demo, memberId: made.id }] : [];
  });
}

export type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly Cell[][] };

/** The rows that let the demo's people sign in, with their roles and recruiters' seats. */
export async function demoTables(firstPeople: readonly MadePerson[], companyIds: readonly string[]): Promise<Table[]> {
  const random = chance(0, 'demo-accounts');
  const accounts = demoAccounts(firstPeople);
  const at = WORLD_ENDS;
  const hash = await hashPassword(DEMO_PASSWORD);
  return [
    {
      name: 'auth_user',
      columns: ['id', 'name', 'email', 'email_verified', 'locale', 'demo', 'created_at', 'updated_at'],
      rows: accounts.map((row) => [row.memberId, row.name, row.email, true, 'zh', true, at, at]),
    },
    {
      name: 'auth_account',
      columns: ['id', 'account_id', 'provider_id', 'user_id', 'password', 'created_at', 'updated_at'],
      rows: accounts.map((row) => [madeId(random, at), row.memberId, 'credential', row.memberId, hash, at, at]),
    },
    {
      name: 'role_grant',
      columns: ['account_id', 'role', 'granted_at'],
      rows: accounts.flatMap((row) => (GRANTS[row.role] ?? []).map((role) => [row.memberId, role, at])),
    },
    {
      name: 'recruiter_seat',
      columns: ['account_id', 'company_id', 'granted_at'],
      rows: accounts.flatMap((row) => {
        const companyId = companyIds[RECRUITS_FOR[row.role] ?? -1];
        return companyId ? [[row.memberId, companyId, at]] : [];
      }),
    },
  ];
}
