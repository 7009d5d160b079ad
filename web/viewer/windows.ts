import type { Block } from '../../src/model/block.ts';
import type { Section } from '../../src/model/section.ts';
import type { Span } from '../../src/model/span.ts';

/** A window is closed at the next section once it holds this many characters, */
const FULL_AT = 8_000;
/** and at the next block once it holds this many. */
const NEVER_OVER = 16_000;

/**
 * The text cut into windows that tile it, each beginning at a section or at least at a block. The same report always gives the same windows.
 * A single block longer than a window stays whole.
 */
export function cutWindows(blocks: readonly Block[], outline: readonly Section[]): readonly Span[] {
  const sectionStarts = new Set(outline.map(({ start }) => start));
  const windows: Span[] = [];
  let start = 0;
  let end = 0;
  for (const block of blocks) {
    const held = block.start - start;
    const close = (held >= FULL_AT && sectionStarts.has(block.start)) || (held >= NEVER_OVER && block.kind !== 'noise');
    if (close) {
      windows.push({ start, end: block.start });
      start = block.start;
    }
    end = block.end;
  }
  if (end > start || windows.length === 0) windows.push({ start, end });
  return windows;
}

/** The number, from 0, of the window that holds an offset; the last one for the text's end. */
export function windowAt(windows: readonly Span[], offset: number): number {
  const at = windows.findIndex(({ end }) => offset < end);
  return at < 0 ? windows.length - 1 : at;
}
