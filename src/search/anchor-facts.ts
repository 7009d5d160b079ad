import { z } from 'zod';
import type { FoundDocument, Reader } from '../engine/engine.ts';
import type { FoundFact } from '../engine/facts.ts';
import { IndexDamagedError, rebuildHint } from '../errors.ts';
import type { Fact } from '../model/fact.ts';
import type { Span } from '../model/span.ts';
import { pageAt } from '../text/page-at.ts';
import { digestAt, placeUrl } from './links.ts';

/** A place in a report as every answer names it. `quote` is what stands there, character for character; `line` and `page` are those of its start. */
export const anchorSchema = z
  .object({
    report: z.string(),
    start: z.int(),
    end: z.int(),
    page: z.int().nullable(),
    line: z.int(),
    quote: z.string(),
    url: z.string(),
  })
  .readonly();
export type Anchor = z.infer<typeof anchorSchema>;

export interface AnchoredFact extends FoundFact {
  readonly anchor: Anchor;
}

/** Facts with their places, in the order of the facts. One whose document the index no longer holds is an error of the index. */
export async function anchorFacts(reader: Reader, facts: readonly FoundFact[], base: string): Promise<AnchoredFact[]> {
  const ids = [...new Set(facts.map(({ fact }) => fact.document))];
  const documents = new Map((await reader.documents(ids, 0)).map((found) => [found.document.id, found]));
  const pages = openPages(reader);
  return Promise.all(
    facts.map(async ({ fact, report }) => {
      const found = documents.get(fact.document);
      if (found === undefined) throw new IndexDamagedError(`索引中没有事实 ${fact.id} 所在的条目 ${fact.document}；${rebuildHint}`);
      const line = found.document.line + linesBefore(found, fact);
      const page = found.document.page === null || line === found.document.line ? found.document.page : await pages(fact);
      return { fact, report, anchor: makeAnchor(found, fact, { line, page, base }) };
    }),
  );
}

function makeAnchor(
  { window }: FoundDocument,
  { report, start, end }: Fact,
  at: { line: number; page: number | null; base: string },
): Anchor {
  const quote = window.text.slice(start - window.start, end - window.start);
  const url = placeUrl(at.base, report, { start, end }, digestAt(window, { start, end }));
  return { report, start, end, page: at.page, line: at.line, quote, url };
}

/** Lines end at `\n`. */
function linesBefore({ document, window }: FoundDocument, { start }: Span): number {
  return window.text.slice(document.start - window.start, start - window.start).split('\n').length - 1;
}

/** A document says the page of its start; a figure further down may stand on the next. Pages are read once a report. */
function openPages(reader: Reader): (fact: Fact) => Promise<number | null> {
  const known = new Map<string, Promise<readonly Span[] | null>>();
  return async ({ report, start }) => {
    const reading = known.get(report) ?? reader.text(report).then((text) => text?.pages ?? null);
    known.set(report, reading);
    return pageAt(await reading, start);
  };
}
