import { isFigure } from './cell-kind.ts';
import { type Atom, byLine, type FlatHead, findHeads, headRuns, joinAtoms, longestJoin, MOST_PARTS } from './flat-atoms.ts';
import type { FlatRead } from './flat-read.ts';
import type { Column } from './header.ts';
import { isIndicatorLevel, isIndicatorName } from './indicator-row.ts';
import type { RowDraft } from './row-draft.ts';
import { unitOfHead } from './units.ts';

const LONGEST_NAME = 80;
// ≥ 90% is one target although a blank stands in it
const COMPARISON = /^(?:≥|≤|>|<|≧|≦|=|约|大于|小于)$/;

/**
 * A performance table printed without TABs: heads and names split over lines, the figures of an indicator together on one line (100% 100% 3).
 * null where there are no heads of indicators.
 */
export function readFlatIndicators(atoms: readonly Atom[]): FlatRead | null {
  const runs = headRuns(findHeads(atoms));
  if (!runs.some(isIndicatorRun)) return null;
  const sections = runs.flatMap((run, at) => {
    const from = run.at(-1)?.to ?? 0;
    const body = atoms.slice(from, runs.slice(at + 1).find((next) => next.length > 1)?.[0]?.from ?? atoms.length);
    const records = isIndicatorRun(run) ? indicatorsUnder(run, body) : budgetLine(body, run);
    const unit = unitBefore(atoms, run[0]?.to ?? 0);
    return records.length === 0 ? [] : [{ columns: run.map((head) => head.column), records: records.map((draft) => ({ draft, unit })) }];
  });
  return { sections, doubt: false };
}

const isIndicatorRun = (run: readonly FlatHead[]): boolean =>
  run.some(({ column }) => column.role === 'group') && run.some(({ column }) => isIndicatorName(column));
const tailOf = (run: readonly FlatHead[]): Column[] =>
  run.slice(run.findIndex(({ column }) => isIndicatorName(column))).map(({ column }) => column);

/** 预算数 执行数 执行率 得分 and right below exactly as many figures on one line. */
function budgetLine(body: readonly Atom[], run: readonly FlatHead[]): RowDraft[] {
  const columns = run.map(({ column }) => column).filter((column) => column.role === 'money' || column.role === 'measure');
  const first = body.slice(0, columns.length);
  const oneLine = first.every((atom) => atom.line === first[0]?.line && isFigure(atom.kind));
  if (columns.length < 3 || first.length < columns.length || !oneLine || body[columns.length]?.line === first[0]?.line) return [];
  return [record([], first, columns)];
}

/** The indicators beneath their heads. Another head before the first level (a page number stood among the heads): then no figure has a certain column. */
function indicatorsUnder(run: readonly FlatHead[], body: readonly Atom[]): RowDraft[] {
  const drafts = indicators(body, tailOf(run));
  const level = body.findIndex((_, at) => longestJoin(body, at, isIndicatorLevel) > 0);
  const cutOff = findHeads(body.slice(0, level < 0 ? MOST_PARTS : Math.min(level, MOST_PARTS))).length > 0;
  return cutOff ? drafts.map((draft) => ({ ...draft, values: [], header: [], doubt: '表头被打断，无法确定有几栏' })) : drafts;
}

/** Lines that end in a figure for each head behind the name; what stands before them since the last level or row is the name. */
function indicators(body: readonly Atom[], tail: readonly Column[]): RowDraft[] {
  const drafts: RowDraft[] = [];
  const count = tail.length - 1;
  let pending: Atom[] = [];
  for (const line of byLine(body)) {
    const cells = joinComparisons(line);
    const values = cells.slice(-count);
    const last = values.at(-1);
    if (count < 2 || values.length < count || last === undefined || !isFigure(last.kind)) {
      pending.push(...line);
      continue;
    }
    const name = nameIn([...pending, ...cells.slice(0, -count)]);
    if (name.length > 0 && joinAtoms(name).plain.length <= LONGEST_NAME) drafts.push(record(name, values, tail));
    pending = [];
  }
  return drafts;
}

function joinComparisons(line: readonly Atom[]): Atom[] {
  const joined: Atom[] = [];
  for (const atom of line) {
    const before = joined.at(-1);
    if (before !== undefined && COMPARISON.test(before.plain))
      joined[joined.length - 1] = { ...joinAtoms([before, atom]), line: atom.line };
    else joined.push(atom);
  }
  return joined;
}

/** What stands behind the last level (数量指标, over up to four atoms). */
function nameIn(atoms: readonly Atom[]): Atom[] {
  let start = 0;
  for (let at = 0; at < atoms.length; ) {
    const count = longestJoin(atoms, at, isIndicatorLevel);
    if (count > 0) start = at + count;
    at += Math.max(1, count);
  }
  return atoms.slice(start);
}

function record(name: readonly Atom[], values: readonly Atom[], tail: readonly Column[]): RowDraft {
  const label = name.length === 0 ? null : joinAtoms(name);
  const columns = label === null ? tail : tail.slice(1);
  const cells = label === null ? values : [label, ...values];
  return {
    start: cells[0]?.start ?? 0,
    end: cells.at(-1)?.end ?? 0,
    bare: false,
    side: null,
    labels: label === null ? [] : [{ cell: label, column: tail[0] ?? null }],
    values: values.map((cell, at) => ({ cell, column: columns[at] ?? null })),
    header: tail.slice(0, cells.length).map((column) => column.path),
    printed: cells.map(({ start, end }) => ({ start, end })),
    doubt: null,
  };
}

/** 预算执行情况（万元） as the first of the heads, or a few atoms before them. */
function unitBefore(atoms: readonly Atom[], at: number): string | null {
  for (const atom of atoms.slice(Math.max(0, at - 6), at).toReversed()) {
    const unit = unitOfHead(atom.key);
    if (unit !== null) return unit;
  }
  return null;
}
