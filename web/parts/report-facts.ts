import type { ReadFrom, Report } from '../../src/model/report.ts';
import { type Html, html, nothing } from './html.ts';
import { showBytes, showCount, showTime } from './show.ts';

const readFrom: Readonly<Record<ReadFrom, string>> = {
  title: '标题',
  cover: '封面',
  table: '表',
  text: '正文',
  'file-name': '文件名',
  person: '人工更正',
};

/** Whose report this is, each statement with where it was read, and the ways to the source. */
export function reportFacts(url: (path: string) => string, report: Report): Html {
  const { identity, id } = report;
  const place = [report.city, report.district].filter((part) => part !== null).join(' ');
  return html`<dl class="identity">
${fact('部门', report.department, identity.department?.from)}${fact('地区', place === '' ? null : place, identity.district?.from ?? identity.city?.from)}${fact('年度', report.year === null ? null : `${report.year} 年度`, identity.year?.from)}${fact('种类', report.reportKind, identity.reportKind?.from)}${fact('口径', report.scope, identity.scope?.from)}
</dl>
<details class="source"><summary>来源与校验</summary><dl>
<dt>原文件</dt><dd>${report.file}（${showBytes(report.bytes)}）</dd>
<dt>来源</dt><dd>${report.provenance.publisher ?? '来源未登记'}${report.provenance.sourceUrl === null ? '' : html` · <a href="${safeLink(report.provenance.sourceUrl)}" rel="noreferrer">${report.provenance.sourceUrl}</a>`}</dd>
<dt>SHA-256</dt><dd><code>${report.sha256}</code></dd>
<dt>文本</dt><dd>${showCount(report.characters)} 字${report.pages === null ? '' : `，${report.pages} 页`}，由 ${report.reader} 读出</dd>
<dt>收录于</dt><dd>${showTime(report.indexedAt)}</dd>
<dt>疑点</dt><dd>${report.issues.length === 0 ? '无' : html`<a href="${url(`/coverage?report=${id}`)}">${report.issues.length} 处</a>`}</dd>
</dl></details>
<p class="ways"><a href="${url(`/api/reports/${id}/original`)}" download>下载原文件</a><a href="${url(`/api/reports/${id}/text`)}">纯文本</a><a href="${url(`/api/reports/${id}`)}">JSON</a><a href="${url(`/?${new URLSearchParams({ report: id })}`)}">在本报告中检索</a></p>`;
}

const fact = (label: string, value: string | null, from: ReadFrom | undefined): Html =>
  html`<div><dt>${label}</dt><dd>${value === null ? html`<span class="none">未载明</span>` : value}${value === null || from === undefined ? '' : html` <span class="from">据${readFrom[from]}</span>`}</dd></div>`;

/** That the report no longer stands as it was published, said wherever it is opened. */
export function statusNotice(url: (path: string) => string, { status, supersededBy }: Report): Html {
  if (status === 'current') return nothing;
  if (status === 'withdrawn')
    return html`<p class="notice" role="status"><strong>已撤回。</strong>这份报告已被撤回，以下是收录时的文字。</p>`;
  const newer = supersededBy === null ? '。' : html`：<a href="${url(`/reports/${supersededBy}`)}">打开更正版</a>`;
  return html`<p class="notice" role="status"><strong>已有更正版。</strong>这份报告已由另一份取代${newer}</p>`;
}

/** Only web addresses become links: a manifest is foreign text. */
const safeLink = (address: string): string => (/^https?:\/\//i.test(address) ? address : '#');
