import type { Block } from '../model/block.ts';
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Report, ReportSummary } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Text } from '../model/text.ts';
import type { Match } from '../query/ast.ts';
import type { FactFilters, FactItem, FactRequest, FoundFact } from './facts.ts';
import type { FacetName, FacetValue, Filters } from './filters.ts';
import type { Periods } from './periods.ts';

/**
 * Where documents are stored and matched. Ranking, levels, spans, links and reasons stand above it (src/search).
 *
 *   indexer --project, replaceReport--> Engine --read--> Reader --match, candidates, documents--> src/search
 *
 * An engine is a projection of the archive: everything in it can be rebuilt.
 */
export interface Engine {
  /** For people and answers: `sqlite`, `meilisearch`. Nothing is decided on it. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Which of the projectors (src/engine/projectors.ts) makes of a report's content what this engine stores. */
  readonly projector: string;

  /**
   * Afterwards the report is stored whole, under its id, and whatever was stored under that id before is gone. All or nothing, also after a crash.
   * Rejects with BusyError while another process writes, with InvalidInputError when the projection is of another report or projector.
   */
  replaceReport(report: Report, content: Projection): Promise<void>;

  /** Afterwards nothing of the report is found. False when it was not there. */
  removeReport(id: string): Promise<boolean>;

  /**
   * Everything asked through one reader sees one state of the index, named by `reader.build`.
   * Rejects with EngineUnavailableError when waiting for a reader and `work` take longer than `limitMs` (5,000): the request ends, others go on.
   * Rejects with IndexReplacedError before `work` has begun where the index that was opened is no longer there.
   */
  read<T>(work: (reader: Reader) => Promise<T>, options?: { readonly limitMs?: number }): Promise<T>;

  /** Afterwards nothing is open; readers under way are refused. */
  close(): Promise<void>;
}

/** What an engine may be unable to do. */
export interface Capabilities {
  /** Every total and count is exact. An engine without it says `exact: false` where one is not. */
  readonly alwaysExact: boolean;
  /** Honours `Filters.measures`. An engine without it rejects a request that names measures with InvalidInputError. */
  readonly measures: boolean;
  /** So many reports handed over at once are written sooner together than one after the other; 1: it makes no difference. Each is still old or new. */
  readonly writesAtOnce: number;
}

/** What a report says by itself. What is known of it beside other reports and decisions (Report) is not part of it, so that it can be projected before. */
export interface ReportContent {
  /** The report's. */
  readonly id: string;
  readonly text: Text;
  readonly blocks: readonly Block[];
  readonly documents: readonly AnalysedDocument[];
  /** In the order of the text. Each names a document of the report by `document`. */
  readonly facts: readonly Fact[];
}

/** A report with all that it says. */
export interface StoredReport extends Omit<ReportContent, 'id'> {
  readonly report: Report;
}

/**
 * What an engine stores of a content: a few large values, which cross between threads as quickly as one, where documents would be a hundred thousand small
 * objects. Only the engine that it was made for knows what is in it.
 */
export interface Projection {
  readonly projector: string;
  /** The id of the report that it is made of. */
  readonly report: string;
  /** Memory in it that is of nothing else: it may be moved to the other thread instead of copied. */
  readonly buffers: readonly ArrayBuffer[];
}

/** Pure and without connection, so that it runs in any thread. Throws InvalidInputError for documents and facts that are not of the report. */
export type Project = (content: ReportContent) => Projection;

/**
 * A document with what engines match and rank on, made once for all of them by src/search/analyse.ts.
 * `folded` is the normal form of its text, noise left out; put together they are the report's, but for cell marks between them.
 * Words are of the normal form. `fen` are its amounts of money, unsigned ones and signed ones, each once, ascending.
 */
export interface AnalysedDocument {
  readonly document: Document;
  readonly folded: string;
  readonly words: { readonly path: readonly string[]; readonly text: readonly string[]; readonly labels: readonly string[] };
  readonly fen: readonly bigint[];
  /**
   * Offsets inside `folded` at which no occurrence may begin or end, because they lie inside the folding of one character
   * (… folds to three dots, half of it is no place). Empty for nearly all documents; an engine must honour them.
   */
  readonly seams: readonly number[];
}

/**
 * `source`: (city, district, department, year, reportKind, report id), then start; values that are missing last. It breaks all ties.
 * `amount` goes by the smallest and `-amount` by the largest amount of the document within the filter's range; documents without amount last.
 */
export type Order = 'source' | 'year' | '-year' | 'amount' | '-amount';

export interface MatchRequest {
  readonly filters: Filters;
  /** Facets to count. Each is counted without its own filter (`code`: without `codes` too), so that siblings of a chosen value stay visible. */
  readonly facets: readonly FacetName[];
  readonly order: Order;
  readonly from: number;
  readonly size: number;
  /** Ids that are counted but not listed: `from` and `size` speak of the others. */
  readonly without?: readonly string[];
}

export interface MatchAnswer {
  readonly total: number;
  /** Whether `total` and `counts` are exact; if not, they are upper bounds. */
  readonly exact: boolean;
  /** Only values with a count above zero. */
  readonly counts: ReadonlyMap<FacetName, ReadonlyMap<FacetValue, number>>;
  readonly ids: readonly string[];
}

/** What ranking needs to know of a document. Strings are in normal form; `length` is the number of words of its text. */
export interface Candidate {
  readonly id: string;
  readonly report: string;
  readonly kind: Document['kind'];
  readonly category: string | null;
  readonly code: string | null;
  readonly path: string;
  readonly labels: string;
  readonly text: string;
  readonly length: number;
}

/** A document with the piece of its report's text that its matches may need. */
export interface FoundDocument {
  readonly document: Document;
  readonly report: ReportSummary;
  /** The report's text from the printed character before `document.start` (folding looks one back) to what was asked for past `document.end`. */
  readonly window: TextWindow;
}

export interface TextWindow {
  readonly start: number;
  readonly text: string;
  /** Noise inside the window (blank left out), in offsets of the report's text. It takes no part in matching. */
  readonly noise: readonly Span[];
  /** The text ends where the window ends. */
  readonly last: boolean;
}

export interface Reader {
  /** Changes with every write. */
  readonly build: string;

  /** All values of every facet that some document has, null left out, in no order. */
  values(): Promise<ReadonlyMap<FacetName, readonly string[]>>;

  match(match: Match, request: MatchRequest): Promise<MatchAnswer>;

  /** All documents that match when they are at most `most`, else the `most` best by the engine's own reckoning over `words`; in source order. */
  candidates(match: Match, filters: Filters, words: readonly string[], most: number): Promise<readonly Candidate[]>;

  /** In the order asked for; unknown ids are left out. Windows reach at least `ahead` printed, noise-free characters past the document's end, or to the end of the text. */
  documents(ids: readonly string[], ahead: number): Promise<readonly FoundDocument[]>;

  /** All reports in source order. */
  reports(): Promise<readonly ReportSummary[]>;

  report(id: string): Promise<Report | null>;
  text(id: string): Promise<Text | null>;
  blocks(id: string): Promise<readonly Block[] | null>;

  /** Facts that meet the filters; `total` is exact. */
  facts(request: FactRequest): Promise<{ readonly total: number; readonly facts: readonly FoundFact[] }>;

  /** Of the figures that facts of the report tell; empty for an unknown id. */
  periods(id: string): Promise<Periods>;

  /**
   * The names whose item holds `containing` (in normal form; empty: all) of facts that meet the filters: those of most reports first, then of most
   * facts, then by item, code and figure in code units. `total` is how many names there are, `items` the first `size` of them.
   */
  factItems(
    containing: string,
    filters: FactFilters,
    size: number,
  ): Promise<{ readonly total: number; readonly items: readonly FactItem[] }>;
}
