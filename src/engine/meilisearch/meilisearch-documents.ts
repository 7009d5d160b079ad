import { NEIGHBOURS } from '../../text/continued.ts';
import { wholeFen } from '../../text/money.ts';
import { isHigh, isLow } from '../../text/surrogates.ts';
import { windowOf } from '../../text/window.ts';
import { documentsInOrder, factsInOrder, noiseBounds } from '../content.ts';
import type { AnalysedDocument, StoredReport } from '../engine.ts';
import type { FacetName, FacetValue } from '../filters.ts';
import { measuredAmounts, type StoredAmounts } from './meilisearch-amounts.ts';
import { encodeValue, isLongValue } from './meilisearch-encode.ts';
import { factLines, prefixesOf } from './meilisearch-fact-lines.ts';
import { gramsOf } from './meilisearch-grams.ts';
import { packChecked, packRanked } from './meilisearch-packed.ts';
import { placeOf } from './meilisearch-place.ts';
import { keyOf, type StoredEntry, storeLines } from './meilisearch-store.ts';

/** UTF-16 units of what follows a document that are stored with it, so that literals of this length are checked without another question. */
const followLength = 48;

/** Printed characters behind a document that its stored window reaches at least. */
export const windowAhead = 64;

/** A report as lines of JSON for the two indexes. */
export interface Projection {
  readonly key: string;
  readonly documents: readonly string[];
  readonly facts: readonly string[];
  readonly store: readonly string[];
}

/** Throws InvalidInputError for documents that are not named by report and place, that begin at one place, whose amounts are too large, and for facts that name none of them. */
export function checkStored(stored: StoredReport): void {
  const content = { ...stored, id: stored.report.id };
  for (const { fen } of documentsInOrder(content)) for (const one of fen) wholeFen(one);
  factsInOrder(content);
}

/** The same throws as checkStored. */
export function project(stored: StoredReport, born: number): Projection {
  const documents = documentsInOrder({ ...stored, id: stored.report.id });
  const key = keyOf(stored.report.id, born);
  const place = placeOf(stored.report);
  const long = new Map<string, string>();
  const facet = (value: FacetValue) => {
    const encoded = encodeValue(value);
    if (value !== null && isLongValue(encoded)) long.set(encoded, value);
    return encoded;
  };
  const streams = streamsOf(documents);
  const byDocument = measuredAmounts(stored.facts);
  const seamed = seamedDocuments(documents, streams);
  const noise = Uint32Array.from(noiseBounds(stored.blocks));
  const text = { length: stored.text.text.length, slice: (start: number, end: number) => stored.text.text.slice(start, end), noise };
  const lines = documents.map((analysed, index) => {
    const { document, folded, words } = analysed;
    const { start } = document;
    const { length } = words.text;
    const stream = streams[index] ?? emptyStream;
    const facets = facetsOf(stored, analysed, facet);
    const amounts = amountsOf(analysed.fen);
    const measured = byDocument.get(document.id);
    return JSON.stringify({
      id: `${document.id}_${born}`,
      key,
      report: stored.report.id,
      born,
      place,
      start,
      ...(stored.report.year === null ? {} : { yearNumber: stored.report.year }),
      ...facets,
      prefixes: prefixesOf(document.code).map((prefix) => facet(prefix)),
      ...amounts,
      ...measuredOf(measured),
      seamed: seamed[index] === true ? '1' : '0',
      length,
      ...gramsOf(folded, stream.follow),
      ranked: packRanked({ ...facets, key, start, length, path: words.path.join(''), labels: words.labels.join(''), folded }),
      checked: packChecked({ ...facets, ...stream, fen: amounts.fen, measured: measured ?? {} }),
      data: JSON.stringify(document),
      window: JSON.stringify(windowOf(text, document, windowAhead)),
    });
  });
  const facts = factLines(stored, born, { key, place, facet });
  const reckoned: Omit<StoredEntry, 'summary' | 'textPieces' | 'blockPieces'> = {
    place,
    documents: documents.length,
    words: documents.reduce((sum, { words }) => sum + words.text.length, 0),
    seamed: seamed.filter(Boolean).length,
    long: Object.fromEntries(long),
  };
  return { key, documents: lines, facts, store: storeLines(stored, born, reckoned) };
}

/** The facet values of a document as they are compared. */
const facetsOf = ({ report }: StoredReport, { document }: AnalysedDocument, encode: (value: FacetValue) => string) =>
  ({
    department: encode(report.department),
    district: encode(report.district),
    city: encode(report.city),
    year: encode(report.year === null ? null : String(report.year)),
    reportKind: encode(report.reportKind),
    scope: encode(report.scope),
    category: encode(document.category),
    kind: encode(document.kind),
    table: encode(document.table),
    code: encode(document.code),
  }) satisfies Record<FacetName, string>;

/** Amounts to filter by, and their ends to sort by where there are any. */
function amountsOf(amounts: readonly bigint[]): { readonly fen: readonly number[]; readonly least?: number; readonly most?: number } {
  const fen = amounts.map(wholeFen);
  const [least, most] = [fen[0], fen.at(-1)];
  return { fen, ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

/** The same of amounts that facts give, by measure; absent where there are none. */
function measuredOf(measured: StoredAmounts['measured'] | undefined): Readonly<Record<string, unknown>> {
  if (measured === undefined) return {};
  const by = (value: (fen: readonly number[]) => unknown) =>
    Object.fromEntries(Object.entries(measured).map(([name, fen]) => [name, value(fen)]));
  return { measured, measuredLeast: by((fen) => fen[0]), measuredMost: by((fen) => fen.at(-1)) };
}

/** What stands around a document in the report's normal form. `last`: `follow` reaches its end. Seams are offsets in the document and what follows. */
interface Stream {
  readonly before: string;
  readonly follow: string;
  readonly last: boolean;
  readonly seams: readonly number[];
}
const emptyStream: Stream = { before: '', follow: '', last: true, seams: [] };

/** The units of each document, then those that follow it, taken from the documents that come next: whole whatever folding dropped between. */
function streamsOf(documents: readonly AnalysedDocument[]): Stream[] {
  return documents.map(({ folded, seams }, index) => {
    let [follow, next] = ['', index + 1];
    const barred = [...seams];
    for (; next < documents.length && follow.length < followLength; next++) {
      const following = documents[next];
      if (following === undefined) break;
      const base = folded.length + follow.length;
      barred.push(...following.seams.map((seam) => seam + base));
      follow += following.folded;
    }
    const last = next >= documents.length && follow.length <= followLength;
    const cut = follow.slice(0, followLength);
    return {
      before: charactersBefore(documents, index),
      follow: cut,
      last,
      seams: barred.filter((seam) => seam <= folded.length + cut.length),
    };
  });
}

/** The units before a document that say whether a figure goes on into it. */
function charactersBefore(documents: readonly AnalysedDocument[], index: number): string {
  let text = '';
  for (let at = index - 1; at >= 0 && text.length < NEIGHBOURS; at--) text = (documents[at]?.folded ?? '') + text;
  return text.slice(-NEIGHBOURS);
}

/** For these documents grams do not decide: a seam lies in them or behind them, or a border parts a pair. */
const seamedDocuments = (documents: readonly AnalysedDocument[], streams: readonly Stream[]): boolean[] =>
  documents.map(({ folded }, index) => {
    const { before, seams } = streams[index] ?? emptyStream;
    return seams.length > 0 || (isLow(folded.charCodeAt(0)) && isHigh(before.charCodeAt(before.length - 1)));
  });
