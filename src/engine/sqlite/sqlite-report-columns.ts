import { IndexDamagedError, rebuildHint } from '../../errors.ts';

/**
 * What facets, filters and orders need of the documents of one report, as one blob: `documents` and `amounts`, then for each document
 * its start and end, its facet value numbers (0: none), the end of its amounts in the list, whether seams touch it, the number of its words
 * and its edge; then the amounts in fen.
 */
export interface ReportColumns {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly kind: Uint32Array;
  readonly category: Uint32Array;
  readonly table: Uint32Array;
  readonly code: Uint32Array;
  readonly amountEnd: Uint32Array;
  readonly seamed: Uint32Array;
  /** Words of its text. */
  readonly length: Uint32Array;
  /** See edgeOf in sqlite-tokens.ts. */
  readonly edge: Uint32Array;
  readonly fen: Float64Array;
}

const lists = ['start', 'end', 'kind', 'category', 'table', 'code', 'amountEnd', 'seamed', 'length', 'edge'] as const;
const headerLength = 2;

export function encodeReportColumns(columns: ReportColumns): Uint8Array {
  const size = columns.start.length;
  const head = new Uint32Array(headerLength + lists.length * size);
  head.set([size, columns.fen.length]);
  lists.forEach((name, index) => {
    head.set(columns[name], headerLength + index * size);
  });
  return Buffer.concat([new Uint8Array(head.buffer), new Uint8Array(columns.fen.buffer, columns.fen.byteOffset, columns.fen.byteLength)]);
}

export function decodeReportColumns(bytes: Uint8Array): ReportColumns {
  const header = new Uint32Array(bytes.slice(0, headerLength * 4).buffer);
  const [size = 0, amounts = 0] = header;
  const headBytes = 4 * (headerLength + lists.length * size);
  if (bytes.byteLength !== headBytes + 8 * amounts) {
    throw new IndexDamagedError(`索引中一份报告的列与其所记长度不符，已损坏；${rebuildHint}`);
  }
  const head = new Uint32Array(bytes.slice(0, headBytes).buffer);
  const list = (name: (typeof lists)[number]) => {
    const from = headerLength + lists.indexOf(name) * size;
    return head.subarray(from, from + size);
  };
  return {
    start: list('start'),
    end: list('end'),
    kind: list('kind'),
    category: list('category'),
    table: list('table'),
    code: list('code'),
    amountEnd: list('amountEnd'),
    seamed: list('seamed'),
    length: list('length'),
    edge: list('edge'),
    fen: new Float64Array(bytes.slice(headBytes).buffer),
  };
}
