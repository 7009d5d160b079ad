import type { Span } from '../../src/model/span.ts';

const PAGE_END = '\f';

/**
 * The pages of a plain text. Programs that take the text out of a PDF end each page with a form feed (pdftotext(1); U+000C ends a page since ASCII).
 * They tile the text; null where it holds no form feed. What follows the last one is a page if anything is printed there.
 */
export function pagesOf(text: string): Span[] | null {
  const pages: Span[] = [];
  let start = 0;
  for (let at = text.indexOf(PAGE_END); at >= 0; at = text.indexOf(PAGE_END, start)) {
    pages.push({ start, end: at + 1 });
    start = at + 1;
  }
  const last = pages.at(-1);
  if (last === undefined) return null;
  if (/\S/.test(text.slice(start))) pages.push({ start, end: text.length });
  else pages[pages.length - 1] = { start: last.start, end: text.length };
  return pages;
}
