import type { Engine } from '../../src/engine/engine.ts';
import type { Block } from '../../src/model/block.ts';
import type { Document } from '../../src/model/document.ts';
import type { Span } from '../../src/model/span.ts';
import { arrange } from './arrange.ts';
import type { Display } from './display.ts';
import { type OpenSource, openSource } from './open-source.ts';
import type { Place } from './place.ts';
import { findMatches, type ReportMatches } from './report-matches.ts';
import type { ViewerState } from './viewer-url.ts';
import { cutWindows, windowAt } from './windows.ts';

/** What the viewer shows: one window of a report with the place, the matches and the ways around. */
export interface OpenReport extends OpenSource {
  readonly window: Span;
  readonly windows: readonly Span[];
  /** Number of the window shown, from 0. */
  readonly number: number;
  readonly displays: readonly Display[];
  readonly found: ReportMatches;
}

/** Where only words are asked for it opens on the first place of them, as any search in a document does. */
export async function openReport(engine: Engine, id: string, state: ViewerState): Promise<OpenReport> {
  const finding = findMatches(engine, id, state.q ?? '', state.match);
  const isAnywhere = state.at === undefined && state.from === undefined;
  const asked = isAnywhere ? { at: (await finding).matches[0] } : state;
  const [source, found] = await Promise.all([openSource(engine, id, asked), finding]);
  const { report, text, blocks, place } = source;
  const windows = cutWindows(blocks, report.outline);
  const number = windowAt(windows, startOf(place) ?? Math.min(state.from ?? 0, Math.max(0, text.length - 1)));
  const window = windows[number] ?? { start: 0, end: text.length };
  const inside = blocks.filter(({ start }) => start >= window.start && start < window.end);
  const documents = state.view === 'raw' ? new Map<string, Document>() : await readDocuments(engine, inside);
  const displays = arrange({ text, blocks: inside, documents, outline: report.outline });
  return { ...source, window, windows, number, displays, found };
}

const startOf = (place: Place): number | null => (place.kind === 'none' || place.kind === 'outside' ? null : place.span.start);

async function readDocuments(engine: Engine, blocks: readonly Block[]): Promise<ReadonlyMap<string, Document>> {
  const read = blocks.filter(({ kind }) => kind === 'row' || kind === 'passage').flatMap(({ document }) => document ?? []);
  const found = await engine.read((reader) => reader.documents([...new Set(read)], 0));
  return new Map(found.map(({ document }) => [document.id, document]));
}
