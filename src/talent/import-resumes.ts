import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { v5 } from 'uuid';
import { addMember } from '../identity/index.ts';
import { readResumeFile } from '../language/index.ts';
import type { Context, Text } from '../platform/index.ts';
import { profileFromResume } from './import-resume.ts';
import { educationInput, type Preferences, type ProfileInput, positionInput, profileInput } from './model.ts';
import { loadPeople } from './people-store.ts';
import { saveProfile } from './save-profile.ts';
import { readPreferences, writePreferences } from './store.ts';

/** Names a resume's bytes among name-based UUIDs (RFC 9562 §5.5): the same file is the same person. */
const RESUMES = '6f0c7d1e-53a4-5d0b-9a57-1d8f0f6f2c3b';

export type ResumeImportOptions = {
  readonly dryRun?: boolean | undefined;
  /** Who may find these people; nobody, unless whoever imports says that they have agreed. */
  readonly findableBy?: Preferences['findableBy'] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
};

export type ImportedResume = {
  readonly file: string;
  readonly memberId: string | null;
  readonly name: string | null;
  readonly positions: number;
  readonly education: number;
  readonly skills: number;
  /** Positions and schools that the resume names too vaguely to keep: without a company, title or first month. */
  readonly leftOut: number;
  readonly outcome: 'added' | 'known' | 'unreadable';
  readonly reason: Text | null;
};

/** The parts of a reading that a profile can hold; nobody is there to correct the others. */
function keepWhatIsWhole(profile: ProfileInput): { readonly profile: ProfileInput; readonly leftOut: number } {
  const positions = profile.positions.filter((position) => positionInput.safeParse(position).success);
  const education = profile.education.filter((entry) => educationInput.safeParse(entry).success);
  const cut = (text: string, most: number) => text.trim().slice(0, most);
  return {
    profile: profileInput.parse({
      ...profile,
      name: cut(profile.name, 200),
      headline: cut(profile.headline, 200),
      summary: cut(profile.summary, 8_000),
      positions: positions.slice(0, 60),
      education: education.slice(0, 20),
      skills: profile.skills.filter((skill) => skill.name.trim() !== '' && skill.name.length <= 200).slice(0, 120),
    }),
    leftOut: profile.positions.length - positions.length + profile.education.length - education.length,
  };
}

const NO_NAME: Text = { zh: '没有读到姓名', en: 'no name was found' };

function unreadable(file: string, reason: Text): ImportedResume {
  return {
    file,
    memberId: null,
    name: null,
    positions: 0,
    education: 0,
    skills: 0,
    leftOut: 0,
    outcome: 'unreadable',
    reason,
  };
}

async function setFindable(context: Context, memberId: string, findableBy: Preferences['findableBy']): Promise<void> {
  const row = await readPreferences(context.db, memberId);
  if (!row) return;
  await writePreferences(context, memberId, {
    findableBy,
    openness: row.openness,
    contactBy: row.contact_by,
    desiredRoleIds: row.desired_role_ids,
    desiredCityIds: row.desired_city_ids,
    desiredPayMin: row.desired_pay_min,
    remote: row.remote,
    hiddenFromCompanyIds: row.hidden_from_company_ids,
    personalised: row.personalised,
    counted: row.counted,
    sharePay: row.share_pay,
  });
}

async function importOne(context: Context, file: string, options: ResumeImportOptions): Promise<ImportedResume> {
  const bytes = await readFile(file);
  const read = await readResumeFile(bytes, basename(file));
  if (!read.ok) return unreadable(file, read.failure.message);
  if (!read.value.name) return unreadable(file, NO_NAME);
  const { profile, leftOut } = keepWhatIsWhole(profileFromResume(read.value, read.value.name.value));
  const memberId = v5(bytes, RESUMES);
  const before = (await loadPeople(context.db, [memberId])).get(memberId);
  const known = before !== undefined;
  // Somebody whose profile is empty was left so by an import that was cut off between its two writes.
  const hasProfile = known && before.positions.length + before.education.length + before.skills.length > 0;
  if (!hasProfile && !options.dryRun) {
    const at = context.clock.now();
    const locale = read.value.language === 'en' ? 'en' : 'zh';
    await addMember(context.db, { id: memberId, name: profile.name, locale, origin: 'import', at });
    await saveProfile(context, memberId, profile);
    if (options.findableBy && !known) await setFindable(context, memberId, options.findableBy);
  }
  const { name, positions, education, skills } = profile;
  return {
    file,
    memberId,
    name,
    positions: positions.length,
    education: education.length,
    skills: skills.length,
    leftOut,
    outcome: known ? 'known' : 'added',
    reason: null,
  };
}

/**
 * Makes a profile of each resume (PDF, DOCX, text, JSON Resume). The same file twice is one person; a file that
 * cannot be read is reported and the rest goes on. The people have no account until they claim their profile.
 */
export async function* importResumes(
  context: Context,
  files: readonly string[],
  options: ResumeImportOptions = {},
): AsyncGenerator<ImportedResume> {
  for (const [index, file] of files.entries()) {
    if (options.signal?.aborted) return;
    yield await importOne(context, file, options);
    options.onProgress?.(index + 1, files.length);
  }
}
