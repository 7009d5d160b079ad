import type { Issue } from '../../src/model/issue.ts';
import type { Row } from '../../src/model/row.ts';
import { isKnownCode } from './code-trail.ts';
import { exactCell } from './exact-cell.ts';
import type { RowDraft } from './row-draft.ts';
import type { RowNamer } from './row-name.ts';
import { tableIssue } from './table-issues.ts';

export interface RowRead {
  readonly row: Row;
  readonly issues: readonly Issue[];
  /** A figure stands under a head of money, and nothing says in which unit. */
  readonly lacksUnit: boolean;
}

/** A record with its name, code and exact cells. `unit` is the one that reaches it; what cannot be read is an issue at its place. */
export function toRow(draft: RowDraft, namer: RowNamer, table: Row['table'], unit: string | null): RowRead {
  const { code, name, lineNo } = namer.nameRow(draft);
  const counts = isCount(name);
  const exact = draft.values.map((value) => ({ value, cell: exactCell(value, counts ? null : unit) }));
  const cells = exact.flatMap(({ cell }) => cell ?? []);
  const lacksUnit =
    !counts && exact.some(({ value, cell }) => value.column?.role === 'money' && value.cell.kind === 'number' && cell?.yuan === null);
  const row: Row = {
    table: table === null ? null : { ...table, unit },
    side: draft.side,
    lineNo,
    code,
    name,
    header: draft.header,
    printed: draft.printed,
    cells,
    doubt: draft.doubt,
  };
  return { row, issues: issuesOf(draft, row), lacksUnit };
}

// （一）车辆数合计（辆） | 单价100万元以上设备（台，套）: the name says what is counted, whatever the unit of its table
const COUNT = /[（(](?:辆|台|套|台[、，,/]?套|个|人|人次|批|批次|次|户|家|间|平方米|%|％)[)）]$/;
const isCount = (name: string | null): boolean => name !== null && COUNT.test(name);

function issuesOf(draft: RowDraft, row: Row): Issue[] {
  const unread = draft.doubt === null ? [] : [tableIssue('row-unread', draft, draft.doubt)];
  const unknown = row.code !== null && !isKnownCode(row.code) ? [tableIssue('code-unknown', draft, row.code)] : [];
  const isRead = (start: number): boolean => row.cells.some((one) => one.start === start && one.value !== null);
  const broken = draft.values
    .filter(({ cell, column }) => cell.kind === 'broken' || (cell.kind === 'number' && column?.role !== 'text' && !isRead(cell.start)))
    .map(({ cell }) => tableIssue('cell-unread', cell, cell.text));
  return [...unread, ...unknown, ...broken];
}
