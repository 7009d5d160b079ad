import type { Outline } from '../../../indexer/outline/outline.ts';
import { isUnseen } from '../../../indexer/outline/printed.ts';

/** Why the pieces don't take the text apart as an outline promises; null if they do. */
export function brokenTiling(text: string, outline: Outline): string | null {
  const starts = outline.pieces.map((piece) => piece.spans[0]?.start ?? -1);
  if (starts.some((start, index) => start < (starts[index - 1] ?? 0))) return 'pieces are not in the order of their start';
  const spans = outline.pieces.flatMap((piece) => piece.spans).sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of [...spans, { start: text.length, end: text.length }]) {
    if (start < at) return `a span begins at ${start} inside the one before, which ends at ${at}`;
    for (let lost = at; lost < start; lost++) if (!isUnseen(text.charCodeAt(lost))) return `the character at ${lost} is in no piece`;
    if (start < end && (isUnseen(text.charCodeAt(start)) || isUnseen(text.charCodeAt(end - 1))))
      return `the span at ${start} is not trimmed`;
    at = end;
  }
  return null;
}
