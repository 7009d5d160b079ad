import type { Issue, UnreadKind } from '../../src/model/issue.ts';
import type { Span } from '../../src/model/span.ts';

/** Doubts of a table, each with its message as the coverage page prints it. A new doubt is a new line. */
const messages = {
  'table-absent': '只有表标题，没有表格内容（原文可能是图片）',
  'table-without-unit': '表格没有标明金额单位，金额不换算为元',
  'table-two-units': '表头标有两个不同的金额单位，金额不换算为元',
  'unit-changes': '表格中间换了金额单位，以下各行按新单位换算',
  'table-extra-values': '数据比表头多列，多出的数字不归入任何栏目',
  'table-without-rows': '只有表头，没有数据行',
  'table-too-wide': '表格列数过多，各行按文字保存',
  'table-unread': '表格各栏之间没有分隔，各行按文字保存',
  'row-unread': '这一行无法确定各数字属于哪一栏，按文字保存',
  'cell-unread': '单元格内容不是可确定的数字',
  'code-unknown': '科目编码不在已知的分类科目中',
  'rows-without-heads': '数据行上方没有表头',
} as const satisfies Record<Exclude<UnreadKind, 'fact-undecided'>, string> & Record<string, string>;
export type TableIssueKind = keyof typeof messages;

export const tableIssue = (kind: TableIssueKind, at: Span | null, detail = ''): Issue => ({
  kind,
  message: detail === '' ? messages[kind] : `${messages[kind]}：${detail}`,
  at: at === null ? null : { start: at.start, end: at.end },
});
