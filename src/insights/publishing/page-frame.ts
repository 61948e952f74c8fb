import { escapeMarkup, type Locale } from '../charts/index.ts';
import { REPORT_CSS } from '../export/html-style.ts';
import { addresses } from './addresses.ts';
import { pageWords } from './words.ts';

/** No script at all, no other site; styles stand in the page, since drawings carry theirs. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const PAGE_CSS = `
main{min-height:calc(100vh - 60px)}
.editors p:last-child{margin:0}
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--sheet);padding:6px 10px}
.bar{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:baseline;max-width:800px;margin:0 auto;padding:12px 40px;font-size:14px}
.bar a{color:inherit;text-decoration:none;padding:4px 0}.bar a:hover{color:var(--jade);text-decoration:underline}
.bar .home{font-weight:700;font-size:16px}.bar .right{margin-left:auto;display:flex;gap:16px}
.imprint{margin:0 0 20px;font-size:14px;color:var(--soft)}
.notice{margin:0 0 20px;padding:12px 16px;border-left:4px solid #a8381f;background:#f8e6e0;color:#6d2413;font-size:15px}
.notice p{margin:0}.notice p+p{margin-top:4px}.notice a{color:inherit}
.notice.plain{border-color:var(--jade);background:#e1efeb;color:#0b3f3a}
.editors{margin:20px 0;padding:12px 16px;background:var(--paper);font-size:15px}.editors h2{font-size:14px;margin:0 0 4px;color:var(--soft)}
.files{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;margin:16px 0 0;padding:0;list-style:none;font-size:14px}
.files li{padding:4px 0}.files .label{color:var(--soft)}
.below{margin:4px 0 0;font-size:13px}
.colophon{margin-top:64px;padding-top:20px;border-top:3px solid var(--ink)}
.colophon dl{display:grid;grid-template-columns:max-content 1fr;gap:6px 16px;font-size:13px}
.colophon code{overflow-wrap:anywhere;font:12px/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
.reports{list-style:none;margin:32px 0 0;padding:0}.reports li{padding:22px 0;border-top:1px solid var(--line)}
.reports h2{font-size:20px;margin:0}.reports h2 a{color:inherit;text-decoration:none}.reports h2 a:hover{color:var(--jade);text-decoration:underline}
.reports p{margin:6px 0 0}.reports .when{font-size:13px;color:var(--soft)}
.tag{display:inline-block;padding:0 6px;border-radius:3px;background:#f8e6e0;color:#8c2e1a;font-size:12px}
.pages{margin-top:24px;font-size:14px;display:flex;gap:20px}
button{font:inherit;padding:8px 18px;border:0;border-radius:6px;background:var(--jade);color:#fff;cursor:pointer}
:focus-visible{outline:2px solid var(--jade);outline-offset:2px}
@media (max-width:640px){.bar{padding:10px 18px}.colophon dl{grid-template-columns:1fr;gap:0}}
@media print{.bar,.skip,.below,.files{display:none}}
`;

export type Head = {
  readonly locale: Locale;
  readonly title: string;
  readonly network: string;
  readonly generated: string | null;
  /** The same page in a language, below the network's address. */
  readonly inLanguage: (locale: Locale) => string;
  /** More for the head, as HTML. */
  readonly more?: string;
};

const tagOf = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en');

/** A public page: complete HTML without scripts, with the way to its other language and to the feed. */
export function framePage(head: Head, address: string, main: string): string {
  const { locale } = head;
  const words = pageWords(locale);
  const other: Locale = locale === 'zh' ? 'en' : 'zh';
  const href = (path: string) => escapeMarkup(`${address}${path}`);
  return `<!doctype html>
<html lang="${tagOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Renmai">
<title>${escapeMarkup(head.title)}</title>
<link rel="canonical" href="${href(head.inLanguage(locale))}">
<link rel="alternate" hreflang="zh-CN" href="${href(head.inLanguage('zh'))}">
<link rel="alternate" hreflang="en" href="${href(head.inLanguage('en'))}">
<link rel="alternate" hreflang="x-default" href="${href(head.inLanguage('zh').replace(/\?lang=zh$/, ''))}">
<link rel="alternate" type="application/atom+xml" title="${escapeMarkup(`${head.network} · ${words.reports}`)}" href="${href(addresses.feed(locale))}">
<link rel="icon" href="/seal.svg" type="image/svg+xml">
${head.more ?? ''}
<style>${REPORT_CSS}${PAGE_CSS}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header>
${head.generated ? `<p class="generated" role="note">${escapeMarkup(head.generated)}</p>` : ''}
<div class="bar">
<a class="home" href="/">${escapeMarkup(head.network)}</a>
<a href="${addresses.list(locale)}">${words.reports}</a>
<span class="right"><a href="${addresses.feed(locale)}">Atom</a><a href="${escapeMarkup(head.inLanguage(other))}" lang="${tagOf(other)}" hreflang="${tagOf(other)}">${other === 'zh' ? '中文' : 'English'}</a></span>
</div>
</header>
<main id="main">
${main}
</main>
</body>
</html>
`;
}
