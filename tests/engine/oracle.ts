import type { AnalysedDocument, MatchRequest, Order, StoredReport } from '../../src/engine/engine.ts';
import type { FacetName, FacetValue, Filters } from '../../src/engine/filters.ts';
import { facetNames } from '../../src/engine/filters.ts';
import type { FenRange, Match } from '../../src/query/ast.ts';
import { signedFen } from './signed-fen.ts';

/** What any engine must answer, found by plainly reading everything: no index, no cleverness, nothing of an engine's code. */
export interface OracleDocument {
  readonly stored: StoredReport;
  readonly analysed: AnalysedDocument;
  /** The report's whole normal form, where this document begins and ends in it, and where no occurrence may begin or end. */
  readonly stream: string;
  readonly start: number;
  readonly end: number;
  readonly seams: ReadonlySet<number>;
}

/** All documents in source order. */
export function oracleDocuments(reports: readonly StoredReport[]): OracleDocument[] {
  return reports.toSorted(compareReports).flatMap((stored) => {
    const stream = stored.documents.map(({ folded }) => folded).join('');
    const seams = new Set<number>();
    let start = 0;
    const documents = stored.documents.map((analysed) => {
      for (const seam of analysed.seams) seams.add(start + seam);
      const document = { stored, analysed, stream, start, end: start + analysed.folded.length, seams };
      start = document.end;
      return document;
    });
    return documents;
  });
}

function compareReports({ report: a }: StoredReport, { report: b }: StoredReport): number {
  const keys = (report: StoredReport['report']) => [
    report.city,
    report.district,
    report.department,
    report.year?.toString() ?? null,
    report.reportKind,
    report.id,
  ];
  const [left, right] = [keys(a), keys(b)];
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? null;
    if (value !== other) return value === null ? 1 : other === null ? -1 : value < other ? -1 : 1;
  }
  return 0;
}

/** Where a literal begins in the document, by the definition of Match. */
export function occurrencesIn({ stream, start, end, seams }: OracleDocument, literal: string, alone: boolean): number[] {
  const found: number[] = [];
  for (let at = start; at < end; at++) {
    if (!stream.startsWith(literal, at)) continue;
    const after = at + literal.length;
    if (seams.has(at) || seams.has(after) || insidePair(stream, at) || insidePair(stream, after)) continue;
    if (alone && (isDigit(stream[at - 1]) || isDigit(stream[after]))) continue;
    if (alone && isPoint(stream[at - 1]) && isDigit(stream[at - 2])) continue;
    if (alone && isPoint(stream[after]) && isDigit(stream[after + 1])) continue;
    found.push(at);
  }
  return found;
}

const isDigit = (unit: string | undefined) => unit !== undefined && unit >= '0' && unit <= '9';
const isPoint = (unit: string | undefined) => unit === '.' || unit === ',';
const insidePair = (text: string, at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));

export function matches(document: OracleDocument, match: Match): boolean {
  switch (match.kind) {
    case 'everything':
      return true;
    case 'literal':
      return occurrencesIn(document, match.folded, match.alone).length > 0;
    case 'amount':
      return within(document.analysed.fen, match.fen).length > 0;
    case 'and':
      return match.parts.every((part) => matches(document, part));
    case 'or':
      return match.parts.some((part) => matches(document, part));
    case 'not':
      return !matches(document, match.part);
  }
}

const within = (amounts: readonly bigint[], { from, to }: FenRange): bigint[] =>
  amounts.filter((fen) => (from === null || fen >= from) && (to === null || fen <= to));

/** The amounts that filters speak of, in their range: all of the document, or those of its facts in the named measures, negative ones unsigned too. */
function amountsIn({ stored, analysed }: OracleDocument, { fen, measures = [] }: Filters): bigint[] {
  const range = fen ?? { from: null, to: null };
  if (measures.length === 0) return within(analysed.fen, range);
  const own = stored.facts.filter(({ document, measure }) => document === analysed.document.id && measures.includes(measure));
  const money = own.map(signedFen).filter((one) => one !== null);
  const amounts = money.flatMap((one) => (one < 0n ? [one, -one] : [one]));
  return within(amounts, range).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

export function facetOf({ stored: { report }, analysed: { document } }: OracleDocument, name: FacetName): FacetValue {
  switch (name) {
    case 'year':
      return report.year === null ? null : String(report.year);
    case 'department':
    case 'district':
    case 'city':
    case 'reportKind':
    case 'scope':
      return report[name];
    default:
      return document[name];
  }
}

/** Whether a document passes all conditions but those of one facet. */
export function passes(document: OracleDocument, filters: Filters, but: FacetName | null): boolean {
  const code = facetOf(document, 'code');
  if (filters.reports.length > 0 && !filters.reports.includes(document.stored.report.id)) return false;
  if ((filters.fen !== null || (filters.measures ?? []).length > 0) && amountsIn(document, filters).length === 0) return false;
  if (but !== 'code' && filters.codes.length > 0 && !filters.codes.some((prefix) => code?.startsWith(prefix))) return false;
  return facetNames.every((name) => {
    const filter = filters.facets[name];
    if (name === but || filter === undefined) return true;
    const value = facetOf(document, name);
    return (filter.include.length === 0 || filter.include.includes(value)) && !filter.exclude.includes(value);
  });
}

export interface OracleAnswer {
  readonly total: number;
  readonly counts: Map<FacetName, Map<FacetValue, number>>;
  readonly ids: string[];
}

export function oracleAnswer(documents: readonly OracleDocument[], match: Match, request: MatchRequest): OracleAnswer {
  const matched = documents.filter((document) => matches(document, match));
  const passed = matched.filter((document) => passes(document, request.filters, null));
  const counts = new Map(
    request.facets.map((name) => {
      const values = new Map<FacetValue, number>();
      for (const document of matched.filter((one) => passes(one, request.filters, name))) {
        const value = facetOf(document, name);
        values.set(value, (values.get(value) ?? 0) + 1);
      }
      return [name, values] as const;
    }),
  );
  const listed = inOrder(passed, request.order, request.filters)
    .map(({ analysed }) => analysed.document.id)
    .filter((id) => !request.without?.includes(id));
  return { total: passed.length, counts, ids: listed.slice(request.from, request.from + request.size) };
}

/** `documents` are in source order, and sorting is stable. */
export function inOrder(documents: readonly OracleDocument[], order: Order, filters: Filters): readonly OracleDocument[] {
  if (order === 'source') return documents;
  const backwards = order.startsWith('-');
  const key = (document: OracleDocument): bigint | null => {
    if (order === 'year' || order === '-year') return document.stored.report.year === null ? null : BigInt(document.stored.report.year);
    return amountsIn(document, filters).at(backwards ? -1 : 0) ?? null;
  };
  return documents.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right === backwards ? 1 : -1;
  });
}
