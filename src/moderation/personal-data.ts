/** Where rows about a person are: the table, and the column that names the person. */
export type PersonalTable = {
  readonly table: string;
  readonly column: string;
  /** Columns that are not the person's to read: other people's secrets, and what only the program uses. */
  readonly without?: readonly string[];
};

/**
 * What a member gets with "download my data" (PIPL art. 45, GDPR art. 15 and 20): everything that they gave, that they
 * did, and that was shown of them.
 */
export const PERSONAL_TABLES: readonly PersonalTable[] = [
  { table: 'auth_user', column: 'id' },
  { table: 'auth_session', column: 'user_id', without: ['token'] },
  { table: 'role_grant', column: 'account_id' },
  { table: 'recruiter_seat', column: 'account_id' },
  { table: 'member', column: 'id' },
  { table: 'position', column: 'member_id' },
  { table: 'education', column: 'member_id' },
  { table: 'member_skill', column: 'member_id' },
  { table: 'endorsement', column: 'member_id' },
  { table: 'endorsement', column: 'endorser_id' },
  { table: 'preference', column: 'member_id' },
  { table: 'resume_draft', column: 'member_id' },
  { table: 'disclosure', column: 'member_id' },
  { table: 'dispute', column: 'member_id' },
  { table: 'role_dismissal', column: 'member_id' },
  { table: 'verification', column: 'member_id', without: ['address_fingerprint'] },
  { table: 'connection', column: 'member_id' },
  { table: 'connection_request', column: 'member_id' },
  { table: 'connection_request', column: 'from_id' },
  { table: 'block', column: 'member_id' },
  { table: 'circle_member', column: 'member_id' },
  { table: 'post', column: 'author_id' },
  { table: 'comment', column: 'author_id' },
  { table: 'vote', column: 'member_id' },
  { table: 'valued_answer', column: 'member_id' },
  { table: 'content_report', column: 'reporter_id' },
  { table: 'application', column: 'member_id' },
  { table: 'background_check', column: 'member_id' },
  { table: 'check_statement', column: 'member_id' },
  { table: 'conversation', column: 'member_id' },
  { table: 'message', column: 'author_id' },
  { table: 'inbox', column: 'member_id' },
  { table: 'introduction', column: 'member_id' },
  { table: 'introduction', column: 'recruiter_id' },
  { table: 'forecast', column: 'entered_by' },
  { table: 'forecast_probability', column: 'account_id' },
  { table: 'published_report', column: 'author_id', without: ['report', 'mailed_through'] },
  { table: 'report_schedule', column: 'created_by' },
  { table: 'report_follow', column: 'member_id' },
];

/** Columns that name a person in rows that are not in the download, each with the reason. */
export const NOT_PERSONAL: Readonly<Record<string, string>> = {
  'auth_account.user_id': 'holds the password',
  'work_email_code.member_id': 'a code that lasts minutes, hashed',
  'colleague_confirmation.member_id': 'names colleagues whose no is told to nobody',
  'colleague_confirmation.colleague_id': 'what the person vouched for is in the file of whoever asked',
  'pipeline_entry.member_id': "a company's working notes; what was shown of the person is in disclosure",
  'pipeline_entry.added_by': "a company's working notes",
  'outreach_day.recruiter_id': 'a count that is kept for a day',
  'mail.member_id': 'forgotten when it is sent',
  'introduction.candidate_id': 'a request that was declined is told to nobody; one that was made is in disclosure',
  'ranked_list.account_id': 'a list that is kept for its pages',
  'shown_match.member_id':
    'the same rows are in disclosure, where they are told; these are kept for half a year to learn from',
  'talent_entry.member_id': 'made from the profile, which is in the download',
  'shown_match.account_id': "a company's working notes",
  'pool_member.member_id': "a company's working list; that the person was put in it is in disclosure",
  'pool_member.added_by': "a company's working list",
  'pool_look.account_id': 'what was seen already, so that newcomers can be told; nobody can be read from it',
};
