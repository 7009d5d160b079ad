import { wholeFen } from '../../text/money.ts';
import { documentsInOrder, noiseBounds } from '../content.ts';
import type { AnalysedDocument, Projection, ReportContent } from '../engine.ts';
import { type DocumentTokens, tokensOf } from './sqlite-document-tokens.ts';
import { type ProjectedFacts, projectFacts } from './sqlite-fact-projection.ts';
import { encodeLean, type LeanRow } from './sqlite-lean.ts';
import { type Numbered, numberValues } from './sqlite-numbered.ts';
import { type PackedTexts, packTexts } from './sqlite-packed-texts.ts';
import type { ReportColumns } from './sqlite-report-columns.ts';
import { encodeNumbers, encodeUtf16 } from './sqlite-rows.ts';
import { documentTuples } from './sqlite-tuples.ts';

/** What is stored of a report's content, as the statements take it: nothing of it is looked into while writing. */
export interface SqliteProjection extends Projection {
  readonly projector: 'sqlite';
  /** UTF-16LE. */
  readonly text: Uint8Array;
  /** JSON. */
  readonly pages: string;
  readonly blocks: string;
  readonly noise: Uint8Array;
  readonly lean: LeanRow;
  /** As tuples (sqlite-tuples.ts), in the order of the text. */
  readonly documents: PackedTexts;
  readonly tokens: DocumentTokens;
  readonly columns: ProjectedColumns;
  readonly facts: ProjectedFacts;
}

type ValueColumn = 'kind' | 'category' | 'table' | 'code';
export interface ProjectedColumns extends Omit<ReportColumns, ValueColumn>, Readonly<Record<ValueColumn, Numbered>> {}

/** Throws InvalidInputError for documents and facts that are not of the report, documents that begin at one place, and amounts no engine can hold. */
export function projectForSqlite(content: ReportContent): SqliteProjection {
  const { id, text, blocks } = content;
  const documents = documentsInOrder(content);
  const tokens = tokensOf(documents);
  const stored = {
    text: encodeUtf16(text.text),
    pages: JSON.stringify(text.pages),
    blocks: JSON.stringify(blocks),
    noise: encodeNumbers(noiseBounds(blocks)),
    lean: encodeLean(documents),
    documents: packTexts(documents.values().map(({ document }) => documentTuples.write(document))),
    tokens,
    columns: columnsOf(documents, tokens),
    facts: projectFacts(content),
  };
  return { projector: 'sqlite', report: id, buffers: [...new Set(buffersIn(stored))], ...stored };
}

/** What is packed has memory of its own: no Buffer of Node's pool is among it. */
function buffersIn(part: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(part)) return part.buffer instanceof ArrayBuffer ? [part.buffer] : [];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(buffersIn) : [];
}

function columnsOf(documents: readonly AnalysedDocument[], { edge }: DocumentTokens): ProjectedColumns {
  const numbered = (name: ValueColumn) => numberValues(documents.map(({ document }) => document[name]));
  let amounts = 0;
  return {
    start: Uint32Array.from(documents, ({ document }) => document.start),
    end: Uint32Array.from(documents, ({ document }) => document.end),
    kind: numbered('kind'),
    category: numbered('category'),
    table: numbered('table'),
    code: numbered('code'),
    amountEnd: Uint32Array.from(documents, ({ fen }) => {
      amounts += fen.length;
      return amounts;
    }),
    seamed: Uint32Array.from(seamedDocuments(documents), (is) => (is ? 1 : 0)),
    length: Uint32Array.from(documents, ({ words }) => words.text.length),
    edge,
    fen: Float64Array.from(documents.flatMap(({ fen }) => fen.map(wholeFen))),
  };
}

/** Which documents hold or reach over a place where no occurrence may begin or end; for them grams alone do not decide. */
function seamedDocuments(documents: readonly AnalysedDocument[]): boolean[] {
  const longest = 32;
  let base = 0;
  const seams: number[] = [];
  const bases = documents.map(({ folded, seams: own }) => {
    for (const seam of own) seams.push(base + seam);
    base += folded.length;
    return base - folded.length;
  });
  let next = 0;
  return documents.map(({ folded }, index) => {
    const start = bases[index] ?? 0;
    while (next < seams.length && (seams[next] ?? 0) < start) next++;
    const seam = seams[next];
    return seam !== undefined && seam <= start + folded.length + longest;
  });
}
