import { subjectByCode } from '../../src/subjects/lookup.ts';
import { SUBJECT_CODE } from '../../src/subjects/subject.ts';
import { isFigure } from './cell-kind.ts';
import { splitCodedName } from './code-trail.ts';
import type { DraftedSection } from './finish-table.ts';
import { type Atom, byLine, findHeads } from './flat-atoms.ts';
import { columnOptions, type FlatHeads, fittingLayout, flatHeads, layoutOf } from './flat-layout.ts';
import type { FlatRead } from './flat-read.ts';
import { readTwoSided } from './flat-two-sided.ts';
import { isTotal } from './line-kind.ts';
import { doubtful, type LabelCell, type RowDraft } from './row-draft.ts';
import { readSequence } from './sequence-row.ts';

/** Fewer rows with figures than this are not sure to be a table. */
const LEAST_ROWS = 3;
const LONGEST_PART = 20;

/**
 * Rows that a code (2010301), a name with its code, a total or a numbered name (一、…) begins, on one line or one cell a line. Their figures are read only where the heads are
 * beyond doubt and nearly every row has a figure for each: a blank cell leaves no trace here. Otherwise every row stays text.
 */
export function readCodedRecords(atoms: readonly Atom[], spaced: boolean, title: string): FlatRead | null {
  const lines = byLine(atoms);
  const start = bodyStart(lines);
  const body = withoutHeadsAgain(lines.slice(start), lines.slice(0, start));
  const groups = groupRecords(body.flatMap(splitRecords));
  const counts = groups.map(figuresOf).filter((count) => count > 0);
  if (counts.length < LEAST_ROWS) return null;
  const heads = spaced ? null : flatHeads(headAtoms(atoms, groups[0]?.[0]));
  const read = heads === null ? null : (readSides(body, groups, title, heads) ?? readOnePart(groups, counts, title, heads));
  if (read !== null) return { sections: [read], doubt: false };
  return { sections: [{ columns: [], records: groups.map((group) => ({ draft: asText(group) })) }], doubt: true };
}

function readSides(
  body: readonly (readonly Atom[])[],
  groups: readonly (readonly Atom[])[],
  title: string,
  heads: FlatHeads,
): DraftedSection | null {
  const rows = body.slice(0, body.findLastIndex((line) => line.some((atom) => isFigure(atom.kind))) + 1);
  for (const columns of columnOptions(title, heads)) {
    const { header } = layoutOf(columns);
    const drafts = header.blocks.length === 2 ? (readTwoSided(rows.flat(), header) ?? readTwoSided(groups.flat(), header)) : null;
    if (drafts !== null) return { columns, records: drafts.map((draft) => ({ draft })) };
  }
  return null;
}

function readOnePart(
  groups: readonly (readonly Atom[])[],
  counts: readonly number[],
  title: string,
  heads: FlatHeads,
): DraftedSection | null {
  const layout = fittingLayout(columnOptions(title, heads), counts);
  if (layout === null) return null;
  const records = groups.flatMap((group) => readSequence(group, layout)).map((draft) => ({ draft: asPart(draft) }));
  return { columns: layout.header.columns, records };
}

const headAtoms = (atoms: readonly Atom[], first: Atom | undefined): Atom[] =>
  atoms.filter((atom) => first === undefined || atom.start < first.start);

/** The first line of the first row: that of the first code, numbered name or figure that does not count the columns up (栏次 1 2 3), with its words. */
function bodyStart(lines: readonly (readonly Atom[])[]): number {
  let column = 1;
  const opens = (atom: Atom): boolean => {
    if (isCode(atom) || isTellingName(atom)) return true;
    if (!isFigure(atom.kind)) return false;
    if (atom.plain !== String(column)) return true;
    column++;
    return false;
  };
  let start = lines.findIndex((line) => line.some(opens));
  while (start > 0 && lines[start]?.every((atom) => isFigure(atom.kind) && !isCode(atom)) === true) start--;
  return start < 0 ? lines.length : start;
}

/** The heads may stand on the next page again: the same lines, one after the other. */
function withoutHeadsAgain(body: readonly (readonly Atom[])[], above: readonly (readonly Atom[])[]): (readonly Atom[])[] {
  const keyOf = (line: readonly Atom[]): string => line.map((atom) => atom.key).join(' ');
  const first = above.findIndex((line) => findHeads(line).length > 0);
  const heads = first < 0 ? [] : above.slice(first).map(keyOf);
  const keys = body.map(keyOf);
  const kept: (readonly Atom[])[] = [];
  for (let at = 0; at < body.length; ) {
    const again = heads.length > 1 && heads.every((key, n) => keys[at + n] === key);
    if (!again) kept.push(...body.slice(at, at + 1));
    at += again ? heads.length : 1;
  }
  return kept;
}

/** A line with several records side by side, parted where a code, a total or a numbered name follows a figure. */
function splitRecords(line: readonly Atom[]): Atom[][] {
  const records: Atom[][] = [[]];
  for (const [at, atom] of line.entries()) {
    const before = line[at - 1];
    const begins = (isCode(atom) && line[at + 1]?.kind === 'text') || isTotal(atom) || isTellingName(atom);
    if (begins && before !== undefined && (isFigure(before.kind) || before.kind === 'dash')) records.push([]);
    records.at(-1)?.push(atom);
  }
  return records;
}

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
  labels.length === 1 &&
  labels[0] !== undefined &&
  !isTotal(labels[0].cell) &&
  !NUMBERED.test(labels[0].cell.plain) &&
  splitCodedName(labels[0].cell.plain) === null;

function asText(group: readonly Atom[]): RowDraft {
  const end = group.findIndex((atom, at) => isFigure(atom.kind) && !(at === 0 && isCode(atom)));
  const labels = group.slice(0, end < 0 ? group.length : end).map((cell) => ({ cell, column: null }));
  const draft = doubtful(group, labels, figuresOf(group) === 0 ? null : '各栏之间没有分隔，空格处无法辨认');
  return asPart(draft);
}

const isCode = (atom: Atom | undefined): boolean =>
  atom !== undefined && SUBJECT_CODE.test(atom.plain) && subjectByCode(atom.plain.slice(0, 3)) !== null;
// 一、一般公共服务支出
const NUMBERED = /^[一二三四五六七八九十]{1,3}、\S/;
/** A name that begins a record by itself: 一、一般公共服务支出, 行政运行（2010601）, 2010601-行政运行. */
const isTellingName = (atom: Atom): boolean => NUMBERED.test(atom.plain) || (atom.kind === 'text' && splitCodedName(atom.plain) !== null);
const figuresOf = (group: readonly Atom[]): number => group.filter((atom, at) => isFigure(atom.kind) && !(at === 0 && isCode(atom))).length;

function beginsRecord(line: readonly Atom[]): boolean {
  const [first, second] = line;
  if (first === undefined) return false;
  if (isCode(first)) return second === undefined || second.kind === 'text' || isFigure(second.kind);
  return (isTotal(first) || isTellingName(first)) && (second === undefined || isFigure(second.kind));
}
