const LEGAL_FORMS =
  /(股份有限公司|有限责任公司|有限公司|集团公司|总公司|分公司|公司|集团|co\.?,?\s*ltd\.?|company limited|limited|ltd\.?|inc\.?|llc|corp\.?|corporation|gmbh|plc|s\.a\.)$/u;

/**
 * The name by which one company is one row: half-width, lower case, without brackets' contents that name a place,
 * spaces, punctuation and legal form. Names that are nothing but a legal form are kept.
 */
export function normaliseCompanyName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[((【[][^))】\]]{0,12}[))】\]]/gu, '')
    .trim();
  let short = plain;
  for (let stripped = ''; stripped !== short; ) {
    stripped = short;
    short = short.replace(LEGAL_FORMS, '').trim();
  }
  const letters = (short || plain).replaceAll(/[\s\p{P}\p{S}]+/gu, '');
  return letters || plain;
}
