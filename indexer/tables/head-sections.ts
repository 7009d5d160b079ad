import { isKnownHead } from './column-role.ts';
import type { GridCell, GridLine } from './grid.ts';
import { isIndicatorLevel } from './indicator-row.ts';
import { isStrongHead, isTotal, kindOfLine, type LineKind, looksLikeHeads } from './line-kind.ts';

/** Some head lines and the rows beneath them, up to the next heads. Every line of the region is in one of the lists, or in `rest` (captions, remarks). */
export interface HeadSection {
  readonly heads: readonly GridLine[];
  readonly numbering: readonly GridLine[];
  readonly rows: readonly GridLine[];
  readonly rest: readonly GridLine[];
}

interface Open {
  /** Whether a line with figures was among its rows. */
  figures: boolean;
  heads: GridLine[];
  numbering: GridLine[];
  rows: GridLine[];
  rest: GridLine[];
}

/** Parts the lines of a table into heads with their rows. The same heads printed again (on the next page) begin a new section, their numbers (栏次) alone do not. */
export function headSections(lines: readonly GridLine[]): HeadSection[] {
  const kinds = lines.map(kindOfLine);
  const ahead = kindsAhead(kinds);
  const sections: Open[] = [];
  const open = (): Open => {
    const fresh: Open = { figures: false, heads: [], numbering: [], rows: [], rest: [] };
    sections.push(fresh);
    return fresh;
  };
  let current = open();
  for (const [at, line] of lines.entries()) {
    const kind = kinds[at] ?? 'blank';
    if (kind === 'blank') continue;
    if (kind === 'caption') current.rest.push(line);
    else if (kind === 'numbering') {
      if (current.rows.length > 0 && sameHeads(line, current.numbering)) {
        current.rest.push(line);
        continue;
      }
      if (current.rows.length > 0) current = open();
      current.numbering.push(line);
    } else if (kind === 'data' || !isHead(lines, ahead, at, current)) {
      current.rows.push(line);
      current.figures ||= kind === 'data';
    } else {
      if (current.rows.length > 0 || current.numbering.length > 0) current = open();
      current.heads.push(line);
    }
  }
  return sections.filter((section) => section.heads.length + section.numbering.length + section.rows.length + section.rest.length > 0);
}

/** A line without figures is heads where its words are heads, or where it stands between heads and their numbers (栏次). */
function isHead(lines: readonly GridLine[], ahead: readonly Ahead[], at: number, current: Open): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  const cells = line.cells.filter((cell) => cell.kind !== 'empty');
  if (current.numbering.length > 0) return isStrongHead(line);
  if (current.rows.length > 0)
    return isStrongHead(line) || sameHeads(line, current.heads) || (!current.figures && looksLikeHeads(line) && cells.length > 2);
  if (loneTotal(cells) && current.heads.length > 0) return ahead[at]?.kind === 'numbering';
  if (looksLikeHeads(line)) return true;
  if (current.heads.length === 0) return headsOfUnknownTable(lines, ahead[at], at) || spansHeadsBelow(line, lines[at + 1]);
  return ahead[at]?.kind === 'numbering' || standsUnderMerged(line, current.heads);
}

const loneTotal = (cells: readonly GridCell[]): boolean => cells.length === 1 && cells[0] !== undefined && isTotal(cells[0]);

/** The next line after a line that is data or numbering, and the next that is not words. */
interface Ahead {
  readonly kind: 'data' | 'numbering' | null;
  readonly at: number;
}

function kindsAhead(kinds: readonly LineKind[]): Ahead[] {
  const ahead: Ahead[] = [];
  let next: Ahead = { kind: null, at: kinds.length };
  for (let at = kinds.length - 1; at >= 0; at--) {
    ahead[at] = next;
    const kind = kinds[at];
    if (kind === 'data' || kind === 'numbering') next = { kind, at };
  }
  return ahead;
}

/** Every cell stands beneath a merged head (one with a blank to its right, or the blank itself), or is the rest of a head that was cut. */
function standsUnderMerged(line: GridLine, heads: readonly GridLine[]): boolean {
  const width = heads.reduce((most, head) => Math.max(most, head.cells.length), 0);
  const cells = line.cells.filter((cell) => cell.kind !== 'empty');
  if (cells.some((cell) => isIndicatorLevel(cell.key) || NUMBERED.test(cell.key))) return false;
  const telling =
    cells.length > 1 ||
    cells.some((cell) => isKnownHead(cell.key)) ||
    line.cells.some((cell, at) => isRest(cell, lowestHead(heads, at)?.cells[at]));
  return telling && line.cells.length <= width && line.cells.every((cell, at) => cell.kind === 'empty' || mayStandBelow(cell, at, heads));
}

/** The lowest head line with words in this column. */
const lowestHead = (heads: readonly GridLine[], at: number): GridLine | undefined => heads.findLast((head) => !isBlank(head.cells[at]));

// 一、一般公共服务支出: the name of a row
const NUMBERED = /^[一二三四五六七八九十]{1,3}、/;

function mayStandBelow(cell: GridCell, at: number, heads: readonly GridLine[]): boolean {
  const above = lowestHead(heads, at);
  return above === undefined || isBlank(above.cells[at + 1]) || isRest(cell, above.cells[at]);
}

const isRest = (cell: GridCell, above: GridCell | undefined): boolean =>
  cell.key !== '' && above !== undefined && above.key !== '' && isKnownHead(above.key + cell.key);

const isBlank = (cell: GridCell | undefined): boolean => cell === undefined || cell.kind === 'empty';

const sameHeads = (line: GridLine, heads: readonly GridLine[]): boolean =>
  heads.some((head) => head.cells.length === line.cells.length && head.cells.every((cell, at) => cell.key === line.cells[at]?.key));

/** Merged cells only, right above a line of known heads of the same width: 甲项目 | | | 乙项目 | | over 合计 | 小计 | … */
const spansHeadsBelow = (line: GridLine, below: GridLine | undefined): boolean =>
  below !== undefined &&
  below.cells.length === line.cells.length &&
  looksLikeHeads(below) &&
  line.cells.every((cell, at) => cell.kind === 'empty' || (at + 1 < line.cells.length && isBlank(line.cells[at + 1])));

/** No known head at all: three words and more right above figures that stand beneath them. */
function headsOfUnknownTable(lines: readonly GridLine[], ahead: Ahead | undefined, at: number): boolean {
  const cells = lines[at]?.cells ?? [];
  const words = cells.filter((cell) => cell.kind !== 'empty');
  if (ahead?.kind !== 'data' || ahead.at - at > 3) return false;
  return (
    words.length >= 3 && words.every((cell) => cell.key !== '' && cell.key.length <= 30) && lines[ahead.at]?.cells.length === cells.length
  );
}
