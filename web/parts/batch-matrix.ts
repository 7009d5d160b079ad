import type { HitReport } from '../../src/search/answer.ts';
import type { BatchAnswer, BatchQuery } from '../../src/search/batch.ts';
import { pageOf } from '../api/lists.ts';
import { type Html, html } from './html.ts';
import { showCount } from './show.ts';

/** What a column of the matrix is. */
export const groupings = { both: '部门和年度', department: '部门', year: '年度' } as const;
export type Grouping = keyof typeof groupings;
export const isGrouping = (name: string): name is Grouping => Object.hasOwn(groupings, name);

/** A column: its reports, the lines of its head, and the parameters of a search within it. */
interface Column {
  readonly heads: readonly (string | number)[];
  readonly reports: ReadonlySet<string>;
  readonly parameters: readonly (readonly [string, string])[];
}

/** As many as a reader can look through; the others are on further pages. */
const COLUMNS_A_PAGE = 24;

/** The form whose button leads to another page of columns: a long list of terms fits into no address. */
export const BATCH_FORM = 'batch';

/** Terms down, departments and years across; each number is a link to its documents. A dot is a term that stands nowhere there. `page` is from 1. */
export function batchMatrix({ queries, reports }: BatchAnswer, by: Grouping, page: number): Html {
  const shown = pageOf(columnsOf(reports, by), page, COLUMNS_A_PAGE);
  const columns = shown.entries;
  return html`${shown.pages <= 1 ? '' : showSteps(shown)}<div class="sheet" tabindex="0" role="group" aria-label="各词的条数"><table class="matrix">
<thead><tr><th scope="col">检索词</th><th scope="col" class="figure">合计</th>${columns.map(({ heads }) => html`<th scope="col" class="figure">${heads.map((head, n) => html`${n === 0 ? '' : html`<br>`}${head}`)}</th>`)}</tr></thead>
<tbody>${queries.map((query) => showQuery(query, columns))}</tbody>
</table></div>`;
}

function showSteps({ page, pages, size, total, entries }: ReturnType<typeof pageOf<Column>>): Html {
  const first = (page - 1) * size;
  const step = (to: number, label: string) =>
    to >= 1 && to <= pages
      ? html`<button form="${BATCH_FORM}" name="page" value="${to}">${label}</button>`
      : html`<span class="off">${label}</span>`;
  const here = entries.length === 0 ? '没有这一页' : `第 ${showCount(first + 1)}-${showCount(first + entries.length)} 列`;
  return html`<p class="pager">${step(page - 1, '前面的列')}<span>${here}，共 ${showCount(total)} 列</span>${step(page + 1, '后面的列')}</p>`;
}

function columnsOf(reports: readonly HitReport[], by: Grouping): Column[] {
  const own = Map.groupBy(reports, ({ department, year }) =>
    JSON.stringify([by === 'year' ? '' : department, by === 'department' ? '' : year]),
  );
  return [...own.values()]
    .map((group) => columnOf(group, by))
    .sort((a, b) => (by === 'year' ? `${a.heads}`.localeCompare(`${b.heads}`) : 0));
}

function columnOf(reports: readonly HitReport[], by: Grouping): Column {
  const [first] = reports;
  const department = first?.department ?? null;
  const year = first?.year ?? null;
  const heads = [...(by === 'year' ? [] : [department ?? '部门未载明']), ...(by === 'department' ? [] : [year ?? '年度未载明'])];
  return {
    heads,
    reports: new Set(reports.map(({ id }) => id)),
    parameters: [
      ...(by === 'year' ? [] : [['department', department ?? ''] as const]),
      ...(by === 'department' ? [] : [['year', year === null ? '' : String(year)] as const]),
    ],
  };
}

const showQuery = (query: BatchQuery, columns: readonly Column[]): Html =>
  html`<tr><th scope="row"><a href="${query.url}">${query.q}</a>${query.total > 0 && query.level !== 'literal' ? html`<span class="file">按词匹配</span>` : ''}</th>
<td class="figure"><a href="${query.url}">${showCount(query.total)}</a></td>${columns.map((column) => showCell(query, column))}</tr>`;

function showCell({ url, reports }: BatchQuery, column: Column): Html {
  const count = reports.filter(({ report }) => column.reports.has(report)).reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return html`<td class="figure none"><span class="hidden">0</span><span aria-hidden="true">·</span></td>`;
  return html`<td class="figure"><a href="${within(url, column)}">${showCount(count)}</a></td>`;
}

function within(url: string, { parameters }: Column): string {
  const [path = '', search = ''] = url.split('?', 2);
  const all = new URLSearchParams(search);
  for (const [name, value] of parameters) all.append(name, value);
  return `${path}?${all}`;
}
