/** What becomes of the rows that name a person, when they erase their account. */
export type Fate =
  /** The row goes. */
  | 'deleted'
  /** The row is somebody else's too: it stays, and names an id that nobody has. */
  | 'unlinked'
  /** The row is a company's or the network's: it stays without naming anybody. */
  | 'emptied'
  /** The id stays as it is, and leads to nothing any more. */
  | 'kept';

/** What a person recognises as one thing, made of several tables. */
export const ERASED_PARTS = [
  'account',
  'profile',
  'trust',
  'network',
  'hiring',
  'file',
  'words',
  'letters',
  'votes',
  'company',
  'insights',
  'log',
] as const;
export type ErasedPart = (typeof ERASED_PARTS)[number];

export type ErasureRule = {
  readonly table: string;
  readonly column: string;
  readonly fate: Fate;
  readonly part: ErasedPart;
};

const rules = (part: ErasedPart, fates: Partial<Record<Fate, readonly string[]>>): ErasureRule[] =>
  (['deleted', 'unlinked', 'emptied', 'kept'] as const).flatMap((fate) =>
    (fates[fate] ?? []).map((name) => {
      const [table = '', column = ''] = name.split('.');
      return { table, column, fate, part };
    }),
  );

/**
 * Every column that names a person, with what erasure does to it (PIPL art. 47, GDPR art. 17). A test holds this list
 * against the database: a new column that names a person needs its line here.
 *
 * What others rely on stays without the person: a thread keeps its places, a letter stays with whoever received it, and
 * a candidate's file goes on saying which company looked, since that is the candidate's to know.
 */
export const ERASURE: readonly ErasureRule[] = [
  ...rules('words', { unlinked: ['post.author_id', 'comment.author_id', 'content_report.reporter_id'] }),
  ...rules('letters', {
    deleted: ['inbox.member_id'],
    unlinked: ['message.author_id', 'conversation.opened_by', 'conversation.member_id', 'inbox.with_id'],
  }),
  ...rules('votes', { unlinked: ['vote.member_id'] }),
  ...rules('hiring', {
    deleted: [
      'application.member_id',
      'pipeline_entry.member_id',
      'introduction.member_id',
      'introduction.recruiter_id',
      'introduction.candidate_id',
      'role_dismissal.member_id',
      'shown_match.member_id',
      'pool_member.member_id',
    ],
  }),
  ...rules('trust', {
    deleted: [
      'verification.member_id',
      'work_email_code.member_id',
      'colleague_confirmation.member_id',
      'background_check.member_id',
      'check_statement.member_id',
    ],
    // What two colleagues confirmed was true when they did; the verification says when.
    unlinked: ['colleague_confirmation.colleague_id'],
  }),
  ...rules('network', {
    deleted: [
      'connection.member_id',
      'connection.other_id',
      'connection_request.member_id',
      'connection_request.from_id',
      'block.member_id',
      'block.blocked_id',
      'circle_member.member_id',
      'endorsement.member_id',
      'endorsement.endorser_id',
    ],
  }),
  ...rules('file', { deleted: ['disclosure.member_id', 'dispute.member_id'] }),
  ...rules('company', {
    deleted: ['outreach_day.recruiter_id', 'ranked_list.account_id', 'pool_look.account_id'],
    unlinked: [
      'disclosure.viewer_id',
      'background_check.requested_by',
      'pipeline_entry.added_by',
      'shown_match.account_id',
      'talent_pool.made_by',
      'pool_member.added_by',
      'criteria_preset.made_by',
    ],
    emptied: ['posting.created_by', 'dataset.imported_by', 'field.created_by'],
  }),
  // What was published, or entered into a published mean, stays: others quote it.
  ...rules('insights', {
    deleted: ['report_follow.member_id'],
    unlinked: [
      'published_report.author_id',
      'report_schedule.created_by',
      'forecast.entered_by',
      'forecast_probability.account_id',
      'weights_choice.chosen_by',
    ],
  }),
  ...rules('log', {
    emptied: ['content_report.decided_by', 'role_grant.granted_by', 'recruiter_seat.granted_by'],
    kept: ['audit_entry.actor_id', 'outbox.key', 'published_report.mailed_through'],
  }),
  ...rules('profile', {
    deleted: [
      'position.member_id',
      'education.member_id',
      'member_skill.member_id',
      'resume_draft.member_id',
      'talent_entry.member_id',
      'valued_answer.member_id',
      'preference.member_id',
      'member.id',
    ],
  }),
  ...rules('account', {
    deleted: [
      'mail.member_id',
      'role_grant.account_id',
      'recruiter_seat.account_id',
      'auth_session.user_id',
      'auth_account.user_id',
      'auth_user.id',
    ],
  }),
];

/** Lists of people's ids, from which the person's is taken out. */
export const ERASED_FROM_LISTS: readonly { readonly table: string; readonly column: string }[] = [
  { table: 'ranked_list', column: 'member_ids' },
];
