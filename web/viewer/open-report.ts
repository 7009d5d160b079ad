import type { Engine } from '../../src/engine/engine.ts';
import type { Block } from '../../src/model/block.ts';
import type { Document } from '../../src/model/document.ts';
import type { Report } from '../../src/model/report.ts';
import type { Span } from '../../src/model/span.ts';
import { digestAt, type TextPiece } from '../../src/search/links.ts';
import { findReport, missing } from '../api/find-report.ts';
import { arrange } from './arrange.ts';
import type { Display } from './display.ts';
import { findPlace, type Place } from './place.ts';
import { findMatches, type ReportMatches } from './report-matches.ts';
import type { ViewerState } from './viewer-url.ts';
import { cutWindows, windowAt } from './windows.ts';

/** What the viewer shows: one window of a report with the place, the matches and the ways around. */
export interface OpenReport {
  readonly report: Report;
  readonly text: string;
  readonly place: Place;
  readonly window: Span;
  readonly windows: readonly Span[];
  /** Number of the window shown, from 0. */
  readonly number: number;
  readonly displays: readonly Display[];
  readonly found: ReportMatches;
  /** The digest that belongs in a link to a span. */
  readonly digest: (span: Span) => string;
}

export async function openReport(engine: Engine, id: string, state: ViewerState): Promise<OpenReport> {
  const { report, text, blocks } = await engine.read(async (reader) => {
    const report = await findReport(reader, id);
    const text = (await reader.text(report.id)) ?? missing(id);
    return { report, text: text.text, blocks: (await reader.blocks(report.id)) ?? missing(id) };
  });
  const noise = blocks.filter((block) => block.kind === 'noise' && block.noise !== 'blank');
  const piece: TextPiece = { text, start: 0, noise };
  const place = await findPlace(piece, state.at ?? null, state.h ?? null);
  const windows = cutWindows(blocks, report.outline);
  const number = windowAt(windows, startOf(place) ?? Math.min(state.from ?? 0, Math.max(0, text.length - 1)));
  const window = windows[number] ?? { start: 0, end: text.length };
  const inside = blocks.filter(({ start }) => start >= window.start && start < window.end);
  const [documents, found] = await Promise.all([
    state.view === 'raw' ? new Map<string, Document>() : readDocuments(engine, inside),
    findMatches(engine, report.id, state.q ?? '', state.match),
  ]);
  const displays = arrange({ text, blocks: inside, documents, outline: report.outline });
  return { report, text, place, window, windows, number, displays, found, digest: (span) => digestAt(piece, span) };
}

const startOf = (place: Place): number | null => (place.kind === 'none' || place.kind === 'outside' ? null : place.span.start);

async function readDocuments(engine: Engine, blocks: readonly Block[]): Promise<ReadonlyMap<string, Document>> {
  const rows = blocks.filter(({ kind }) => kind === 'row').flatMap(({ document }) => document ?? []);
  const found = await engine.read((reader) => reader.documents([...new Set(rows)], 0));
  return new Map(found.map(({ document }) => [document.id, document]));
}
