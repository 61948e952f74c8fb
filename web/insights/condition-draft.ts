import type { Schemas } from '../api/client.ts';

export type Condition = Schemas['FieldCondition'];
export const TERM_KINDS = ['keyword', 'skill', 'role', 'industry'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

export type Term = { readonly id: number; readonly not: boolean; readonly kind: TermKind; readonly value: string };
export type Group = {
  readonly id: number;
  readonly not: boolean;
  readonly kind: 'all' | 'any';
  readonly items: readonly Draft[];
};
/** A condition while it is being written: each part can be turned round, and terms may still be empty. */
export type Draft = Term | Group;

export const isGroup = (draft: Draft): draft is Group => 'items' in draft;
export const isTerm = (draft: Draft): draft is Term => !isGroup(draft);

let drafts = 0;
const nextId = (): number => {
  drafts += 1;
  return drafts;
};

export const emptyTerm = (kind: TermKind = 'keyword'): Term => ({ id: nextId(), not: false, kind, value: '' });

export const emptyGroup = (kind: Group['kind']): Group => ({ id: nextId(), not: false, kind, items: [emptyTerm()] });

function toDraft(condition: Condition, not: boolean): Draft {
  if ('not' in condition) return toDraft(condition.not, !not);
  if ('all' in condition)
    return { id: nextId(), not, kind: 'all', items: condition.all.map((item) => toDraft(item, false)) };
  if ('any' in condition)
    return { id: nextId(), not, kind: 'any', items: condition.any.map((item) => toDraft(item, false)) };
  if ('skill' in condition) return { id: nextId(), not, kind: 'skill', value: condition.skill };
  if ('role' in condition) return { id: nextId(), not, kind: 'role', value: condition.role };
  if ('industry' in condition) return { id: nextId(), not, kind: 'industry', value: condition.industry };
  return { id: nextId(), not, kind: 'keyword', value: condition.keyword };
}

/** A condition as a group to edit: one that is a single term becomes a group of one. */
export function draftOf(condition: Condition): Group {
  const draft = toDraft(condition, false);
  return isGroup(draft) && !draft.not ? draft : { id: nextId(), not: false, kind: 'any', items: [draft] };
}

function termOf({ kind, value }: Term): Condition {
  if (kind === 'skill') return { skill: value };
  if (kind === 'role') return { role: value };
  return kind === 'industry' ? { industry: value } : { keyword: value };
}

/** The condition that a draft means, without what is still empty; null where nothing is left. */
export function conditionOf(draft: Draft): Condition | null {
  if (!isGroup(draft)) {
    if (draft.value.trim() === '') return null;
    const term = termOf({ ...draft, value: draft.value.trim() });
    return draft.not ? { not: term } : term;
  }
  const items = draft.items.map(conditionOf).filter((item) => item !== null);
  if (items.length === 0) return null;
  const group: Condition = draft.kind === 'all' ? { all: items } : { any: items };
  return draft.not ? { not: group } : group;
}

/** The draft with one part, wherever it stands, changed or (null) taken out. */
export function change(group: Group, id: number, to: (part: Draft) => Draft | null): Group {
  const items = group.items.flatMap((item): Draft[] => {
    if (item.id === id) {
      const changed = to(item);
      return changed ? [changed] : [];
    }
    return [isGroup(item) ? change(item, id, to) : item];
  });
  return { ...group, items };
}

/** `generative-ai` from "Generative AI": how a field's address is made of its English name. */
export function slugOf(name: string): string {
  return (
    name
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60)
      // The address of the page that makes fields.
      .replace(/^new$/, 'new-field')
  );
}
