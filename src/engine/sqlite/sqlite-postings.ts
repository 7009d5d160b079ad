import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import type { Columns } from './sqlite-columns.ts';
import { nowhere } from './sqlite-columns.ts';
import { type Crossing, compileLiteral, type RowsQuery } from './sqlite-compiler.ts';
import { createEdgeFinder } from './sqlite-edges.ts';
import { bytesOf, integerOf } from './sqlite-rows.ts';
import { bytesOfSet, except, intersect, listOf, nothing, type Positions, setOf, toList, unite } from './sqlite-sets.ts';
import type { Verifier } from './sqlite-verify.ts';

/** Where each literal begins, as sets of positions; those of recent literals are kept until the build changes. */
export interface Postings {
  literal(folded: string, alone: boolean): Positions;
}

/** Bytes of recent postings that one reader keeps. */
const cacheBytes = 32 * 2 ** 20;
const bytesBeside = 64;

export function createPostings(db: DatabaseSync, { shared }: Columns, verifier: Verifier): Postings {
  const seamed = setOf(seamedPositions(shared.seamed), shared.size);
  const recent = new LRUCache<string, Positions>({
    maxSize: cacheBytes,
    sizeCalculation: (set, key) => bytesOfSet(set) + 2 * key.length + bytesBeside,
  });
  const withEdge = createEdgeFinder(shared.edge);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  const rowsOf = ({ sql, parameters }: RowsQuery): Positions => {
    const row = prepare(sql).get(...parameters);
    const count = integerOf(row?.count);
    return count === 0 ? nothing : setOf(positionsOf(bytesOf(row?.rows), count, shared.positionOfRow), shared.size);
  };

  const crossing = (crossings: readonly Crossing[], folded: string, alone: boolean): Uint32Array => {
    const found = new Set<number>();
    for (const { edge, before } of crossings) {
      for (const position of withEdge(edge)) if (verifier.crosses(position, folded, alone, before)) found.add(position);
    }
    return Uint32Array.from(found).sort();
  };

  const find = (folded: string, alone: boolean): Positions => {
    const query = compileLiteral(folded);
    const inside = rowsOf(query.inside);
    const doubtful = alone || !query.decided ? inside : intersect([inside, seamed], shared.size);
    const failing = toList(doubtful).filter((position) => !verifier.begins(position, folded, alone));
    const further = listOf(crossing(query.crossings, folded, alone));
    return unite([except(inside, failing), further], shared.size);
  };

  return {
    literal(folded, alone) {
      const key = (alone ? '1' : '0') + folded;
      const known = recent.get(key);
      if (known !== undefined) return known;
      const found = find(folded, alone);
      recent.set(key, found);
      return found;
    },
  };
}

/** The documents that are touched by a place where no occurrence may begin or end: grams alone do not decide there. */
const seamedPositions = (seamed: Uint32Array): Uint32Array => Uint32Array.from(seamed.keys()).filter((position) => seamed[position] === 1);

const comma = 44;
const zero = 48;

/** "3,17,20", `count` rows, to their positions, in no order. Rows that FTS5 still has but the columns don't would be a damaged index; they are left out as `nowhere` is. */
export function positionsOf(rows: Uint8Array, count: number, positionOfRow: Uint32Array): Uint32Array {
  const out = new Uint32Array(count);
  let size = 0;
  let row = 0;
  for (let at = 0; at <= rows.length; at++) {
    const code = at < rows.length ? (rows[at] ?? comma) : comma;
    if (code !== comma) {
      row = row * 10 + code - zero;
      continue;
    }
    const position = positionOfRow[row] ?? nowhere;
    row = 0;
    if (position !== nowhere) out[size++] = position;
  }
  return out.subarray(0, size);
}
