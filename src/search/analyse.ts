import type { AnalysedDocument } from '../engine/engine.ts';
import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import type { Text } from '../model/text.ts';
import { firstNotBelow } from '../text/first-not-below.ts';
import { fenOf } from '../text/money.ts';
import { CELL_MARK, type Folded, fold, foldString, isSeam } from '../text/normal-form.ts';
import { ownCopy } from '../text/own-copy.ts';
import { wordsOf } from '../text/segment.ts';

/**
 * What engines match and rank on, made once for all of them. The report is folded whole and documents are slices of that, so that they put together
 * are its normal form wherever it was cut. `noise` (sorted, disjoint) takes no part.
 */
export function analyse(text: Text, documents: readonly Document[], noise: readonly Span[]): AnalysedDocument[] {
  const report = fold(text.text, { noise });
  return documents.map((document) => {
    const own = rangeOf(report, document, text.text);
    const folded = report.folded.slice(own.first, own.end);
    return {
      document,
      folded,
      words: {
        path: [...document.path, document.table ?? ''].flatMap(wordsOfString),
        text: wordsOf(folded),
        labels: labelsOf(document).flatMap(wordsOfString),
      },
      fen: fenOfDocument(document),
      seams: seamsIn(report, own),
    };
  });
}

/** UTF-16 units of the report's normal form. */
interface Range {
  readonly first: number;
  readonly end: number;
}

/**
 * Noise between its spans is not in the normal form, so a document is one range of it, cell marks beside the noise included.
 * A cell mark that follows is its end too: it parts two rows of one line wherever an engine puts documents together again.
 */
function rangeOf({ folded, from }: Folded, { start, end }: Document, text: string): Range {
  const after = firstNotBelow(from, end);
  const isParted = folded[after] === CELL_MARK && text[from[after] ?? 0] === '\t';
  return { first: firstNotBelow(from, start), end: isParted ? after + 1 : after };
}

/** In offsets of the range. */
function seamsIn(report: Folded, { first, end }: Range): number[] {
  const seams: number[] = [];
  for (let at = first + 1; at < end; at++) if (isSeam(report, at)) seams.push(at - first);
  return seams;
}

/** Names, codes and column heads of a row. */
function labelsOf({ row, code, codeName }: Document): string[] {
  if (row === null) return [];
  const labels = [row.name, row.code ?? code, row.name === null ? codeName : null, ...new Set(row.cells.map((cell) => cell.column))];
  return labels.filter((label) => label !== null);
}

/** Money of the document in fen, each value once, ascending: amounts of prose unsigned, cells unsigned and as signed. */
function fenOfDocument({ amounts, row }: Document): bigint[] {
  const printed = [...amounts.map(({ yuan }) => yuan), ...(row?.cells ?? []).map(({ yuan }) => yuan)];
  const found = new Set<bigint>();
  for (const yuan of printed) {
    const fen = yuan === null ? null : fenOf(yuan);
    if (fen === null) continue;
    found.add(fen);
    found.add(fen < 0n ? -fen : fen);
  }
  return [...found].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Titles, names and heads come again in every report; forgotten when they are many. */
const MOST_KNOWN = 10_000;
const known = new Map<string, readonly string[]>();

function wordsOfString(raw: string): readonly string[] {
  let words = known.get(raw);
  if (words === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    words = wordsOf(foldString(raw));
    known.set(ownCopy(raw), words);
  }
  return words;
}
