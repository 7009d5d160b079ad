import { IndexDamagedError } from '../../errors.ts';

/**
 * What facets, filters and orders need of the documents of one report, as one blob: `documents` and `amounts`, then for each document
 * its start and end, its facet value numbers (0: none), the end of its amounts in the list, and whether seams touch it; then the amounts in fen.
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
  readonly fen: Float64Array;
}

const lists = ['start', 'end', 'kind', 'category', 'table', 'code', 'amountEnd', 'seamed'] as const;
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
    throw new IndexDamagedError('the columns of a report have another length than they say; run: npm run suzhang -- rebuild');
  }
  const head = new Uint32Array(bytes.slice(0, headBytes).buffer);
  const list = (index: number) => head.subarray(headerLength + index * size, headerLength + (index + 1) * size);
  const fen = new Float64Array(bytes.slice(headBytes).buffer);
  const [start, end, kind, category, table, code, amountEnd, seamed] = [
    list(0),
    list(1),
    list(2),
    list(3),
    list(4),
    list(5),
    list(6),
    list(7),
  ];
  return { start, end, kind, category, table, code, amountEnd, seamed, fen };
}
