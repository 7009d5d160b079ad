import type { Span } from '../model/span.ts';
import type { Folded } from './normal-form.ts';

/** A folded text beside its raw characters: what stood at a folded unit, and what stood between two neighbours (white space, commas, quotes), noise left out. */
export class SourceGaps {
  readonly folded: string;
  readonly #map: Folded;
  readonly #text: string;
  readonly #start: number;
  readonly #noise: readonly Span[];

  constructor(map: Folded, text: string, start: number, noise: readonly Span[]) {
    this.folded = map.folded;
    this.#map = map;
    this.#text = text;
    this.#start = start;
    this.#noise = noise;
  }

  /** Where the character of a unit begins and ends in the report. */
  from = (at: number): number => this.#map.from[at] ?? this.#start + this.#text.length;
  to = (at: number): number => this.#map.to[at] ?? this.#start + this.#text.length;

  /** The raw character of a unit. */
  raw = (at: number): string => this.slice(this.from(at), this.to(at));

  /** What was dropped before a unit; the whole beginning before the first. */
  before(at: number): string {
    const left = at === 0 ? this.#start : this.to(at - 1);
    const right = this.from(at);
    return left >= right ? '' : this.slice(left, right);
  }

  /** A raw range of the report, noise left out. */
  slice(from: number, to: number): string {
    let whole = '';
    let at = from;
    for (const span of this.#noise) {
      if (span.end <= at) continue;
      if (span.start >= to) break;
      whole += this.#text.slice(at - this.#start, Math.max(at, span.start) - this.#start);
      at = span.end;
    }
    return at < to ? whole + this.#text.slice(at - this.#start, to - this.#start) : whole;
  }

  /** Whether a line begins with this unit. */
  beginsLine = (at: number): boolean => at === 0 || LINE_END.test(this.before(at));

  /** How many units stand before this one on its line, counted up to `most`. */
  unitsBefore(at: number, most: number): number {
    let count = 0;
    while (count < most && !this.beginsLine(at - count)) count++;
    return count;
  }
}

const LINE_END = /[\n\r]/;
