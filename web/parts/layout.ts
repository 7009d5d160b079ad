import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';

export const SERVICE_NAME = '溯账';

export type Place = 'search' | 'batch' | 'compare' | 'reports' | 'coverage' | 'about' | 'api';

export interface Page {
  readonly title: string;
  readonly description: string;
  readonly place: Place | null;
  /** A class of `body`: how wide, which columns. */
  readonly kind: string;
  readonly main: Html;
  /** The Atom feed of what the page shows. */
  readonly feed?: string;
  /** A style sheet of its own for paper. */
  readonly printStyle?: string;
}

const places: readonly { readonly place: Place; readonly path: string; readonly label: string }[] = [
  { place: 'search', path: '/', label: '检索' },
  { place: 'batch', path: '/batch', label: '批量' },
  { place: 'compare', path: '/compare', label: '比较' },
  { place: 'reports', path: '/reports', label: '报告' },
  { place: 'coverage', path: '/coverage', label: '收录' },
  { place: 'about', path: '/about', label: '说明' },
  { place: 'api', path: '/api', label: '接口' },
];

/** The house around every page: head, navigation, foot. It is painted once it is there whole: a table drawn before its last row has other columns then, and moves what is read. */
export const layout = ({ site, assets, address }: Frame, { title, description, place, kind, main, feed, printStyle }: Page): Html =>
  html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="expect" href="#foot" blocking="render">
<meta name="description" content="${description}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${SERVICE_NAME}">
<meta property="og:url" content="${address}">
<meta property="og:locale" content="zh_CN">
<meta name="twitter:card" content="summary">
${
  feed === undefined
    ? ''
    : html`<link rel="alternate" type="application/atom+xml" href="${feed}" title="订阅这次检索">
`
}<link rel="stylesheet" href="${site.url(assets.style.path)}">
${
  printStyle === undefined
    ? ''
    : html`<link rel="stylesheet" href="${printStyle}" media="print">
`
}<link rel="icon" href="${site.url(assets.icon.path)}" type="image/svg+xml">
<link rel="search" href="${site.url('/search.xml')}" type="application/opensearchdescription+xml" title="${SERVICE_NAME}">
<script src="${site.url(assets.script.path)}" defer></script>
</head>
<body class="${kind}">
<a class="skip" href="#main">跳到正文</a>
<header class="top">
<a class="brand" href="${site.url('/')}"><strong>${SERVICE_NAME}</strong> <span>每个数字，都指向原文</span></a>
<nav aria-label="主导航">${places.map((entry) => navigationLink(site.url(entry.path), entry.label, entry.place === place))}</nav>
</header>
<main id="main" tabindex="-1">${main}</main>
<footer class="foot" id="foot">
<p>${SERVICE_NAME}只检索公开的部门预算、决算报告。结果以原文件为准，页面上的文字与数字均按原文照录。</p>
<p class="print-only">${address}</p>
</footer>
</body>
</html>`;

const navigationLink = (url: string, label: string, here: boolean): Html =>
  here ? html`<a href="${url}" aria-current="page">${label}</a>` : html`<a href="${url}">${label}</a>`;
