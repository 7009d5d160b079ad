import { isLabelRole } from './column-role.ts';
import { type Atom, byLine, findHeads, headRuns, joinAtoms } from './flat-atoms.ts';
import type { FlatRead } from './flat-read.ts';
import type { Column } from './header.ts';
import { doubtful, type LabelCell, type RowDraft } from './row-draft.ts';

/** 序号 | 重要事项 | … | 完成情况, one cell a line, each record begun by its number: it must have a cell for each head, else it stays text. */
export function readNumberedRecords(atoms: readonly Atom[]): FlatRead | null {
  const run = headRuns(findHeads(atoms)).find((one) => one.length > 1);
  if (run === undefined || run[0]?.column.role !== 'line') return null;
  const columns = run.map(({ column }) => column);
  const cells = byLine(atoms.slice(run.at(-1)?.to ?? 0)).map(joinLine);
  const starts: number[] = [];
  for (const [at, cell] of cells.entries()) if (cell.plain === String(starts.length + 1)) starts.push(at);
  if (starts.length === 0) return null;
  const records = starts.map((from, at) => {
    const to = starts[at + 1] ?? Math.min(cells.length, from + columns.length);
    return { draft: underNumber(cells.slice(from, to), columns) };
  });
  return { sections: [{ columns, records }], doubt: false };
}

function underNumber(cells: readonly Atom[], columns: readonly Column[]): RowDraft {
  if (cells.length !== columns.length) return doubtful(cells, [], `${cells.length} 格，表头有 ${columns.length} 栏`);
  const placed = cells.map((cell, at) => ({ cell, column: columns[at] ?? null }));
  const isLabel = ({ column }: LabelCell): boolean => column !== null && isLabelRole(column.role);
  return {
    ...doubtful(cells, placed.filter(isLabel), null),
    values: placed.filter((one) => !isLabel(one)),
    header: columns.map((column) => column.path),
  };
}

const joinLine = (line: readonly Atom[]): Atom => ({ ...joinAtoms(line), line: line[0]?.line ?? 0 });
