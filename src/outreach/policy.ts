import { failure, ok, type Result } from '../platform/index.ts';
import { isHiddenEmployer, mayBeFoundBy, type Viewing } from '../talent/index.ts';
import type { Side } from './model.ts';

/** New conversations of one recruiter a day: more than a day of careful reading yields, less than a mailing. */
export const CONVERSATIONS_A_DAY = 30;
/** Requests for introductions of one recruiter a day: each costs a connection's time and standing. */
export const INTRODUCTIONS_A_DAY = 10;
/** A recruiter's messages before the person answers: the first, and one reminder. A third is pressure. */
export const MESSAGES_BEFORE_ANSWER = 2;

/** What decides whether somebody may be written to about a posting. */
export type Reaching = {
  /** The recruiter as the viewer, the person as the owner. */
  readonly viewing: Viewing;
  readonly postingState: 'draft' | 'open' | 'closed';
  readonly contactBy: 'anyone' | 'introduction' | 'nobody';
  /** The person applied to this posting: they want to be answered. */
  readonly applied: boolean;
};

const noSuchMember = () =>
  failure('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });

const takesNoMail = () =>
  failure('forbidden', 'takes-no-messages', {
    zh: '对方不接受招聘者来信。可以先存入流程；职位发布后，对方仍能看到并主动投递',
    en: 'This person takes no messages from recruiters. Save them to the pipeline; once the posting is published they can still see it and apply',
  });

/** What holds for every way of reaching somebody about a posting; somebody behind a block does not exist. */
function mayReach({ viewing, postingState, applied }: Reaching): Result<null> {
  if (viewing.blocked || viewing.viewerId === viewing.ownerId) return noSuchMember();
  if (postingState === 'closed') {
    return failure('conflict', 'posting-closed', {
      zh: '这个职位已关闭，重新发布后才能联系候选人',
      en: 'This posting is closed; open it again to reach people about it',
    });
  }
  if (applied || mayBeFoundBy(viewing)) return ok(null);
  return failure('forbidden', 'not-reachable', {
    zh: '不能就职位联系这位成员。如果你们认识，可以先加为好友',
    en: 'You cannot reach this person about a posting. If you know each other, ask to connect first',
  });
}

/** Whether a recruiter may open a conversation about a posting of their company. */
export function mayWriteAbout(reaching: Reaching): Result<null> {
  const reach = mayReach(reaching);
  if (!reach.ok || reaching.applied || reaching.contactBy === 'anyone') return reach;
  if (reaching.contactBy === 'nobody') return takesNoMail();
  return failure('forbidden', 'introduction-needed', {
    zh: '对方只接受引荐。请共同好友引荐您',
    en: 'This person is reached through an introduction only. Ask a common connection for one',
  });
}

/** Whether two members may write to one another about no posting at all. */
export function mayWriteTo(between: {
  readonly connected: boolean;
  readonly blocked: boolean;
  readonly self: boolean;
}): Result<null> {
  if (between.blocked || between.self) return noSuchMember();
  if (between.connected) return ok(null);
  return failure('forbidden', 'not-connected', {
    zh: '成为好友后才能互发消息',
    en: 'You can write to each other once you are connected',
  });
}

/** What decides whether the reader may add to a conversation. */
export type Answering = {
  /** The other one has erased their account. */
  readonly gone: boolean;
  readonly side: Side;
  readonly connected: boolean;
  /** The recruiter still recruits for the posting's company. */
  readonly hasSeat: boolean;
  readonly declined: boolean;
  readonly answered: boolean;
  /** The recruiter's messages since the person last wrote. */
  readonly unanswered: number;
  /** The person may still be reached about the posting, and takes messages from recruiters. */
  readonly reachable: boolean;
};

/** Whether one may write in a conversation. The person always may, also after they declined: that opens it again. */
export function mayAnswer(answering: Answering): Result<null> {
  if (answering.gone) {
    return failure('conflict', 'member-gone', {
      zh: '对方已注销账号，不能再回复',
      en: 'The other member has deleted their account, so there is nobody to answer',
    });
  }
  if (answering.side === 'person') return ok(null);
  if (answering.side === 'connection') {
    return mayWriteTo({ connected: answering.connected, blocked: false, self: false });
  }
  if (!answering.hasSeat) {
    return failure('forbidden', 'no-seat', {
      zh: '您已不是这家公司的招聘者',
      en: 'You no longer recruit for this company',
    });
  }
  if (answering.declined) {
    return failure('forbidden', 'not-interested', {
      zh: '对方看过了，暂时不考虑这个机会。如果对方改变主意，会在这里回复您',
      en: 'They have read it and are not interested for now. If they change their mind, they will answer here',
    });
  }
  if (answering.unanswered >= MESSAGES_BEFORE_ANSWER) {
    return failure('too-many', 'wait-for-answer', {
      zh: `对方还没有回复：回复之前最多写 ${MESSAGES_BEFORE_ANSWER} 封`,
      en: `They have not answered yet: at most ${MESSAGES_BEFORE_ANSWER} messages before an answer`,
    });
  }
  return answering.answered || answering.reachable ? ok(null) : takesNoMail();
}

/** Whether a recruiter may write one more time to somebody who has not answered: what they chose since counts. */
export function isStillReachable(reaching: Reaching): boolean {
  return mayReach(reaching).ok && (reaching.applied || reaching.contactBy !== 'nobody');
}

/** What decides whether somebody may be asked to introduce. */
export type Introducing = {
  readonly reaching: Reaching;
  readonly knowsRecruiter: boolean;
  readonly knowsCandidate: boolean;
  /** The introducer as the viewer, the candidate as the owner. */
  readonly introducerViewing: Viewing;
  /** The recruiter and the candidate have a conversation about the posting already. */
  readonly inConversation: boolean;
};

/**
 * Whether the introducer can introduce: connected to both, and not a recruiter of the candidate's employer or of a
 * company that the candidate hides from, who would learn from the request that another company asks for them.
 */
export function canIntroduce({ knowsRecruiter, knowsCandidate, introducerViewing }: Introducing): boolean {
  return knowsRecruiter && knowsCandidate && !introducerViewing.blocked && !isHiddenEmployer(introducerViewing);
}

/** Whether a recruiter may ask for an introduction to somebody at all, whoever introduces. */
export function mayBeIntroducedTo(reaching: Reaching, inConversation: boolean): Result<null> {
  const reach = mayReach(reaching);
  if (!reach.ok) return reach;
  if (inConversation) {
    return failure('conflict', 'in-conversation', {
      zh: '你们已在就这个职位交谈，直接写信即可',
      en: 'You are in conversation about this posting already; write there',
    });
  }
  return reaching.contactBy === 'nobody' && !reaching.applied ? takesNoMail() : ok(null);
}

/** Whether a recruiter may ask this introducer. */
export function mayAskForIntroduction(introducing: Introducing): Result<null> {
  const may = mayBeIntroducedTo(introducing.reaching, introducing.inConversation);
  if (!may.ok || canIntroduce(introducing)) return may;
  return failure('forbidden', 'cannot-introduce', {
    zh: '这位成员不能为您引荐：引荐人须是你们的共同好友',
    en: 'This member cannot introduce you: an introducer is connected to both of you',
  });
}

/** Whether an introduction that was asked for may still be made; the introducer hears no reason, which would be the candidate's. */
export function mayMakeIntroduction(introducing: Introducing): Result<null> {
  if (mayAskForIntroduction(introducing).ok) return ok(null);
  return failure('conflict', 'introduction-lapsed', {
    zh: '这次引荐目前无法完成，您可以婉拒',
    en: 'This introduction cannot be made now; you can decline it',
  });
}
