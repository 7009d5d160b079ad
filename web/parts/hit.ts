import type { Hit } from '../../src/search/answer.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { showHitQuote } from './hit-quote.ts';
import { type FigureLink, showHitRow } from './hit-row.ts';
import { type Html, html } from './html.ts';
import { joinLines } from './join-lines.ts';
import { nameOf } from './show-title.ts';

/** What a list of hits knows beside the hits. `viewer` makes the link to the place, `similar` the one to the near-identical places. */
export interface HitLinks {
  readonly viewer: (hit: Hit) => string;
  readonly similar: (hit: Hit) => string;
  readonly figure: FigureLink;
}

/** One hit: whose report, where in it, what stands there, and the way to the exact place. */
export function showHit(hit: Hit, links: HitLinks): Html {
  const { report } = hit;
  return html`<li class="hit ${hit.kind}">
<article>
<h3><a href="${links.viewer(hit)}">${report.department ?? nameOf(report)}</a>
<span class="facts">${reportFacts(report)}</span></h3>
${hit.path.length === 0 && hit.table === null ? '' : html`<p class="path">${showPath(hit)}</p>`}
${hit.row === null ? showHitQuote(hit, links.figure) : showHitRow(hit, hit.row, links.figure)}
<p class="place"><a href="${links.viewer(hit)}">${showPlace(hit)}</a>${showCode(hit)}${showSimilar(hit, links)}</p>
${hit.explanation === undefined ? '' : html`<p class="explanation">${hit.explanation}</p>`}
</article></li>`;
}

const reportFacts = ({ year, reportKind, scope }: Hit['report']): string =>
  [year === null ? '年度未载明' : `${year} 年度`, reportKind, scope].filter((fact) => fact !== null).join(' · ');

function showPath({ path, table }: Hit): Html {
  const named = table === null ? path : [...path, table];
  const steps = named.filter((step, n) => n === 0 || !foldString(named[n - 1] ?? '').includes(foldString(step)));
  return html`${steps.map((step, n) => html`${n === 0 ? '' : html`<span class="sep" aria-hidden="true">›</span>`}<span>${joinLines(step)}</span>`)}`;
}

function showPlace({ source, kind }: Hit): string {
  const times = source.matches.length > 1 ? `，本条目内 ${source.matches.length} 处` : '';
  const page = source.page === null ? '' : `第 ${source.page} 页 `;
  const what = kind === 'row' ? '在表中查看' : '在原文中查看';
  return `${what}：${page}第 ${source.line} 行${times}`;
}

function showCode({ code, codeName, codeInferred }: Hit): Html | '' {
  if (code === null) return '';
  return html`<span class="code" title="${codeInferred ? '原文未印编码，由科目名称推断' : '原文所印科目编码'}">${code}${codeName === null ? '' : ` ${codeName}`}${codeInferred ? '（推断）' : ''}</span>`;
}

function showSimilar(hit: Hit, links: HitLinks): Html | '' {
  if (hit.similar === undefined || hit.similar.count === 0) return '';
  return html`<a class="similar" href="${links.similar(hit)}">本报告中另有 ${hit.similar.count} 处相近</a>`;
}
