/** Where anybody can have an address: such an address says nothing about an employer. */
const PUBLIC = `
qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com sina.com sina.cn vip.sina.com
sohu.com tom.com 21cn.com 139.com wo.cn 189.cn 263.net aliyun.com
gmail.com googlemail.com outlook.com hotmail.com live.com live.cn msn.com yahoo.com yahoo.com.cn yahoo.cn yahoo.co.jp
ymail.com rocketmail.com icloud.com me.com mac.com aol.com gmx.com gmx.net gmx.de web.de mail.com mail.ru yandex.com
yandex.ru proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com fastmail.com hey.com naver.com daum.net hanmail.net
mailinator.com guerrillamail.com sharklasers.com 10minutemail.com temp-mail.org tempmail.com yopmail.com trashmail.com
dispostable.com maildrop.cc getnada.com moakt.com linshiyouxiang.net
`;
const PUBLIC_DOMAINS: ReadonlySet<string> = new Set(PUBLIC.split(/\s+/).filter((domain) => domain !== ''));

/** Suffixes under which anybody registers names: as a company's domain such a record is a mistake. */
const SHARED_SUFFIXES: ReadonlySet<string> = new Set(
  'com.cn net.cn org.cn gov.cn edu.cn ac.cn com.hk org.hk edu.hk com.tw org.tw edu.tw co.jp ac.jp co.kr co.uk org.uk ac.uk com.sg com.au'.split(
    ' ',
  ),
);

const parentsOf = (domain: string): string[] => {
  const labels = domain.split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
};

/** Whether the domain, or one above it, belongs to a mail provider that is open to everybody. */
export function isPublicMail(domain: string): boolean {
  return parentsOf(domain).some((parent) => PUBLIC_DOMAINS.has(parent));
}

/** Whether a domain can be one company's own. */
export function isCompanyDomain(domain: string): boolean {
  return domain.includes('.') && !SHARED_SUFFIXES.has(domain) && !isPublicMail(domain);
}
