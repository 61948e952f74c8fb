import { failure, ok, type Result } from '../../platform/index.ts';
import { isCompanyDomain, isPublicMail } from './public-mail-providers.ts';

/** Mailboxes that several people read. */
const SHARED = new Set(
  'admin administrator info contact hr job jobs recruit recruiting zhaopin sales support service help office team all noreply no-reply postmaster webmaster abuse marketing press'.split(
    ' ',
  ),
);

export type WorkAddress = {
  /** As it is written to. */
  readonly address: string;
  /** Without what follows a `+`: one mailbox, one text. */
  readonly mailbox: string;
  /** The company's domain that the address belongs to. */
  readonly domain: string;
};

/** The company's domains that can serve as evidence. */
export function usableDomains(domains: readonly string[]): string[] {
  return domains.map((domain) => domain.trim().toLowerCase()).filter(isCompanyDomain);
}

/**
 * Reads an address as one of a person at the company: at one of its domains or below one, never at a public mail
 * provider's, never a mailbox that several people read.
 */
export function readWorkAddress(address: string, companyDomains: readonly string[]): Result<WorkAddress> {
  const written = address.trim().toLowerCase();
  const at = written.lastIndexOf('@');
  const [local, host] = [written.slice(0, at), written.slice(at + 1)];
  const usable = usableDomains(companyDomains);
  if (isPublicMail(host)) {
    return failure('invalid', 'public-mail', {
      zh: `${host} 是公共邮箱，不能证明任职；请用公司邮箱`,
      en: `${host} is open to everybody and proves no employment; use an address at the company`,
    });
  }
  const domain = usable.find((own) => host === own || host.endsWith(`.${own}`));
  if (!domain) {
    return failure('invalid', 'other-domain', {
      zh: `这不是该公司的邮箱；该公司的邮箱以 ${usable.map((own) => `@${own}`).join('、')} 结尾`,
      en: `This is not an address at the company; its addresses end in ${usable.map((own) => `@${own}`).join(', ')}`,
    });
  }
  const name = local.replace(/\+.*$/, '');
  if (SHARED.has(name)) {
    return failure('invalid', 'shared-mailbox', {
      zh: `${name}@ 通常是多人共用的邮箱；请用您本人的工作邮箱`,
      en: `${name}@ is usually read by several people; use a mailbox of your own`,
    });
  }
  return ok({ address: written, mailbox: `${name}@${host}`, domain });
}
