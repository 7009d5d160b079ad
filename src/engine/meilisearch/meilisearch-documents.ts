import { wholeFen } from '../../text/money.ts';
import { windowOf } from '../../text/window.ts';
import { documentsInOrder, factsInOrder, noiseBounds } from '../content.ts';
import type { AnalysedDocument, StoredReport } from '../engine.ts';
import type { FacetName } from '../filters.ts';
import { measuredAmounts, type StoredAmounts } from './meilisearch-amounts.ts';
import { factLines, prefixesOf } from './meilisearch-fact-lines.ts';
import { gramsOf } from './meilisearch-grams.ts';
import { packChecked, packRanked } from './meilisearch-packed.ts';
import { type Shared, sharedOf } from './meilisearch-shared.ts';
import { storeLines } from './meilisearch-store.ts';
import { type Stream, streamOf } from './meilisearch-streams.ts';

/** Printed characters behind a document that its stored window reaches at least. */
export const windowAhead = 64;

/** A report as lines of JSON for the three indexes. */
export interface ReportLines {
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
export function reportLines(stored: StoredReport, born: number): ReportLines {
  const documents = documentsInOrder({ ...stored, id: stored.report.id });
  const shared = sharedOf(stored.report, born);
  const measured = measuredAmounts(stored.facts);
  const windows = windowsOf(stored);
  const streams = documents.map((_, index) => streamOf(documents, index));
  const lines = documents.map((analysed, index) => {
    const stream = streams[index] ?? streamOf(documents, index);
    return documentLine(shared, analysed, { stream, measured: measured.get(analysed.document.id) ?? {}, window: windows(analysed) });
  });
  const facts = factLines(stored, shared);
  const store = storeLines(stored, born, {
    place: shared.place,
    documents: documents.length,
    words: documents.reduce((sum, { words }) => sum + words.text.length, 0),
    seamed: streams.filter(({ seamed }) => seamed).length,
    long: Object.fromEntries(shared.long),
  });
  return { key: shared.key, documents: lines, facts, store };
}

/** What is stored with a document beside what is said of it alone. `window`: the text around it, as JSON. */
interface Around {
  readonly stream: Stream;
  readonly measured: StoredAmounts['measured'];
  readonly window: string;
}

function documentLine(shared: Shared, analysed: AnalysedDocument, { stream, measured, window }: Around): string {
  const { document, folded, words } = analysed;
  const { key, report, born, place, yearNumber, facet } = shared;
  const [{ start }, { length }] = [document, words.text];
  const facets = facetsOf(shared, analysed);
  const amounts = amountsOf(analysed.fen);
  return JSON.stringify({
    id: `${document.id}_${born}`,
    key,
    report,
    born,
    place,
    start,
    ...yearNumber,
    ...facets,
    prefixes: prefixesOf(document.code).map((prefix) => facet(prefix)),
    ...amounts,
    ...measuredOf(measured),
    seamed: stream.seamed ? '1' : '0',
    length,
    ...gramsOf(folded, stream.follow),
    ranked: packRanked({ ...facets, key, start, length, path: words.path.join(''), labels: words.labels.join(''), folded }),
    checked: packChecked({ ...facets, ...stream, fen: amounts.fen, measured }),
    data: JSON.stringify(document),
    window,
  });
}

function windowsOf({ text: { text }, blocks }: StoredReport): (analysed: AnalysedDocument) => string {
  const noise = Uint32Array.from(noiseBounds(blocks));
  const sliced = { length: text.length, slice: (start: number, end: number) => text.slice(start, end), noise };
  return ({ document }) => JSON.stringify(windowOf(sliced, document, windowAhead));
}

/** The facet values of a document as they are compared. */
const facetsOf = ({ facets, facet }: Shared, { document }: AnalysedDocument) =>
  ({
    ...facets,
    category: facet(document.category),
    kind: facet(document.kind),
    table: facet(document.table),
    code: facet(document.code),
  }) satisfies Record<FacetName, string>;

/** Amounts to filter by, and their ends to sort by where there are any. */
function amountsOf(amounts: readonly bigint[]): { readonly fen: readonly number[]; readonly least?: number; readonly most?: number } {
  const fen = amounts.map(wholeFen);
  const [least, most] = [fen[0], fen.at(-1)];
  return { fen, ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

/** The same of amounts that facts give, by measure; absent where there are none. */
function measuredOf(measured: StoredAmounts['measured']): Readonly<Record<string, unknown>> {
  const all = Object.entries(measured);
  if (all.length === 0) return {};
  const by = (value: (fen: readonly number[]) => unknown) => Object.fromEntries(all.map(([name, fen]) => [name, value(fen)]));
  return { measured, measuredLeast: by((fen) => fen[0]), measuredMost: by((fen) => fen.at(-1)) };
}
