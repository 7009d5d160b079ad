import type { HitReport } from '../../src/search/answer.ts';
import type { BatchAnswer, BatchQuery } from '../../src/search/batch.ts';
import { type Html, html } from './html.ts';
import { showCount } from './show.ts';

/** What a column of the matrix is. */
export const groupings = { both: '部门和年度', department: '部门', year: '年度' } as const;
export type Grouping = keyof typeof groupings;
export const isGrouping = (name: string): name is Grouping => Object.hasOwn(groupings, name);

/** A column: its reports, its head, and the parameters of a search within it. */
interface Column {
  readonly head: string;
  readonly reports: ReadonlySet<string>;
  readonly parameters: readonly (readonly [string, string])[];
}

/** Terms down, departments and years across; each number is a link to its documents. A dot is a term that stands nowhere there. */
export function batchMatrix({ queries, reports }: BatchAnswer, by: Grouping): Html {
  const columns = columnsOf(reports, by);
  return html`<div class="sheet" tabindex="0" role="group" aria-label="各词的条数"><table class="matrix">
<thead><tr><th scope="col">检索词</th><th scope="col" class="figure">合计</th>${columns.map(({ head }) => html`<th scope="col" class="figure">${head}</th>`)}</tr></thead>
<tbody>${queries.map((query) => showQuery(query, columns))}</tbody>
</table></div>`;
}

function columnsOf(reports: readonly HitReport[], by: Grouping): Column[] {
  const own = Map.groupBy(reports, ({ department, year }) =>
    JSON.stringify([by === 'year' ? '' : department, by === 'department' ? '' : year]),
  );
  return [...own.values()]
    .map((group) => columnOf(group, by))
    .sort((a, b) => (by === 'year' ? Number(a.head > b.head) - Number(a.head < b.head) : 0));
}

function columnOf(reports: readonly HitReport[], by: Grouping): Column {
  const [first] = reports;
  const department = first?.department ?? null;
  const year = first?.year ?? null;
  const heads = [...(by === 'year' ? [] : [department ?? '部门未载明']), ...(by === 'department' ? [] : [year ?? '年度未载明'])];
  return {
    head: heads.join(' '),
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
