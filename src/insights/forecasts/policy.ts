import type { Actor } from '../../platform/index.ts';

/** What decides who may do what with a forecast. */
export type Standing = {
  /** Null: it comes with the program. */
  readonly enteredBy: string | null;
  readonly resolvesOn: string;
  readonly outcome: string | null;
  readonly withdrawn: boolean;
};

const isOpen = (forecast: Standing) => forecast.outcome === null && !forecast.withdrawn;

/** Every member, until the day it resolves on: what is known by then is no forecast. */
export function mayGiveProbability(actor: Actor, forecast: Standing, today: string): boolean {
  return actor.kind === 'account' && isOpen(forecast) && today < forecast.resolvesOn;
}

/** The analyst who entered it, before its day: nobody takes back what turns out wrong. Nobody changes it. */
export function mayWithdraw(actor: Actor, forecast: Standing, today: string): boolean {
  return (
    actor.kind === 'account' &&
    actor.roles.has('analyst') &&
    forecast.enteredBy === actor.id &&
    isOpen(forecast) &&
    today < forecast.resolvesOn
  );
}

/** Any analyst, once the day has come: the data decides, so it does not matter who asks. */
export function mayResolve(actor: Actor, forecast: Standing, today: string): boolean {
  return actor.kind === 'account' && actor.roles.has('analyst') && isOpen(forecast) && today >= forecast.resolvesOn;
}
