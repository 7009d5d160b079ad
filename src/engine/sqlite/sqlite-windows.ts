import type { DatabaseSync } from 'node:sqlite';
import type { Span } from '../../model/span.ts';
import type { TextWindow } from '../engine.ts';
import { bytesOf, decodeNumbers, decodeUtf16 } from './sqlite-rows.ts';
import { chunkKey, chunkLength } from './sqlite-text.ts';

/** What the normal form drops: such characters do not count as printed. */
const NOT_PRINTED = /^[\s\p{Cc}\p{Cf}\u2800\u3164]$/u;

/** A report's text as its stored pieces, each read when first needed. */
export interface StoredText {
  readonly length: number;
  slice(start: number, end: number): string;
  /** Noise but blanks, in order: start, end, start, end … */
  readonly noise: Uint32Array;
}

export function openText(db: DatabaseSync, report: number, length: number): StoredText {
  const read = db.prepare('select data from report_text where key = ?');
  const pieces = new Map<number, string>();
  const piece = (index: number) => {
    const known = pieces.get(index) ?? decodeUtf16(bytesOf(read.get(chunkKey(report, index))?.data));
    pieces.set(index, known);
    return known;
  };
  return {
    length,
    slice(start, end) {
      let text = '';
      for (let at = Math.max(0, start); at < Math.min(end, length); at = (Math.floor(at / chunkLength) + 1) * chunkLength) {
        const index = Math.floor(at / chunkLength);
        text += piece(index).slice(at - index * chunkLength, end - index * chunkLength);
      }
      return text;
    },
    noise: decodeNumbers(bytesOf(db.prepare('select noise from report_detail where report = ?').get(report)?.noise)),
  };
}

/** From the printed character before `start` to `ahead` printed, noise-free characters past `end`, never through a surrogate pair. */
export function windowOf(text: StoredText, { start, end }: Span, ahead: number): TextWindow {
  const from = printedBefore(text, start);
  const to = printedAfter(text, end, ahead);
  return { start: from, text: text.slice(from, to), noise: noiseWithin(text.noise, from, to), last: to >= text.length };
}

function printedBefore(text: StoredText, start: number): number {
  for (let at = start; at > 0; ) {
    const noise = noiseAt(text.noise, at - 1);
    if (noise !== null) {
      at = noise.start;
      continue;
    }
    const width = isLow(text, at - 1) && at > 1 && isHigh(text, at - 2) ? 2 : 1;
    at -= width;
    if (!NOT_PRINTED.test(text.slice(at, at + width))) return at;
  }
  return 0;
}

function printedAfter(text: StoredText, end: number, ahead: number): number {
  let at = end;
  for (let seen = 0; seen < ahead && at < text.length; ) {
    const noise = noiseAt(text.noise, at);
    if (noise !== null) {
      at = noise.end;
      continue;
    }
    const width = isHigh(text, at) && at + 1 < text.length && isLow(text, at + 1) ? 2 : 1;
    if (!NOT_PRINTED.test(text.slice(at, at + width))) seen++;
    at += width;
  }
  return at;
}

const unitAt = (text: StoredText, at: number): number => text.slice(at, at + 1).charCodeAt(0);
const isHigh = (text: StoredText, at: number): boolean => (unitAt(text, at) & 0xfc00) === 0xd800;
const isLow = (text: StoredText, at: number): boolean => (unitAt(text, at) & 0xfc00) === 0xdc00;

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
