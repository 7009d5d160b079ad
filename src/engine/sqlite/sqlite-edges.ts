/** Finds the documents that have an edge (see edgeOf in sqlite-tokens.ts). */
export type FindEdge = (edge: number) => number[];

/** Positions lie in buckets by the low bits of their edge. */
const lowBits = 0xffff;

/** Sorted into buckets at the first question: a few milliseconds a million documents; a question then looks at one in 65 thousand. */
export function createEdgeFinder(edge: Uint32Array): FindEdge {
  let buckets: Buckets | null = null;
  return (wanted) => {
    buckets ??= sortIntoBuckets(edge);
    const { starts, positions } = buckets;
    const bucket = wanted & lowBits;
    const found: number[] = [];
    for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at++) {
      const position = positions[at] ?? 0;
      if (edge[position] === wanted) found.push(position);
    }
    return found;
  };
}

interface Buckets {
  /** Where each bucket begins in `positions`; one more for the end of the last. */
  readonly starts: Uint32Array;
  readonly positions: Uint32Array;
}

function sortIntoBuckets(edge: Uint32Array): Buckets {
  const starts = new Uint32Array(lowBits + 2);
  for (let position = 0; position < edge.length; position++) {
    const after = ((edge[position] ?? 0) & lowBits) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let bucket = 0; bucket <= lowBits; bucket++) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const next = starts.slice();
  const positions = new Uint32Array(edge.length);
  for (let position = 0; position < edge.length; position++) {
    const bucket = (edge[position] ?? 0) & lowBits;
    const at = next[bucket] ?? 0;
    positions[at] = position;
    next[bucket] = at + 1;
  }
  return { starts, positions };
}
