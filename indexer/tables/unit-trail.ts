import type { GridLine } from './grid.ts';
import { unitOfHead, unitStated } from './units.ts';

interface Statement {
  readonly line: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** The units a table states, and which of them reaches which line. */
export interface UnitTrail {
  /** The unit of the table: the first one stated, null where none is or where two are stated above the first row. */
  readonly unit: string | null;
  readonly statements: readonly Statement[];
  readonly conflict: boolean;
}

/** `lines` are all lines of the table, `firstRow` the index of the first line with figures. A unit inside the first row still counts for all. */
export function readUnits(lines: readonly GridLine[], firstRow: number): UnitTrail {
  const statements = lines.flatMap(statementsOf);
  const above = new Set(statements.filter((one) => one.line <= firstRow).map((one) => one.unit));
  const conflict = above.size > 1;
  return {
    unit: conflict ? null : ((statements.find((one) => one.line <= firstRow) ?? statements[0])?.unit ?? null),
    statements,
    conflict,
  };
}

/** The unit of the figures of a line: the last one stated above it; a unit further down (in the middle of a table) changes what follows. */
export function unitAt(trail: UnitTrail, line: number): string | null {
  if (trail.conflict) return null;
  const last = trail.statements.findLast((one) => one.line <= line);
  return last?.unit ?? trail.unit;
}

/** 预算执行情况（万元）: a unit in the label at the left of some heads counts for the rows beneath them. */
export const unitOfLabelHead = (heads: readonly GridLine[]): string | null => {
  const units = new Set(heads.flatMap((line) => unitOfHead(line.cells.find((cell) => cell.kind !== 'empty')?.key ?? '') ?? []));
  return units.size === 1 ? ([...units][0] ?? null) : null;
};

/** 金额单位 | : | 万元 may be several cells of a line whose parts are only spaces away, so those are read together. */
function statementsOf(line: GridLine): Statement[] {
  const cells = line.cells.filter((cell) => cell.kind === 'text');
  const found = line.parted ? cells.map((cell) => ({ ...cell, unit: unitStated(cell.key) })) : [wholeLine(line)];
  return found.flatMap(({ unit, start, end }) => (unit === null ? [] : [{ line: line.line, unit, start, end }]));
}

function wholeLine({ cells }: GridLine): { unit: string | null; start: number; end: number } {
  const key = cells.map((cell) => cell.key).join('');
  return { unit: unitStated(key), start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 };
}
