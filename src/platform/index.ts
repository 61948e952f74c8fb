export { type Manifest, restoreBackup, verifyBackup, writeBackup } from './backup/index.ts';
export { type Clock, fixedClock, offsetClock, systemClock } from './clock.ts';
export { type Config, prepareDataFolder, readConfig, readSecrets, type Secrets } from './config.ts';
export type { Context, Log } from './context.ts';
export { migrate } from './database/migrate.ts';
export { type Database, openDatabase, openPool } from './database/open.ts';
export type { Schema } from './database/schema.ts';
export {
  type Failure,
  FailureError,
  type FailureKind,
  type FieldProblem,
  fail,
  failure,
  ok,
  type Result,
  unwrap,
} from './errors.ts';
export { type Follower, type Following, followOutbox } from './events/follow.ts';
export { createLiveHub, type LiveEvent, type LiveHub } from './events/live.ts';
export {
  currentPosition,
  type DomainEvent,
  emit,
  type OutboxPosition,
  readOutbox,
  type StoredEvent,
} from './events/outbox.ts';
export {
  type AccountActor,
  type Actor,
  type ActorRule,
  anyOf,
  anyone,
  type GrantedRole,
  granted,
  members,
  recruiters,
  requireAccount,
} from './http/actor.ts';
export { decodeCursor, encodeCursor, pageOf, pageQuery } from './http/cursor.ts';
export { type Page, type PageCall, type PageReply, registerPages } from './http/page.ts';
export { type Problem, problemOf } from './http/problem.ts';
export { defineFileRoute, defineRoute, type FileReply, type Route } from './http/route.ts';
export { newId } from './ids.ts';
export { countMail, listMail, MAIL_QUEUED, type MailWay, mailWay, type NewMail, queueMail } from './mail/queue.ts';
export { type Deliver, type MailSender, sendDueMail, smtpDelivery, startMailSender } from './mail/sender.ts';
export { type ContextOptions, openContext } from './open-context.ts';
export { openInstalledDatabase, type RunningDatabase } from './open-database.ts';
export { embeddedBinaries, isRoot, type PostgresBinaries } from './postgres/binaries.ts';
export { type Cluster, openCluster } from './postgres/cluster.ts';
export { claimServer, requireVersion, type ServerLock } from './postgres/server-lock.ts';
export { supervise } from './postgres/supervise.ts';
export { keepPublicAddress, knownAddress } from './public-address.ts';
export { readSetting, writeSetting } from './settings.ts';
export { inLocale, type Locale, negotiateLocale, type Text } from './text.ts';
