import type { Engine } from '../../src/engine/engine.ts';
import type { Block } from '../../src/model/block.ts';
import type { Report } from '../../src/model/report.ts';
import { gapsBetween, overlaps, type Span, sliceSpans } from '../../src/model/span.ts';
import type { Text } from '../../src/model/text.ts';
import { digestAt, type TextPiece } from '../../src/search/links.ts';
import { findReport, missing } from '../api/find-report.ts';
import { findPlace, type Place } from './place.ts';
import type { ViewerState } from './viewer-url.ts';

/** A report with its text, and where a link leads in it. */
export interface OpenSource {
  readonly report: Report;
  readonly text: string;
  readonly pages: Text['pages'];
  readonly blocks: readonly Block[];
  readonly place: Place;
  /** The digest that belongs in a link to a span. */
  readonly digest: (span: Span) => string;
  /** What stands at a span, less the noise inside it: a page number in the middle of a sentence is no part of a quote. Noise alone is as it stands. */
  readonly quote: (span: Span) => string;
}

/** Throws NotFoundError when there is no such report. */
export async function openSource(engine: Engine, id: string, { at, h }: Pick<ViewerState, 'at' | 'h'>): Promise<OpenSource> {
  const { report, text, blocks } = await engine.read(async (reader) => {
    const report = await findReport(reader, id);
    const text = (await reader.text(report.id)) ?? missing(id);
    return { report, text, blocks: (await reader.blocks(report.id)) ?? missing(id) };
  });
  const noise = blocks.filter((block) => block.kind === 'noise' && block.noise !== 'blank');
  const piece: TextPiece = { text: text.text, start: 0, noise };
  const place = await findPlace(piece, at ?? null, h ?? null);
  return {
    report,
    text: text.text,
    pages: text.pages,
    blocks,
    place,
    digest: (span) => digestAt({ ...piece, noise: noise.filter((one) => overlaps(one, span)) }, span),
    quote: (span) => quoteOf(text.text, span, noise),
  };
}

/** What stands at a span, less the noise inside it; noise alone is as it stands. */
function quoteOf(text: string, { start, end }: Span, noise: readonly Span[]): string {
  const inside = noise.filter((one) => overlaps(one, { start, end }));
  return sliceSpans(text, gapsBetween([{ start, end: start }, ...inside, { start: end, end }])) || text.slice(start, end);
}
