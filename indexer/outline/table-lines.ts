import type { Row } from '../../src/model/row.ts';
import type { Span } from '../../src/model/span.ts';
import { isBlank, isPlain, type MarkedLine, printedText } from './marked-line.ts';
import { printedWithout, trimToPrinted } from './printed.ts';
import type { RawPiece } from './raw-piece.ts';

/** Indices into a list of lines, end exclusive. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

// 公开01表    部门：…    金额单位：万元    2023年度    编制单位：…
const ABOVE_TABLE = /^(?:公开\s?\d{1,2}\s?表|表\s?\d{1,2}|部门[：:]|编制[单部]|(?:金额)?单位[：:]|20\d\d\s?年度?$)/;
const LONGEST_ABOVE = 100;

/** Runs of lines whose cells are parted by TABs, with the unit and department lines right above them. */
export function findTabTables(lines: readonly MarkedLine[]): LineRange[] {
  const ranges: LineRange[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (!isRowLine(lines[index])) continue;
    const from = headFrom(lines, index, ranges.at(-1)?.to ?? 0);
    let to = index + 1;
    for (let next = to; next < lines.length && (isRowLine(lines[next]) || isSkipped(lines[next])); next++)
      if (isRowLine(lines[next])) to = next + 1;
    ranges.push({ from, to });
    index = to - 1;
  }
  return ranges;
}

const isRowLine = (line: MarkedLine | undefined): boolean => line !== undefined && isPlain(line) && line.text.includes('\t');
const isSkipped = (line: MarkedLine | undefined): boolean => line !== undefined && (isBlank(line) || line.role.kind === 'noise');

function headFrom(lines: readonly MarkedLine[], index: number, least: number): number {
  let from = index;
  for (let above = index - 1; above >= least; above--) {
    const line = lines[above];
    if (line === undefined || line.role.kind === 'heading') break;
    if (!isPlain(line)) continue;
    const printed = printedText(line);
    if (printed.length > LONGEST_ABOVE || !ABOVE_TABLE.test(printed)) break;
    from = above;
  }
  return from;
}

/** Each printed line as it stands: a row of text with its cells, or a header. Nothing is read into columns. */
export function readTabTable(lines: readonly MarkedLine[], range: LineRange, text: string, title: string | null): RawPiece[] {
  return lines.slice(range.from, range.to).flatMap((line): RawPiece[] => {
    if (!isPlain(line)) return [];
    const spans = printedWithout(text, line, line.markup);
    return isRowLine(line)
      ? [{ kind: 'row', spans, table: title, row: rowOf(line, text) }]
      : [{ kind: 'header', spans, table: title, row: null }];
  });
}

function rowOf(line: MarkedLine, text: string): Row {
  return {
    table: null,
    side: null,
    lineNo: null,
    code: null,
    name: null,
    header: [],
    printed: cellsOf(line, text),
    cells: [],
    doubt: null,
  };
}

/** The ranges between TABs, trimmed; an empty cell is an empty range. */
function cellsOf(line: MarkedLine, text: string): Span[] {
  const cells: Span[] = [];
  let start = line.start;
  for (const cell of line.text.split('\t')) {
    cells.push(trimToPrinted(text, { start, end: start + cell.length }) ?? { start, end: start });
    start += cell.length + 1;
  }
  return cells;
}
