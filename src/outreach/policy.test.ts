import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../platform/index.ts';
import { mayBeFoundBy, type Viewing } from '../talent/index.ts';
import {
  type Answering,
  canIntroduce,
  type Introducing,
  isStillReachable,
  MESSAGES_BEFORE_ANSWER,
  mayAnswer,
  mayAskForIntroduction,
  mayMakeIntroduction,
  mayWriteAbout,
  mayWriteTo,
  type Reaching,
} from './policy.ts';

const said = (result: Result<null>) => (result.ok ? 'yes' : result.failure.code);

const stranger: Viewing = {
  viewerId: 'recruiter',
  ownerId: 'person',
  connected: false,
  blocked: false,
  viewerRecruitsFor: ['ours'],
  ownerWorksFor: ['theirs'],
  ownerHiddenFrom: [],
  ownerFindableBy: 'recruiters',
};
const reaching: Reaching = { viewing: stranger, postingState: 'open', contactBy: 'anyone', applied: false };
const seen = (change: Partial<Viewing>, rest: Partial<Reaching> = {}): Reaching => ({
  ...reaching,
  ...rest,
  viewing: { ...stranger, ...change },
});

describe('writing to a person about a posting', () => {
  test.each<[string, Reaching, string]>([
    ['anybody who may be found and takes messages', reaching, 'yes'],
    ['about a posting that is not published yet', { ...reaching, postingState: 'draft' }, 'yes'],
    ['about a closed posting', { ...reaching, postingState: 'closed' }, 'posting-closed'],
    ['somebody who is reached by introduction', { ...reaching, contactBy: 'introduction' }, 'introduction-needed'],
    [
      'a connection who is reached by introduction',
      seen({ connected: true }, { contactBy: 'introduction' }),
      'introduction-needed',
    ],
    ['somebody who takes no messages', { ...reaching, contactBy: 'nobody' }, 'takes-no-messages'],
    ['somebody who may not be found', seen({ ownerFindableBy: 'nobody' }), 'not-reachable'],
    ['somebody findable by connections, who is none', seen({ ownerFindableBy: 'connections' }), 'not-reachable'],
    ['somebody findable by connections, who is one', seen({ ownerFindableBy: 'connections', connected: true }), 'yes'],
    ["the recruiter's own colleague", seen({ ownerWorksFor: ['ours'] }), 'not-reachable'],
    [
      "the recruiter's own colleague, also a connection",
      seen({ ownerWorksFor: ['ours'], connected: true }),
      'not-reachable',
    ],
    ['somebody who hides from the company', seen({ ownerHiddenFrom: ['ours'] }), 'not-reachable'],
    ['somebody behind a block', seen({ blocked: true }), 'no-such-member'],
    ['oneself', seen({ ownerId: 'recruiter' }), 'no-such-member'],
    ['an applicant who may not be found', seen({ ownerFindableBy: 'nobody' }, { applied: true }), 'yes'],
    ['an applicant who takes no messages', { ...reaching, contactBy: 'nobody', applied: true }, 'yes'],
    ['an applicant behind a block', seen({ blocked: true }, { applied: true }), 'no-such-member'],
  ])('%s', (_, facts, expected) => {
    expect(said(mayWriteAbout(facts))).toBe(expected);
  });

  test('whoever has not applied and is written to may be found, and by nobody of their own employer', () => {
    const companies = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 });
    const any: fc.Arbitrary<Reaching> = fc.record({
      viewing: fc.record({
        viewerId: fc.constantFrom('me', 'you'),
        ownerId: fc.constant('you'),
        connected: fc.boolean(),
        blocked: fc.boolean(),
        viewerRecruitsFor: companies,
        ownerWorksFor: companies,
        ownerHiddenFrom: companies,
        ownerFindableBy: fc.constantFrom('nobody', 'connections', 'recruiters'),
      }),
      postingState: fc.constantFrom('draft', 'open', 'closed'),
      contactBy: fc.constantFrom('anyone', 'introduction', 'nobody'),
      applied: fc.constant(false),
    });
    fc.assert(
      fc.property(any, (facts) => {
        const may = facts.contactBy === 'anyone' && facts.postingState !== 'closed' && mayBeFoundBy(facts.viewing);
        expect(mayWriteAbout(facts).ok).toBe(may);
        if (isStillReachable(facts)) expect(mayBeFoundBy(facts.viewing)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each([
  [{ connected: true, blocked: false, self: false }, 'yes'],
  [{ connected: false, blocked: false, self: false }, 'not-connected'],
  [{ connected: true, blocked: true, self: false }, 'no-such-member'],
  [{ connected: false, blocked: false, self: true }, 'no-such-member'],
])('writing without a posting: %o', (between, expected) => {
  expect(said(mayWriteTo(between))).toBe(expected);
});

const recruiter: Answering = {
  gone: false,
  side: 'recruiter',
  connected: false,
  hasSeat: true,
  declined: false,
  answered: false,
  unanswered: 1,
  reachable: true,
};

describe('writing in a conversation', () => {
  test.each<[string, Answering, string]>([
    ['the recruiter, a reminder', recruiter, 'yes'],
    ['the recruiter, a third message', { ...recruiter, unanswered: MESSAGES_BEFORE_ANSWER }, 'wait-for-answer'],
    ['the recruiter, after an answer', { ...recruiter, answered: true, unanswered: 0 }, 'yes'],
    ['the recruiter, two after an answer', { ...recruiter, answered: true, unanswered: 2 }, 'wait-for-answer'],
    ['the recruiter, after a no', { ...recruiter, answered: true, declined: true, unanswered: 0 }, 'not-interested'],
    ['a recruiter who has left the company', { ...recruiter, answered: true, hasSeat: false }, 'no-seat'],
    ['the recruiter, to somebody who has since hidden', { ...recruiter, reachable: false }, 'takes-no-messages'],
    ['the recruiter, to somebody who hid after answering', { ...recruiter, answered: true, reachable: false }, 'yes'],
    ['the person', { ...recruiter, side: 'person', hasSeat: false, unanswered: 2 }, 'yes'],
    ['the person, after their no', { ...recruiter, side: 'person', declined: true }, 'yes'],
    ['a connection', { ...recruiter, side: 'connection', connected: true, unanswered: 9 }, 'yes'],
    ['a former connection', { ...recruiter, side: 'connection' }, 'not-connected'],
  ])('%s', (_, facts, expected) => {
    expect(said(mayAnswer(facts))).toBe(expected);
  });
});

const introducing: Introducing = {
  reaching: { ...reaching, contactBy: 'introduction' },
  knowsRecruiter: true,
  knowsCandidate: true,
  introducerViewing: { ...stranger, viewerId: 'introducer', connected: true, viewerRecruitsFor: [] },
  inConversation: false,
};
const introducer = (change: Partial<Viewing>): Introducing => ({
  ...introducing,
  introducerViewing: { ...introducing.introducerViewing, ...change },
});

describe('asking for an introduction', () => {
  test.each<[string, Introducing, string]>([
    ['a connection of both', introducing, 'yes'],
    ['to somebody who takes messages from anyone', { ...introducing, reaching }, 'yes'],
    [
      'to somebody who takes no messages',
      { ...introducing, reaching: { ...reaching, contactBy: 'nobody' } },
      'takes-no-messages',
    ],
    [
      'to somebody who may not be found',
      { ...introducing, reaching: seen({ ownerFindableBy: 'nobody' }) },
      'not-reachable',
    ],
    [
      "to the recruiter's own colleague",
      { ...introducing, reaching: seen({ ownerWorksFor: ['ours'] }) },
      'not-reachable',
    ],
    ['to somebody one is talking with', { ...introducing, inConversation: true }, 'in-conversation'],
    ['somebody who does not know the recruiter', { ...introducing, knowsRecruiter: false }, 'cannot-introduce'],
    ['somebody who does not know the candidate', { ...introducing, knowsCandidate: false }, 'cannot-introduce'],
    ["a recruiter of the candidate's employer", introducer({ viewerRecruitsFor: ['theirs'] }), 'cannot-introduce'],
    [
      'a recruiter of a company that the candidate hides from',
      introducer({ viewerRecruitsFor: ['x'], ownerHiddenFrom: ['x'] }),
      'cannot-introduce',
    ],
    ['a recruiter of any other company', introducer({ viewerRecruitsFor: ['x'] }), 'yes'],
  ])('%s', (_, facts, expected) => {
    expect(said(mayAskForIntroduction(facts))).toBe(expected);
    expect(said(mayMakeIntroduction(facts))).toBe(expected === 'yes' ? 'yes' : 'introduction-lapsed');
    if (expected === 'yes') expect(canIntroduce(facts)).toBe(true);
  });
});
