import { cellOf, citationOf, documentLink, type TakenLine } from './taken-line.ts';

/** A column of the CSV: its name, its Chinese head, where its value comes from. null is an empty cell. */
export interface Column {
  readonly name: string;
  readonly head: string;
  readonly value: (line: TakenLine) => string | number | null;
}

/**
 * The columns in order: those up to `exported_at` are fixed (api.md), the rest were added. `text`, `start`, `end` and `link` speak of the hit,
 * `amount_…` of the figure; `yuan` is unsigned and empty where the unit is not money. `period` is the year that a fact of the figure is of.
 */
export const columns: readonly Column[] = [
  { name: 'hit', head: '条目编号', value: ({ hit }) => hit.id },
  { name: 'report', head: '报告编号', value: ({ hit }) => hit.report.id },
  { name: 'department', head: '部门', value: ({ hit }) => hit.report.department },
  { name: 'scope', head: '口径', value: ({ hit }) => hit.report.scope },
  { name: 'year', head: '年度', value: ({ hit }) => hit.report.year },
  { name: 'kind', head: '条目种类', value: ({ hit }) => hit.kind },
  { name: 'path', head: '章节', value: ({ hit }) => hit.path.join(' > ') },
  { name: 'table', head: '表', value: ({ hit }) => hit.table },
  { name: 'code', head: '科目编码', value: ({ hit }) => hit.code },
  { name: 'name', head: '名称', value: ({ hit }) => hit.row?.name ?? hit.codeName },
  { name: 'measure', head: '指标', value: ({ amount }) => amount?.measure ?? null },
  { name: 'period', head: '所属年度', value: ({ amount, periods }) => (amount === null ? null : (periods.get(amount.start) ?? null)) },
  { name: 'amount_text', head: '金额原文', value: ({ amount }) => amount?.text ?? null },
  { name: 'unit', head: '单位', value: ({ amount }) => amount?.unit ?? null },
  { name: 'yuan', head: '金额（元）', value: ({ amount }) => amount?.yuan ?? null },
  { name: 'text', head: '原文', value: ({ hit }) => hit.text },
  { name: 'start', head: '起', value: ({ hit }) => hit.source.start },
  { name: 'end', head: '止', value: ({ hit }) => hit.source.end },
  { name: 'page', head: '页', value: ({ hit }) => hit.source.page },
  { name: 'sha256', head: '原文件SHA-256', value: ({ source }) => source.sha256 },
  { name: 'source_url', head: '来源网址', value: ({ source }) => source.provenance.sourceUrl },
  { name: 'link', head: '链接', value: documentLink },
  { name: 'query', head: '检索式', value: ({ query }) => query },
  { name: 'exported_at', head: '导出时间', value: ({ exportedAt }) => exportedAt },
  { name: 'report_kind', head: '报告种类', value: ({ hit }) => hit.report.reportKind },
  { name: 'column', head: '栏', value: (line) => cellOf(line)?.column ?? null },
  { name: 'amount_start', head: '金额起', value: ({ amount }) => amount?.start ?? null },
  { name: 'amount_end', head: '金额止', value: ({ amount }) => amount?.end ?? null },
  { name: 'amount_link', head: '金额链接', value: ({ amount, link }) => (amount === null ? null : link(amount)) },
  { name: 'citation', head: '引文', value: citationOf },
];
