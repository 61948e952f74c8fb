/** The style of the page that a report becomes: paper, ink, one accent; the same on screen and in print. */
export const REPORT_CSS = `
:root{color-scheme:light;--paper:#f7f5f0;--sheet:#fffefb;--ink:#1d2422;--soft:#56605c;--line:#dcd8cd;--jade:#0b5e56}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.7 -apple-system,"Segoe UI","PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:800px;margin:0 auto;padding:48px 40px 80px;background:var(--sheet);border-inline:1px solid var(--line)}
.generated{margin:0;padding:6px 16px;background:#f6ecd2;color:#6f4e00;text-align:center;font-size:13px}
.institute{margin:0;color:var(--jade);font-weight:600;letter-spacing:.04em;font-size:14px}
h1{margin:12px 0 4px;font-size:36px;line-height:1.25;text-wrap:balance}
.subtitle{margin:0 0 24px;font-size:20px;color:var(--soft)}
.lead{border-top:3px solid var(--jade);padding-top:16px;font-size:18px;line-height:1.75}
.lead p{margin:0 0 10px}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:24px 0;padding:14px 0;border-block:1px solid var(--line);font-size:13px;line-height:1.6}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
nav ol{list-style:none;margin:0;padding:0;columns:2;column-gap:32px;font-size:14px}
nav li{break-inside:avoid;padding:3px 0}
nav span,.code{display:inline-block;min-width:2.4em;color:var(--jade);font-weight:600}
a{color:var(--jade)}nav a{color:inherit;text-decoration:none}nav a:hover{text-decoration:underline}
section{margin-top:56px}
h2{font-size:22px;line-height:1.35;margin:0 0 10px;text-wrap:balance}
h2.part{margin-top:72px;padding-top:20px;border-top:3px solid var(--ink)}
p{margin:0 0 10px}
figure{margin:18px 0 0}
.chart svg{display:block;width:100%;height:auto;max-width:720px}
.narrow{display:none}
figcaption,.small,.notes{font-size:13px;color:var(--soft);line-height:1.6}
figcaption{margin-top:8px;padding-top:8px;border-top:1px solid var(--line)}
.notes{padding-left:1.2em;margin:8px 0}
.appendix{margin-top:36px}
h3{font-size:16px;margin:0 0 8px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.5}
caption{text-align:left;font-weight:600;padding:8px 0 4px}
th,td{padding:4px 10px 4px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{border-bottom:1.5px solid var(--ink);color:var(--soft);font-weight:500;vertical-align:bottom}
tbody th{font-weight:400}
.number{text-align:right;white-space:nowrap;padding:4px 0 4px 10px}
.appendix dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;font-size:13px;margin:12px 0}
pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:12px/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;color:var(--soft)}
@media (max-width:640px){main{padding:28px 18px 60px;border:0}h1{font-size:28px}.subtitle{font-size:17px}.lead{font-size:17px}nav ol{columns:1}.wide{display:none}.narrow{display:block}dl.facts,.appendix dl{grid-template-columns:1fr;gap:0}dl dd{margin-bottom:6px}}
@page{size:A4;margin:18mm 16mm}
@media print{body{background:none;font-size:10.5pt}main{max-width:none;padding:0;border:0;background:none}.wide{display:block}.narrow{display:none}section{margin-top:28pt}figure,tr{break-inside:avoid}h2,h3,caption{break-after:avoid}.scroll{overflow:visible}a{color:inherit;text-decoration:none}}
`;
