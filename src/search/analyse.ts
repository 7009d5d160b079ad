import type { AnalysedDocument } from '../engine/engine.ts';
import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import type { Text } from '../model/text.ts';
import { fenOf } from '../text/money.ts';
import { type Folded, fold, foldString, isSeam } from '../text/normal-form.ts';
import { wordsOf } from '../text/segment.ts';

/** How many code points of the normal form behind a document are matched with it, so that an occurrence may run on. */
export const LOOK_AHEAD = 16;

/**
 * What engines match and rank on, made once for all of them. The report is folded whole and documents are slices of that, so that a document with its
 * look-ahead agrees with the report's normal form wherever it was cut. `noise` (sorted, disjoint) takes no part.
 */
export function analyse(text: Text, documents: readonly Document[], noise: readonly Span[]): AnalysedDocument[] {
  const report = fold(text.text, { noise });
  const wordsOfString = remembered((raw: string) => wordsOf(foldString(raw)));
  return documents.map((document) => {
    const place = placeIn(report, document);
    const folded = report.folded.slice(place.first, place.end);
    return {
      document,
      folded,
      ahead: report.folded.slice(place.end, place.aheadEnd),
      words: {
        path: [...document.path, document.table ?? ''].flatMap(wordsOfString),
        text: wordsOf(folded),
        labels: labelsOf(document).flatMap(wordsOfString),
      },
      fen: fenOfDocument(document),
      seams: seamsIn(report, place.first, place.aheadEnd),
    };
  });
}

interface Place {
  readonly first: number;
  readonly end: number;
  readonly aheadEnd: number;
}

/** A document's place in its report's normal form, in UTF-16 units. Noise inside it is not there, so it is one range. */
function placeIn(report: Folded, document: Document): Place {
  const first = firstAt(report.from, document.start);
  const end = firstAt(report.from, document.end);
  return { first, end, aheadEnd: codePointsOn(report.folded, end, LOOK_AHEAD) };
}

/** The first index whose value is not below the offset: binary search over ascending offsets. */
function firstAt(ascending: Int32Array, offset: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function codePointsOn(text: string, from: number, count: number): number {
  let at = from;
  for (let n = 0; n < count && at < text.length; n++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

function seamsIn(report: Folded, from: number, to: number): number[] {
  const seams: number[] = [];
  for (let at = from + 1; at <= to; at++) if (isSeam(report, at)) seams.push(at - from);
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

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}
