import { z } from 'zod';
import { personCard } from '../graph/index.ts';

const text = z.object({ zh: z.string(), en: z.string() });

/** What somebody may write in one message. */
export const messageBody = z.string().trim().min(1).max(4_000);

/**
 * Why a person was found: what the recruiter was shown of them beside the posting, kept with the message as it was.
 * Parts and reasons are null or empty where the posting has no brief or the person applied by themself.
 */
export const whyFound = z
  .object({
    posting: z.object({ id: z.uuid(), title: z.string() }),
    company: z.object({ id: z.uuid(), name: z.string() }),
    /** Whether the person had applied to the posting. */
    applied: z.boolean(),
    /** 0 to 100. */
    score: z.number().nullable(),
    /** The score's parts, each 0 to 1, or null where the posting does not ask for it. */
    parts: z.record(z.string(), z.number().nullable()),
    reasons: z.array(z.object({ part: z.string(), text })),
    missing: z.array(text),
    /** Who asked to be introduced, and in which words; null where the recruiter wrote by themself. */
    introduction: z.object({ askedBy: z.object({ id: z.uuid(), name: z.string() }), ask: z.string() }).nullable(),
  })
  .meta({ id: 'WhyFound' });
export type WhyFound = z.output<typeof whyFound>;

export const messageView = z
  .object({
    id: z.uuid(),
    author: z.object({ id: z.uuid(), name: z.string() }),
    /** Whether the reader wrote it. */
    mine: z.boolean(),
    kind: z.enum(['text', 'outreach', 'introduction']),
    body: z.string(),
    why: whyFound.nullable(),
    sentAt: z.iso.datetime(),
  })
  .meta({ id: 'Message' });

/** The reader's side of a conversation: the person written to, the recruiter, or one of two connections. */
export const side = z.enum(['person', 'recruiter', 'connection']);
export type Side = z.output<typeof side>;

const aboutPosting = z.object({
  id: z.uuid(),
  title: z.string(),
  companyName: z.string(),
  cityId: z.string().nullable(),
  payMin: z.number().nullable(),
  payMax: z.number().nullable(),
  payCurrency: z.string(),
  state: z.enum(['draft', 'open', 'closed']),
});

export const conversationLine = z
  .object({
    id: z.uuid(),
    with: personCard,
    /** Whoever it was with has erased their account; their name is empty. */
    gone: z.boolean(),
    side,
    posting: aboutPosting.nullable(),
    unread: z.number(),
    declined: z.boolean(),
    last: z.object({ mine: z.boolean(), excerpt: z.string() }),
    lastMessageAt: z.iso.datetime(),
  })
  .meta({ id: 'ConversationLine' });

/** Whether something may be done now; where not, why, and what to do instead. */
export const permission = z.object({ allowed: z.boolean(), why: text.nullable() }).meta({ id: 'Permission' });
export type Permission = z.output<typeof permission>;

export const conversationView = z
  .object({
    id: z.uuid(),
    with: personCard,
    gone: z.boolean(),
    side,
    /** Whoever is written to about a posting may read it, also where it is not published. */
    posting: aboutPosting.extend({ description: z.string() }).nullable(),
    unread: z.number(),
    declined: z.boolean(),
    write: permission,
  })
  .meta({ id: 'Conversation' });

export const newConversation = z
  .object({ memberId: z.uuid(), postingId: z.uuid().nullable().default(null), body: messageBody })
  .meta({ id: 'NewConversation' });

export const introductionState = z.enum(['asked', 'made', 'declined', 'withdrawn']);
export type IntroductionState = z.output<typeof introductionState>;

export const introductionView = z
  .object({
    id: z.uuid(),
    /** Whether the reader was asked to introduce, or asks. */
    role: z.enum(['introducer', 'recruiter']),
    introducer: personCard,
    recruiter: personCard,
    candidate: personCard,
    posting: z.object({ id: z.uuid(), title: z.string(), companyName: z.string() }),
    ask: z.string(),
    /** The introducer's own words, once they made it. */
    wording: z.string().nullable(),
    state: introductionState,
    askedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    /** For the recruiter, once it is made. */
    conversationId: z.uuid().nullable(),
  })
  .meta({ id: 'Introduction' });

export const newIntroduction = z
  .object({
    introducerId: z.uuid(),
    candidateId: z.uuid(),
    postingId: z.uuid(),
    ask: z.string().trim().min(1).max(1_000),
  })
  .meta({ id: 'NewIntroduction' });

/** How the reader may reach a person, about a posting or about none. */
export const touchpointsView = z
  .object({
    conversationId: z.uuid().nullable(),
    write: permission,
    introduction: permission.extend({
      introducers: z.array(personCard),
      introducerCount: z.number(),
      /** What was asked already, the newest first. */
      asked: z.array(z.object({ id: z.uuid(), introducerId: z.uuid(), state: introductionState })),
    }),
  })
  .meta({ id: 'Touchpoints' });

/** What a recruiter did to reach one person of a posting. */
export const reachedView = z
  .object({
    memberId: z.uuid(),
    conversationId: z.uuid().nullable(),
    introduction: introductionState.nullable(),
  })
  .meta({ id: 'Reached' });
