import type { Document } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Elsewhere, OtherPlace } from '../viewer/elsewhere.ts';
import type { Card } from '../viewer/open-card.ts';
import type { UnitPlace } from '../viewer/unit-place.ts';
import { viewerPath } from '../viewer/viewer-url.ts';
import { type Html, html } from './html.ts';
import { joinLines } from './join-lines.ts';
import { showCount, showYuan } from './show.ts';
import { showTitle } from './show-title.ts';

type Figure = NonNullable<Card['figure']>;
type Url = (path: string) => string;
/** Whether a statement is printed, was concluded or was worked out. */
type Origin = '原文' | '推断' | '计算';

/** Whose figure it is, what it counts, where it stands, in which unit, and where else. */
export function showFigureFacts(url: Url, card: Card, figure: Figure): Html {
  const { report, document, line } = card;
  const table = document?.row?.table ?? null;
  return html`<dl class="card-facts">
${fact('部门', report.department)}${fact('口径', report.scope)}${fact('报告', [report.year === null ? '年度未载明' : `${report.year} 年度`, report.reportKind].filter((part) => part !== null).join(' '))}
${showReadings(figure)}
${table === null ? fact('章节', showTitle(document?.path.at(-1) ?? '')) : html`${fact('表', [table.label, table.title].filter((part) => part !== null).join(' '))}${fact('行', rowOf(document), originOf(document))}${fact('栏', figure.column)}`}
${fact('位置', `${document?.page == null ? '' : `第 ${document.page} 页，`}文本第 ${line} 行`)}
${fact('原文写作', joinLines(figure.printed).trim(), '原文')}
<div><dt>单位</dt><dd>${showUnit(url, card, figure)}</dd></div>
${figure.yuan === null ? '' : fact('折合', showYuan(figure.yuan), figure.unit === '元' ? '原文' : '计算')}
</dl>
${showElsewhere(url, card, figure.elsewhere)}`;
}

/** What the figure was read as. A table or sentence that does not say it leaves it open. */
function showReadings({ facts, measure }: Figure): Html {
  const said = (pick: (one: Fact) => string | null): string | null => {
    const values = new Set(facts.map(pick).filter((value) => value !== null));
    return values.size === 0 ? null : [...values].join('、');
  };
  const some = (label: string, value: string | null): Html | '' => (value === null ? '' : fact(label, value, '推断'));
  return html`${some(
    '事项',
    said(({ item }) => item),
  )}${fact('指标', said(measureOf) ?? measure, said((one) => one.measure) === null && measure === null ? undefined : '推断')}${fact(
    '期间',
    said(({ period }) => (period === null ? null : `${period} 年`)),
  )}${some(
    '资金',
    said(({ fund }) => fund),
  )}${some(
    '部分',
    said(({ part }) => part),
  )}${some(
    '收支',
    said(({ side }) => side),
  )}`;
}

// 2023
const YEAR = /^\d{4}$/;

/** A change against the year before says which year that is. */
const measureOf = ({ measure, period }: Fact): string | null =>
  measure?.startsWith('同比') && period !== null && YEAR.test(period) ? `${measure}（比 ${Number(period) - 1} 年）` : measure;

const fact = (label: string, value: string | null | undefined, origin?: Origin): Html =>
  html`<div><dt>${label}</dt><dd>${value == null || value === '' ? html`<span class="none">未载明</span>` : value}${origin === undefined ? '' : html` <span class="origin">${origin}</span>`}</dd></div>`;

function rowOf(document: Document | null): string | null {
  const { code = null, row = null } = document ?? {};
  const parts = [code, row?.name ?? null].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** A name or code that is printed is the source's; a code found by names is a conclusion. */
const originOf = (document: Document | null): Origin | undefined =>
  rowOf(document) === null ? undefined : document?.codeInferred === true ? '推断' : '原文';

function showUnit(url: Url, { report, digest }: Card, { unit, unitPlace }: Figure): Html {
  if (unit === null) return html`<span class="none">未载明</span>`;
  return html`${unit} ${showUnitPlace(unitPlace, (span) => url(viewerPath(report.id, { at: span, h: digest(span) }, 'at')))}`;
}

function showUnitPlace(place: UnitPlace, link: (span: { start: number; end: number }) => string): Html {
  if (place.kind === 'beside') return html`<span class="origin">原文，与数字同印</span>`;
  if (place.kind === 'head') return html`<span class="origin">原文，据表头“<a href="${link(place.span)}">${place.printed}</a>”</span>`;
  return html`<span class="origin">推断，未找到印处</span>`;
}

function showElsewhere(url: Url, card: Card, { amount, subject }: Elsewhere): Html | '' {
  if (amount === null && subject === null) return '';
  return html`<dl class="card-facts elsewhere">
${amount === null ? '' : html`<div><dt>同一金额</dt><dd><a href="${amount.here.url}">本报告 ${showCount(amount.here.total)} 条</a><a href="${amount.everywhere.url}">全部报告 ${showCount(amount.everywhere.total)} 条</a>${amount.places.map((place) => showPlace(url, card, place))}</dd></div>`}
${subject === null ? '' : html`<div><dt>科目 ${subject.code}</dt><dd><a href="${subject.here.url}">本报告 ${showCount(subject.here.total)} 条</a><a href="${subject.everywhere.url}">全部报告 ${showCount(subject.everywhere.total)} 条</a><a href="${url(`/compare?code=${subject.code}`)}">各部门、各年度比较</a></dd></div>`}
</dl>`;
}

function showPlace(url: Url, { report, digest }: Card, { hit, span }: OtherPlace): Html {
  const name = hit.table ?? showTitle(hit.path.at(-1) ?? '正文');
  return html`<a class="other" href="${url(viewerPath(report.id, { at: span, h: digest(span) }, 'at'))}">第 ${hit.source.line} 行 ${name}${hit.row?.name == null ? '' : ` · ${hit.row.name}`}</a>`;
}
