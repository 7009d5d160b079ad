import { outlineText } from '../../../indexer/outline/outline-text.ts';
import type { Issue } from '../../../src/model/issue.ts';
import type { Row } from '../../../src/model/row.ts';
import type { Table } from '../../../src/model/table.ts';

/** What is read of a text in which → stands for a TAB. */
export interface Read {
  readonly text: string;
  readonly rows: readonly Row[];
  /** The text of each row as printed. */
  readonly printed: readonly string[];
  readonly tables: readonly Table[];
  readonly issues: readonly Issue[];
}

export function rowsOf(drawn: string): Read {
  const text = drawn.replaceAll('→', '\t');
  const outline = outlineText({ text, pages: null });
  const pieces = outline.pieces.flatMap((piece) =>
    piece.kind === 'row' && piece.row !== null ? [{ row: piece.row, spans: piece.spans }] : [],
  );
  return {
    text,
    rows: pieces.map(({ row }) => row),
    printed: pieces.map(({ spans }) => spans.map((span) => text.slice(span.start, span.end)).join('')),
    tables: outline.tables,
    issues: outline.issues,
  };
}

/** A row in one line: "201 一般公共服务支出 | 合计=100 (1000000) | 项目支出=40 (400000)". */
export const inOneLine = (row: Row): string =>
  [
    [row.side, row.lineNo === null ? null : `#${row.lineNo}`, row.code, row.name].filter((part) => part !== null).join(' '),
    ...(row.doubt === null ? [] : ['?']),
    ...row.cells.map((cell) => `${cell.column}=${cell.text} (${cell.yuan ?? '-'})`),
  ].join(' | ');
