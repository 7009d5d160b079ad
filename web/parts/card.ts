import type { Document } from '../../src/model/document.ts';
import { type CitedPlace, citeByStandard, citePlainly } from '../../src/search/citation.ts';
import type { Card } from '../viewer/open-card.ts';
import { viewerPath } from '../viewer/viewer-url.ts';
import { showFigureFacts } from './figure-facts.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import { joinLines } from './join-lines.ts';
import { showYuan } from './show.ts';
import { showTitle } from './show-title.ts';

const LONGEST_HEAD = 60;

/** What is known of the place that is open, and how to cite it: unfolded for a figure, folded for a quote, which is there to be read. `now` is an ISO time. */
export function showCard(frame: Frame, card: Card, now: string): Html {
  const { figure } = card;
  const path = viewerPath(card.report.id, { at: card.span, h: card.digest(card.span) });
  const cited = citedPlace(card, `${frame.permalink(path)}#at`, now);
  return html`<aside class="card" id="card" aria-label="${figure === null ? '引用所选文字' : '数字卡片'}">
<details ${figure === null ? '' : 'open'}><summary><span class="what">${figure === null ? '引文' : '数字'}</span> ${showHead(card)}</summary>
<div class="card-body" tabindex="0" role="group" aria-label="卡片内容">
${figure === null ? '' : showFigureFacts(frame.site.url, card, figure)}
<dl class="cite">
${copied('引文', citePlainly(cited))}
${copied('参考文献', citeByStandard(cited))}
${copied('永久链接', html`<a href="${frame.site.url(path)}#at">${cited.link}</a>`)}
</dl></div></details>
<button type="button" class="copier quick">复制引文</button></aside>`;
}

/** Scripts make the buttons copy, the one beside the head the first text; without them they are not shown, and a click selects the whole text. */
const copied = (label: string, text: string | Html): Html =>
  html`<div><dt>${label}</dt><dd><span class="copy">${text}</span> <button type="button" class="copier" aria-label="复制${label}">复制</button></dd></div>`;

function showHead({ figure, quote: quoteOf, span }: Card): Html {
  if (figure === null) {
    const quote = joinLines(quoteOf(span)).trim();
    return html`<q>${quote.length > LONGEST_HEAD ? `${quote.slice(0, LONGEST_HEAD)}……` : quote}</q>`;
  }
  const printed = joinLines(figure.printed).trim();
  const unit = figure.unit === null || printed.endsWith(figure.unit) ? '' : ` ${figure.unit}`;
  const exact = figure.yuan === null ? null : showYuan(figure.yuan);
  return html`<strong>${printed}${unit}</strong>${exact === null || exact === printed ? '' : html` <span class="exact">= ${exact}</span>`}`;
}

function citedPlace({ report, document, span, figure, quote, line }: Card, link: string, now: string): CitedPlace {
  const cell = figure?.column == null ? null : { column: figure.column, row: rowName(document) };
  return {
    report: { ...report, title: report.title === null ? null : showTitle(report.title) },
    provenance: report.provenance,
    page: document?.page ?? null,
    line,
    path: (document?.path ?? []).map(showTitle),
    table: document?.table ?? null,
    cell,
    quote: joinLines(quote(span)),
    link,
    citedAt: now,
  };
}

const rowName = (document: Document | null): string | null => document?.row?.name ?? null;
