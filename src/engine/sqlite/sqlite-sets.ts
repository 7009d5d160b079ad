/**
 * Sets of positions: a sorted list where few, one bit a position where many. AND, OR and NOT are made here, not in FTS5,
 * which breaks on a lone NOT, on deep trees and on empty phrases.
 */
export type Positions =
  | { readonly kind: 'list'; readonly at: Uint32Array }
  | { readonly kind: 'bits'; readonly bits: Uint32Array; readonly size: number };

export const listOf = (at: Uint32Array): Positions => ({ kind: 'list', at });
export const nothing: Positions = listOf(new Uint32Array(0));

const wordsFor = (size: number) => (size + 31) >>> 5;

/** Above this share of all positions a bit each is smaller and quicker than a list. */
const denseShare = 1 / 32;

/** A set of positions that come in any order, each once. */
export function setOf(positions: Uint32Array, size: number): Positions {
  if (positions.length <= size * denseShare) return listOf(positions.sort());
  const bits = new Uint32Array(wordsFor(size));
  addTo(bits, positions);
  return { kind: 'bits', bits, size };
}

export function allOf(size: number): Positions {
  const bits = new Uint32Array(wordsFor(size)).fill(0xffffffff);
  return trim(bits, size);
}

/** Bits beyond the last position stay zero, so that NOT is exact. */
function trim(bits: Uint32Array, size: number): Positions {
  const rest = size & 31;
  const last = bits.length - 1;
  if (rest !== 0 && last >= 0) bits[last] = (bits[last] ?? 0) & (2 ** rest - 1);
  return { kind: 'bits', bits, size };
}

function bitsOf(set: Positions, size: number): Uint32Array {
  if (set.kind === 'bits') return set.bits;
  const bits = new Uint32Array(wordsFor(size));
  addTo(bits, set.at);
  return bits;
}

function addTo(bits: Uint32Array, at: Uint32Array): void {
  for (let index = 0; index < at.length; index++) {
    const position = at[index] ?? 0;
    bits[position >>> 5] = (bits[position >>> 5] ?? 0) | (1 << (position & 31));
  }
}

const has = (bits: Uint32Array, position: number): boolean => (((bits[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;

export const complement = (set: Positions, size: number): Positions =>
  trim(
    bitsOf(set, size).map((word) => ~word),
    size,
  );

/** Without some of its positions, a sorted list. */
export function except(set: Positions, some: Uint32Array): Positions {
  if (some.length === 0) return set;
  if (set.kind === 'list') {
    const gone = new Set(some);
    return listOf(set.at.filter((position) => !gone.has(position)));
  }
  const bits = set.bits.slice();
  for (const position of some) bits[position >>> 5] = (bits[position >>> 5] ?? 0) & ~(1 << (position & 31));
  return { ...set, bits };
}

export function intersect(sets: readonly Positions[], size: number): Positions {
  const [first, ...rest] = sets.toSorted((a, b) => rank(a) - rank(b));
  if (first === undefined) return allOf(size);
  return rest.reduce((left, right) => intersectTwo(left, right), first);
}

/** Shorter lists first, bits last: each step works on the smallest set. */
const rank = (set: Positions): number => (set.kind === 'list' ? set.at.length : Number.POSITIVE_INFINITY);

function intersectTwo(a: Positions, b: Positions): Positions {
  if (a.kind === 'list' && b.kind === 'list') return listOf(intersectLists(a.at, b.at));
  if (a.kind === 'bits' && b.kind === 'bits')
    return { kind: 'bits', bits: a.bits.map((word, index) => word & (b.bits[index] ?? 0)), size: a.size };
  const [list, bits] = a.kind === 'list' ? [a, b] : [b, a];
  return list.kind === 'list' && bits.kind === 'bits' ? listOf(list.at.filter((position) => has(bits.bits, position))) : nothing;
}

function intersectLists(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(Math.min(a.length, b.length));
  let size = 0;
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    const [x, y] = [a[left] ?? 0, b[right] ?? 0];
    if (x === y) {
      out[size++] = x;
      left++;
      right++;
    } else if (x < y) left++;
    else right++;
  }
  return out.slice(0, size);
}

export function unite(all: readonly Positions[], size: number): Positions {
  const sets = all.filter((set) => set.kind === 'bits' || set.at.length > 0);
  if (sets.length === 1 && sets[0] !== undefined) return sets[0];
  const most = sets.reduce((sum, set) => sum + (set.kind === 'list' ? set.at.length : size), 0);
  if (most <= size * denseShare) return listOf(sortedUnion(sets, most));
  const bits = new Uint32Array(wordsFor(size));
  for (const set of sets) {
    if (set.kind === 'list') addTo(bits, set.at);
    else for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) | (set.bits[word] ?? 0);
  }
  return { kind: 'bits', bits, size };
}

function sortedUnion(sets: readonly Positions[], most: number): Uint32Array {
  const lists = sets.flatMap((set) => (set.kind === 'list' && set.at.length > 0 ? [set.at] : []));
  const [first, second] = lists;
  if (first === undefined || second === undefined) return first ?? new Uint32Array(0);
  return lists.length === 2 ? mergeTwo(first, second) : sortAll(lists, most);
}

function mergeTwo(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length + b.length);
  let size = 0;
  for (let left = 0, right = 0; left < a.length || right < b.length; ) {
    const [x, y] = [a[left] ?? beyond, b[right] ?? beyond];
    out[size++] = Math.min(x, y);
    if (x <= y) left++;
    if (y <= x) right++;
  }
  return out.slice(0, size);
}

/** Above all positions. */
const beyond = 2 ** 32;

function sortAll(lists: readonly Uint32Array[], most: number): Uint32Array {
  const all = new Uint32Array(most);
  let end = 0;
  for (const list of lists) {
    all.set(list, end);
    end += list.length;
  }
  const sorted = all.subarray(0, end).sort();
  let size = 0;
  for (let at = 0; at < end; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[size++] = sorted[at] ?? 0;
  return sorted.slice(0, size);
}

export const bytesOfSet = (set: Positions): number => (set.kind === 'list' ? set.at.byteLength : set.bits.byteLength);

/** How many positions there are. */
export const sizeOf = (set: Positions): number => (set.kind === 'list' ? set.at.length : countBits(set.bits));

/** The indexes in `at`, a sorted list, of those that are in the set. */
export function eachMember(at: Uint32Array, set: Positions, visit: (index: number) => void): void {
  if (set.kind === 'bits') {
    for (let index = 0; index < at.length; index++) if (has(set.bits, at[index] ?? 0)) visit(index);
    return;
  }
  for (let left = 0, right = 0; left < at.length && right < set.at.length; ) {
    const [x, y] = [at[left] ?? 0, set.at[right] ?? 0];
    if (x === y) visit(left);
    if (x <= y) left++;
    if (y <= x) right++;
  }
}

/** The positions as a sorted list. */
export function toList(set: Positions): Uint32Array {
  if (set.kind === 'list') return set.at;
  const out = new Uint32Array(countBits(set.bits));
  let size = 0;
  for (let index = 0; index < set.bits.length; index++) {
    for (let word = set.bits[index] ?? 0; word !== 0; word &= word - 1) {
      out[size++] = (index << 5) + (31 - Math.clz32(word & -word));
    }
  }
  return out;
}

function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let word of bits) {
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}
