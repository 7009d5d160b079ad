import type { Issue } from '../../src/model/issue.ts';
import type { MarkedLine } from '../outline/marked-line.ts';
import type { DraftedTable } from './finish-table.ts';
import { type GridLine, gridLine } from './grid.ts';
import { type HeadSection, headSections } from './head-sections.ts';
import { type Header, readHeader } from './header.ts';
import { joinVertical } from './indicator-row.ts';
import { readLayout } from './layout.ts';
import { readLine } from './read-line.ts';
import type { Region } from './region.ts';
import { doubtful, type RowDraft } from './row-draft.ts';
import { tableIssue } from './table-issues.ts';
import { isTableLabel } from './table-label.ts';
import { readUnits, unitAt, unitOfLabelHead } from './unit-trail.ts';

/** Wider ones are no tables of accounts: their rows stay text. */
const MOST_COLUMNS = 200;

interface Section extends HeadSection {
  readonly header: Header;
}

/** The records of a table whose cells are parted by TABs: grid -> heads and rows -> columns -> records. */
export function readTable(region: Region, lines: readonly MarkedLine[]): DraftedTable {
  const grid = region.lines.flatMap((at) => (lines[at] === undefined ? [] : [gridLine(lines[at], at)]));
  const sections = headSections(grid).map((section) => ({ ...section, header: readHeader(section.heads) }));
  const firstRow = sections.find((section) => section.rows.length > 0)?.rows[0]?.line ?? Number.MAX_SAFE_INTEGER;
  const units = readUnits(grid, firstRow);
  const issues: Issue[] = [];
  const drafted = sections.map((section) => {
    const unit = unitOfLabelHead(section.heads);
    const records = readSection(section, issues).flatMap(({ line, drafts }) =>
      drafts.map((draft) => ({ draft, unit: unit ?? unitAt(units, line) })),
    );
    return { columns: section.header.columns, records };
  });
  return { region, label: labelOf(grid), units, sections: drafted, issues, doubt: false };
}

/** The records of each line of a section. */
function readSection({ header, rows }: Section, issues: Issue[]): { line: number; drafts: RowDraft[] }[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), header.columns.length);
  if (width > MOST_COLUMNS) {
    issues.push(tableIssue('table-too-wide', rows[0]?.cells[0] ?? null, String(width)));
    return rows.map((row) => ({ line: row.line, drafts: [doubtful(row.cells, [], `${width} 列`)] }));
  }
  const layout = readLayout(header, rows);
  const first = rows[0]?.cells.find((cell) => cell.kind !== 'empty');
  if (layout.extra > 0 && layout.values.length > 0)
    issues.push(tableIssue('table-extra-values', first ?? null, `${layout.width} > ${layout.values.length}`));
  return joinVertical(rows, header).map((row) => ({ line: row.line, drafts: readLine(row, layout) }));
}

const labelOf = (grid: readonly GridLine[]): string | null =>
  grid.flatMap((line) => line.cells).find((cell) => isTableLabel(cell.key))?.plain ?? null;
