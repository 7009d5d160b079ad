import { isPlain, type MarkedLine, printedText } from '../outline/marked-line.ts';
import type { DraftedSection, DraftedTable } from './finish-table.ts';
import { type Atom, atomsOf } from './flat-atoms.ts';
import { readFlatIndicators } from './flat-indicators.ts';
import { readNumberedRecords } from './flat-numbered.ts';
import { readOneRow } from './flat-one-row.ts';
import type { FlatRead } from './flat-read.ts';
import { readCodedRecords } from './flat-records.ts';
import { gridLine } from './grid.ts';
import { isNote, noteFrom } from './note.ts';
import { tableIssue } from './table-issues.ts';
import { isTableLabel } from './table-label.ts';
import { tableTitle } from './title.ts';
import { readUnits } from './unit-trail.ts';

/** Ways to read such a table; the first that finds rows decides. `spaced`: columns are parted by wide blanks, so an empty cell cannot be seen. */
const readers: readonly ((atoms: readonly Atom[], spaced: boolean, title: string) => FlatRead | null)[] = [
  (atoms, spaced) => (spaced ? null : readFlatIndicators(atoms)),
  (atoms, spaced) => (spaced ? null : readNumberedRecords(atoms)),
  readOneRow,
  readCodedRecords,
];

/** Lines as long as this, with no row in them, are prose that stands within the table. */
const PROSE = 30;

/** Tables without TABs below a title of a table. `taken`: lines that belong to other tables; `titles`: starts of titles that have their table. */
export function readFlatTables(lines: readonly MarkedLine[], taken: ReadonlySet<number>, titles: ReadonlySet<number>): DraftedTable[] {
  return bodies(lines, taken).flatMap(({ heading, below }) => {
    const title = tableTitle(heading.title);
    return title === null || titles.has(heading.start)
      ? []
      : (readBody(lines, below, title, { start: heading.start, end: heading.end }) ?? []);
  });
}

interface Body {
  readonly heading: { readonly title: string; readonly start: number; readonly end: number };
  readonly below: number[];
}

/** The plain lines below each heading. */
function bodies(lines: readonly MarkedLine[], taken: ReadonlySet<number>): Body[] {
  const found: Body[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.role.kind === 'heading') {
      if (found.at(-1)?.heading !== line.role.heading) found.push({ heading: line.role.heading, below: [] });
    } else if (isPlain(line) && !taken.has(at)) found.at(-1)?.below.push(at);
  }
  return found;
}

function readBody(
  lines: readonly MarkedLine[],
  below: readonly number[],
  title: string,
  titleAt: { start: number; end: number },
): DraftedTable | null {
  const end = below.findIndex((at) => lines[at] !== undefined && isNote(printedText(lines[at])));
  const body = end < 0 ? below : below.slice(0, end);
  const atoms = atomsOf(lines, body);
  const spaced = isSpaced(body.map((at) => lines[at]?.text ?? ''));
  const found = readers.reduce<FlatRead | null>((read, reader) => read ?? reader(atoms, spaced, title), null);
  const records = (found?.sections ?? []).flatMap((section) => section.records);
  if (found === null || records.length === 0) return null;
  const captions = body.slice(0, 8).flatMap((at) => (lines[at] === undefined ? [] : [gridLine(lines[at], at)]));
  const note = end < 0 ? null : noteFrom(lines, below[end] ?? 0);
  return {
    region: { lines: ownLines(lines, body, records), title, titleAt, note },
    label: captions.flatMap((line) => line.cells).find((cell) => isTableLabel(cell.key))?.plain ?? null,
    units: readUnits(captions, Number.MAX_SAFE_INTEGER),
    sections: found.sections,
    doubt: found.doubt,
    issues: found.doubt ? [tableIssue('table-unread', records[0]?.draft ?? null, title)] : [],
  };
}

/** Up to the last row; long lines without a row are prose and stay passages. */
function ownLines(lines: readonly MarkedLine[], body: readonly number[], records: DraftedSection['records']): number[] {
  const rows = records.map(({ draft }) => draft).sort((a, b) => a.start - b.start);
  const end = rows.at(-1)?.end ?? 0;
  let next = 0;
  return body.filter((at) => {
    const line = lines[at];
    if (line === undefined || line.start >= end) return false;
    while (next < rows.length && (rows[next]?.end ?? 0) <= line.start) next++;
    return (rows[next]?.start ?? end) < line.end || printedText(line).length <= PROSE;
  });
}

// 201      一般公共服务支出
const WIDE_BLANK = /\S[ \u3000]{3,}\S/;
const SPACED_SHARE = 0.2;

/** Are the columns of these lines parted by wide blanks, as in the plain text of a page? */
function isSpaced(lines: readonly string[]): boolean {
  const several = lines.filter((line) => /\S\s+\S/.test(line));
  return several.filter((line) => WIDE_BLANK.test(line)).length > several.length * SPACED_SHARE;
}
