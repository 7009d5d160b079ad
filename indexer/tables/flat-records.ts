import { subjectByCode } from '../../src/subjects/lookup.ts';
import { isFigure } from './cell-kind.ts';
import { isLabelRole } from './column-role.ts';
import { type Atom, byLine, findHeads, headRuns, joinAtoms } from './flat-atoms.ts';
import { flatLayout } from './flat-layout.ts';
import type { FlatRead } from './flat-tables.ts';
import type { Column } from './header.ts';
import { isTotal } from './line-kind.ts';
import { doubtful, type LabelCell, type RowDraft } from './row-draft.ts';
import { readSequence } from './sequence-row.ts';

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

/** Fewer rows with figures than this are not sure to be a table. */
const LEAST_ROWS = 3;
const LONGEST_PART = 20;

/**
 * Rows that a code (2010301), a total or a numbered name (一、…) begins, on one line or one cell a line. Their figures are read only where the heads are
 * beyond doubt and nearly every row has a figure for each: a blank cell leaves no trace here. Otherwise every row stays text.
 */
export function readCodedRecords(atoms: readonly Atom[], spaced: boolean): FlatRead | null {
  const groups = groupRecords(byLine(atoms));
  const counts = groups.map(figuresOf).filter((count) => count > 0);
  if (counts.length < LEAST_ROWS) return null;
  const layout = spaced ? null : flatLayout(headAtoms(atoms, groups[0]?.[0]), counts);
  if (layout !== null) {
    const records = groups.flatMap((group) => readSequence(group, layout)).map((draft) => ({ draft: asPart(draft) }));
    return { sections: [{ columns: layout.header.columns, records }], doubt: false };
  }
  const records = groups.map((group) => ({ draft: asText(group) }));
  return { sections: [{ columns: [], records }], doubt: true };
}

const headAtoms = (atoms: readonly Atom[], first: Atom | undefined): Atom[] =>
  atoms.filter((atom) => first === undefined || atom.start < first.start);

function groupRecords(lines: readonly (readonly Atom[])[]): Atom[][] {
  const groups: Atom[][] = [];
  let open = false;
  for (const line of lines) {
    const group = groups.at(-1);
    const figures = line.every((atom) => isFigure(atom.kind) || atom.kind === 'dash');
    if (beginsRecord(line)) {
      groups.push([...line]);
      open = true;
    } else if (open && group !== undefined && (figures || figuresOf(group) === 0)) group.push(...line);
    else if (open && isPartOfName(line)) groups.push([...line]);
    else open = false;
  }
  return groups;
}

const isPartOfName = (line: readonly Atom[]): boolean =>
  line.length === 1 && line[0]?.kind === 'text' && line[0].plain.length <= LONGEST_PART;

/** Words alone between records: the rest of a name, or nothing of the table. */
const asPart = (draft: RowDraft): RowDraft => (draft.values.length === 0 && isLonePart(draft.labels) ? { ...draft, part: true } : draft);
const isLonePart = (labels: readonly LabelCell[]): boolean =>
  labels.length === 1 && labels[0] !== undefined && !isTotal(labels[0].cell) && !NUMBERED.test(labels[0].cell.plain);

function asText(group: readonly Atom[]): RowDraft {
  const end = group.findIndex((atom, at) => isFigure(atom.kind) && !(at === 0 && isCode(atom)));
  const labels = group.slice(0, end < 0 ? group.length : end).map((cell) => ({ cell, column: null }));
  const draft = doubtful(group, labels, figuresOf(group) === 0 ? null : '各栏之间没有分隔，空格处无法辨认');
  return asPart(draft);
}

// 201 | 20103 | 2010301
const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const isCode = (atom: Atom | undefined): boolean =>
  atom !== undefined && CODE.test(atom.plain) && subjectByCode(atom.plain.slice(0, 3)) !== null;
// 一、一般公共服务支出
const NUMBERED = /^[一二三四五六七八九十]{1,3}、\S/;
const figuresOf = (group: readonly Atom[]): number => group.filter((atom, at) => isFigure(atom.kind) && !(at === 0 && isCode(atom))).length;

function beginsRecord(line: readonly Atom[]): boolean {
  const [first, second] = line;
  if (first === undefined) return false;
  if (isCode(first)) return second === undefined || second.kind === 'text' || isFigure(second.kind);
  return (isTotal(first) || NUMBERED.test(first.plain)) && (second === undefined || isFigure(second.kind));
}

const joinLine = (line: readonly Atom[]): Atom => ({ ...joinAtoms(line), line: line[0]?.line ?? 0 });
