import type { ReportSummary } from '../../src/model/report.ts';
import { NOT_STATED } from '../../src/query/filters.ts';
import type { ReportFilters } from '../api/filter-reports.ts';
import { type Html, html } from './html.ts';

/** Sent by the form alone: its empty choices mean "all", while in an address an empty value means "not stated". */
export const FROM_FORM = 'form';

const labels = {
  department: '部门',
  city: '城市',
  district: '区县',
  year: '年度',
  reportKind: '种类',
  scope: '口径',
} as const satisfies Partial<Record<keyof ReportFilters, string>>;
type Filter = keyof typeof labels;
const filters = Object.keys(labels) as readonly Filter[];

/** Filters as a form: each offers the values that some report has. Several values of an address are not shown in it, but hold. */
export function showReportFilters(action: string, all: readonly ReportSummary[], asked: ReportFilters): Html {
  const offered = filters
    .map((name) => ({ name, values: valuesOf(all, name) }))
    .filter(({ name, values }) => values.length > 1 || asked[name].length > 0);
  if (offered.length === 0) return html``;
  return html`<form class="filters" action="${action}" method="get"><input type="hidden" name="${FROM_FORM}" value="1">
${offered.map(({ name, values }) => html`<label>${labels[name]}<select name="${name}"><option value="">全部</option>${values.map((value) => showOption(value, asked[name]))}</select></label>`)}
<button type="submit">筛选</button>${filters.some((name) => asked[name].length > 0) ? html`<a href="${action}">全部报告</a>` : ''}</form>`;
}

function showOption(value: string, chosen: readonly string[]): Html {
  const isChosen = chosen.includes(value === NOT_STATED ? '' : value);
  return html`<option value="${value}"${isChosen ? html` selected` : ''}>${value}</option>`;
}

function valuesOf(all: readonly ReportSummary[], name: Filter): readonly string[] {
  const values = new Set(all.map((report) => (report[name] === null ? NOT_STATED : String(report[name]))));
  return [...values].sort((a, b) => Number(a === NOT_STATED) - Number(b === NOT_STATED) || (a < b ? -1 : 1));
}

/** What the form sent, as an address that lasts; null where the parameters are no form's. */
export function addressOfForm(sent: URLSearchParams): string | null {
  if (!sent.has(FROM_FORM)) return null;
  const kept = new URLSearchParams();
  for (const [name, value] of sent) if (name !== FROM_FORM && value !== '') kept.append(name, value === NOT_STATED ? '' : value);
  return kept.size === 0 ? '/reports' : `/reports?${kept}`;
}
