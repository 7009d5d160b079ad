import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import type { Columns } from './sqlite-columns.ts';
import { bytesOf, decodeUtf16, integerOf, textOf } from './sqlite-rows.ts';

/** The normal forms of one document, and the places in its text where no occurrence may begin or end. */
export interface Lean {
  readonly folded: string;
  readonly labels: string;
  readonly path: string;
  readonly seams: ReadonlySet<number>;
}

/** Documents' normal forms by position; those read last are kept. */
export type ReadLean = (position: number) => Lean;

const keptBytes = 64 * 2 ** 20;
const keptPaths = 10_000;
const bytesBeside = 160;
const noSeams: ReadonlySet<number> = new Set();

export function createLeanReading(db: DatabaseSync, { shared, reports }: Columns): ReadLean {
  const recent = new LRUCache<number, Lean>({
    maxSize: keptBytes,
    sizeCalculation: ({ folded, labels }) => 2 * (folded.length + labels.length) + bytesBeside,
  });
  const read = db.prepare('select folded, labels, path, seams from lean where row = ?');
  const pathOf = createPathReading(db);
  return (position) => {
    const known = recent.get(position);
    if (known !== undefined) return known;
    const report = reports[shared.report[position] ?? 0];
    const row = read.get((report?.first ?? 0) + position - (report?.base ?? 0));
    const lean = {
      folded: decodeUtf16(bytesOf(row?.folded)),
      labels: decodeUtf16(bytesOf(row?.labels)),
      path: pathOf(integerOf(row?.path)),
      seams: row?.seams === null ? noSeams : parseSeams(textOf(row?.seams)),
    };
    recent.set(position, lean);
    return lean;
  };
}

/** Heading paths are stored once for all documents of a report that stand under them. */
function createPathReading(db: DatabaseSync): (number: number) => string {
  const recent = new LRUCache<number, string>({ max: keptPaths });
  const read = db.prepare('select folded from heading_path where number = ?');
  return (number) => {
    const path = recent.get(number) ?? decodeUtf16(bytesOf(read.get(number)?.folded));
    recent.set(number, path);
    return path;
  };
}

const parseSeams = (list: string): ReadonlySet<number> => new Set(list.split(',').map((seam) => Number.parseInt(seam, 10)));
