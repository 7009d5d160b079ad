import type { Issue } from '../../src/model/issue.ts';
import type { Span } from '../../src/model/span.ts';
import type { Table } from '../../src/model/table.ts';
import { readTables } from '../tables/read-tables.ts';
import type { Layout } from './layout.ts';
import { type Heading, isPlain, type MarkedLine } from './marked-line.ts';
import { noisePieces } from './noise/noise-pieces.ts';
import { cutPassage } from './passages/cut-passage.ts';
import { joinLines } from './passages/join-lines.ts';
import { printedWithout } from './printed.ts';
import type { RawPiece } from './raw-piece.ts';

export interface PiecesRead {
  readonly pieces: readonly RawPiece[];
  readonly tables: readonly Table[];
  readonly issues: readonly Issue[];
}

/** Marked lines become pieces: headings, noise, the rows of tables, and the passages of what is left. In order of their start. */
export function readPieces(lines: readonly MarkedLine[], text: string, layout: Layout): PiecesRead {
  const read = readTables(lines, text);
  const passages = passagePieces(lines, read.lines, text, layout);
  const pieces = [...headingPieces(lines, text), ...noisePieces(lines), ...read.pieces, ...passages];
  return { pieces: pieces.sort((a, b) => startOf(a) - startOf(b)), tables: read.tables, issues: read.issues };
}

const startOf = (piece: RawPiece): number => piece.spans[0]?.start ?? 0;

/** The lines of one heading are one piece. */
function headingPieces(lines: readonly MarkedLine[], text: string): RawPiece[] {
  const spans = new Map<Heading, Span[]>();
  for (const line of lines) {
    if (line.role.kind !== 'heading') continue;
    const own = spans.get(line.role.heading) ?? [];
    own.push(...printedWithout(text, line, line.markup));
    spans.set(line.role.heading, own);
  }
  return [...spans.values()].map((own) => ({ kind: 'heading', spans: own }));
}

/** Paragraphs run over noise, but not over headings and tables. */
function passagePieces(lines: readonly MarkedLine[], inTable: ReadonlySet<number>, text: string, layout: Layout): RawPiece[] {
  const runs: MarkedLine[][] = [[]];
  lines.forEach((line, index) => {
    if (inTable.has(index) || line.role.kind === 'heading') runs.push([]);
    else if (isPlain(line)) runs.at(-1)?.push(line);
  });
  return runs.flatMap((run) =>
    joinLines(run, layout).flatMap((paragraph) =>
      cutPassage(text, spansOf(paragraph, text)).map((spans): RawPiece => ({ kind: 'passage', spans })),
    ),
  );
}

/** The lines of a paragraph as spans; those with only white space between them become one. */
function spansOf(paragraph: readonly MarkedLine[], text: string): Span[] {
  const spans: Span[] = [];
  for (const span of paragraph.flatMap((line) => printedWithout(text, line, line.markup))) {
    const last = spans.at(-1);
    if (last && printedWithout(text, { start: last.end, end: span.start }, []).length === 0)
      spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
  }
  return spans;
}
