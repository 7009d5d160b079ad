import type { Span } from '../model/span.ts';
import { isHigh, isLow } from './surrogates.ts';
import { UNSEEN } from './unseen.ts';

/** A report's text, wherever it is kept. */
export interface SlicedText {
  readonly length: number;
  slice(start: number, end: number): string;
  /** Noise but blanks, in order: start, end, start, end … */
  readonly noise: Uint32Array;
}

/** A piece of a report's text: see TextWindow in engine/engine.ts. */
export interface Window {
  readonly start: number;
  readonly text: string;
  readonly noise: readonly Span[];
  readonly last: boolean;
}

/** From the printed character before `start` to `ahead` printed, noise-free characters past `end`, never through a surrogate pair. */
export function windowOf(text: SlicedText, { start, end }: Span, ahead: number): Window {
  const from = printedBefore(text, start);
  const to = printedAfter(text, end, ahead);
  return { start: from, text: text.slice(from, to), noise: noiseWithin(text.noise, from, to), last: to >= text.length };
}

function printedBefore(text: SlicedText, start: number): number {
  for (let at = start; at > 0; ) {
    const noise = noiseAt(text.noise, at - 1);
    if (noise !== null) {
      at = noise.start;
      continue;
    }
    const width = isLow(unitAt(text, at - 1)) && at > 1 && isHigh(unitAt(text, at - 2)) ? 2 : 1;
    at -= width;
    if (!UNSEEN.test(text.slice(at, at + width))) return at;
  }
  return 0;
}

function printedAfter(text: SlicedText, end: number, ahead: number): number {
  let at = end;
  for (let seen = 0; seen < ahead && at < text.length; ) {
    const noise = noiseAt(text.noise, at);
    if (noise !== null) {
      at = noise.end;
      continue;
    }
    const width = isHigh(unitAt(text, at)) && at + 1 < text.length && isLow(unitAt(text, at + 1)) ? 2 : 1;
    if (!UNSEEN.test(text.slice(at, at + width))) seen++;
    at += width;
  }
  return at;
}

const unitAt = (text: SlicedText, at: number): number => text.slice(at, at + 1).charCodeAt(0);

/** The noise that holds the character at `at`. */
function noiseAt(noise: Uint32Array, at: number): Span | null {
  const index = firstEndingAfter(noise, at);
  const [start, end] = [noise[2 * index], noise[2 * index + 1]];
  return start !== undefined && end !== undefined && start <= at ? { start, end } : null;
}

function noiseWithin(noise: Uint32Array, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let index = firstEndingAfter(noise, from); 2 * index < noise.length; index++) {
    const [start = 0, end = 0] = [noise[2 * index], noise[2 * index + 1]];
    if (start >= to) break;
    spans.push({ start: Math.max(start, from), end: Math.min(end, to) });
  }
  return spans;
}

function firstEndingAfter(noise: Uint32Array, at: number): number {
  let [low, high] = [0, noise.length / 2];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((noise[2 * middle + 1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
