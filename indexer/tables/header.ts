import { foldString } from '../../src/text/normal-form.ts';
import { type ColumnRole, headWord, isKnownHead, isLabelRole, roleOfHead } from './column-role.ts';
import type { GridCell, GridLine } from './grid.ts';

/**
 * A column as its heads say. `path` is the heads from top to bottom joined by "/", white space dropped, '' where no head stands over the column itself.
 * `keys` are the same heads folded.
 */
export interface Column {
  readonly path: string;
  readonly keys: readonly string[];
  readonly role: ColumnRole;
}

/** One of the parts that stand side by side in a table: labels, then values. `from`..`to` are columns, `to` exclusive. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly side: '收入' | '支出' | null;
}

export interface Header {
  readonly columns: readonly Column[];
  readonly blocks: readonly Block[];
}

/** The columns under some head lines. A blank takes the head to its left where merged cells explain it. Linear in the cells. */
export function readHeader(lines: readonly GridLine[]): Header {
  const width = lines.reduce((most, line) => Math.max(most, line.cells.length), 0);
  const heads = mergedHeads(lines, width);
  const columns = Array.from({ length: width }, (_, at) => column(heads[at] ?? []));
  return headerOf(columns);
}

/** Columns whose heads are known, with the parts they stand in. */
export const headerOf = (columns: readonly Column[]): Header => ({ columns, blocks: findBlocks(columns) });

interface Head {
  readonly cell: GridCell;
  readonly own: boolean;
}

/** For each column its heads from the top: own ones, and those of the merged cells it lies in. A merged cell reaches over a column without any head. */
function mergedHeads(lines: readonly GridLine[], width: number): Head[][] {
  const heads: Head[][] = Array.from({ length: width }, () => []);
  const lowest = Array.from({ length: width }, (_, at) => lines.findLastIndex((line) => hasWords(line.cells[at])));
  for (const [depth, line] of lines.entries()) {
    let merged: GridCell | null = null;
    let left = -1;
    for (let at = 0; at < width; at++) {
      const cell = line.cells[at];
      if ((lowest[at] ?? -1) < 0) continue;
      if (cell !== undefined && hasWords(cell)) {
        heads[at]?.push({ cell, own: true });
        merged = isCut(lines, depth, at) ? null : cell;
      } else if (merged !== null && (lowest[at] ?? -1) > depth && sameParent(heads[left] ?? [], heads[at] ?? [], depth))
        heads[at]?.push({ cell: merged, own: false });
      else merged = null;
      left = at;
    }
  }
  return heads;
}

/** A head that goes on below (本年收入合 | 计) is no merged cell over its neighbours. */
function isCut(lines: readonly GridLine[], depth: number, at: number): boolean {
  const key = lines[depth]?.cells[at]?.key ?? '';
  const rest = lines.slice(depth + 1).find((line) => hasWords(line.cells[at]))?.cells[at]?.key ?? '';
  return rest !== '' && !isKnownHead(key) && isKnownHead(key + rest);
}

const hasWords = (cell: GridCell | undefined): boolean => cell !== undefined && cell.kind !== 'empty';

/** A merged cell does not reach over the end of the merged cell above it. `left` is the nearest column that has a head. */
function sameParent(left: readonly Head[], here: readonly Head[], depth: number): boolean {
  if (depth === 0) return true;
  return here.length > 0 ? left[here.length - 1]?.cell === here.at(-1)?.cell : left.length <= 1;
}

function column(heads: readonly Head[]): Column {
  if (!heads.some((head) => head.own)) return { path: '', keys: [], role: 'money' };
  const words = joinWrapped(ownHeads(heads).map((head) => head.cell.plain));
  const keys = words.map(foldString);
  return { path: words.join('/'), keys, role: roleOfHead(keys) };
}

/** 项目 is merged over the labels beneath it, never over figures, however wide the blank to its right. */
function ownHeads(heads: readonly Head[]): readonly Head[] {
  const isLabelHead = ({ cell }: Head): boolean => isKnownHead(cell.key) && isLabelRole(roleOfHead([headWord(cell.key)]));
  const lowest = heads.at(-1);
  return lowest === undefined || isLabelHead(lowest) ? heads : heads.filter((head) => head.own || !isLabelHead(head));
}

/** 本年收入合 | 计 is one head over two lines: joined where only the whole is a known head. */
function joinWrapped(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const above = joined.at(-1);
    const whole = above === undefined ? '' : above + word;
    if (above !== undefined && isKnownHead(foldString(whole)) && !(isKnownHead(foldString(above)) && isKnownHead(foldString(word))))
      joined[joined.length - 1] = whole;
    else joined.push(word);
  }
  return joined;
}

/** A part begins at a label after a value. They are parts only where they look alike: same label heads or same value heads. */
function findBlocks(columns: readonly Column[]): Block[] {
  const starts = columns.flatMap((one, at) =>
    isLabel(one) && (at === 0 || !isLabel(columns[at - 1])) && headedValueBefore(columns, at) ? [at] : [],
  );
  const edges = [0, ...starts, columns.length];
  const blocks = edges.slice(1).map((to, at) => ({ from: edges[at] ?? 0, to, side: sideOf(columns.slice(edges[at], to)) }));
  const alike = blocks.length > 1 && blocks.every((block) => looksLike(columns, blocks[0], block));
  return alike ? blocks : [{ from: 0, to: columns.length, side: null }];
}

const isLabel = (one: Column | undefined): boolean => one !== undefined && one.path !== '' && isLabelRole(one.role);
const headedValueBefore = (columns: readonly Column[], at: number): boolean => {
  for (let before = at - 1; before >= 0; before--) {
    const one = columns[before];
    if (one !== undefined && one.path !== '') return !isLabelRole(one.role);
  }
  return false;
};

const lastWord = (one: Column | undefined): string => headWord(one?.keys.at(-1) ?? '');
const words = (columns: readonly Column[], block: Block, label: boolean): string[] =>
  columns
    .slice(block.from, block.to)
    .filter((one) => one.path !== '' && isLabelRole(one.role) === label)
    .map(lastWord);

function looksLike(columns: readonly Column[], first: Block | undefined, block: Block): boolean {
  if (first === undefined) return false;
  const [labels, otherLabels] = [words(columns, first, true), words(columns, block, true)];
  const [values, otherValues] = [words(columns, first, false), words(columns, block, false)];
  return otherValues.length > 0 && (labels.join() === otherLabels.join() || values.join() === otherValues.join());
}

/** The word 收入 or 支出 over the figures of the part, else over its labels. */
function sideOf(columns: readonly Column[]): '收入' | '支出' | null {
  const values = columns.filter((one) => one.path !== '' && !isLabelRole(one.role));
  return oneSide(values) ?? oneSide(columns);
}

function oneSide(columns: readonly Column[]): '收入' | '支出' | null {
  const keys = new Set(columns.map((one) => one.keys[0] ?? ''));
  const [income, spending] = [hasSide(keys, '收入'), hasSide(keys, '支出')];
  if (income === spending) return null;
  return income ? '收入' : '支出';
}

const hasSide = (keys: ReadonlySet<string>, side: string): boolean =>
  [...keys].some((key) => key === side || key === `本年${side}` || key === `财政拨款${side}`);
