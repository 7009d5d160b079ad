import type { Span } from '../model/span.ts';
import { isContinued } from '../text/continued.ts';
import { type Folded, isSeam } from '../text/normal-form.ts';

/** The places of a folded figure that no digit (or a point or comma and a digit) continues on either side (Match 'literal' with `alone`). */
export function occurrencesAlone(text: Folded, needle: string): Span[] {
  const found: Span[] = [];
  if (needle === '') return found;
  for (let at = text.folded.indexOf(needle); at >= 0; at = text.folded.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (isSeam(text, at) || isSeam(text, end) || isContinued(text.folded, at, end)) continue;
    found.push({ start: text.from[at] ?? 0, end: text.to[end - 1] ?? 0 });
  }
  return found;
}
