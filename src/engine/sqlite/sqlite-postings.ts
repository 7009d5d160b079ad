import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import type { Columns } from './sqlite-columns.ts';
import { nowhere } from './sqlite-columns.ts';
import { type Crossing, compileLiteral, type RowsQuery } from './sqlite-compiler.ts';
import { createEdgeFinder } from './sqlite-edges.ts';
import { integerOf } from './sqlite-rows.ts';
import { listOf, type Positions, unite } from './sqlite-sets.ts';
import type { Verifier } from './sqlite-verify.ts';

/** Where each literal begins, as sets of positions; those of recent literals are kept until the build changes. */
export interface Postings {
  literal(folded: string, alone: boolean): Positions;
}

/** Bytes of recent postings that one reader keeps. */
const cacheBytes = 32 * 2 ** 20;

export function createPostings(db: DatabaseSync, columns: Columns, verifier: Verifier): Postings {
  const recent = new LRUCache<string, Positions>({ maxSize: cacheBytes, sizeCalculation: bytesOfSet });
  const withEdge = createEdgeFinder(columns.shared.edge);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  const rowsOf = ({ sql, parameters }: RowsQuery): Uint32Array => {
    const row = prepare(sql).get(...parameters);
    return positionsOf(typeof row?.rows === 'string' ? row.rows : '', integerOf(row?.count), columns.shared.positionOfRow);
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
    const begins = (position: number) => verifier.begins(position, folded, alone);
    const mayFail = (position: number) => alone || !query.decided || columns.shared.seamed[position] === 1;
    const isSure = !alone && query.decided && !verifier.seams;
    const surely = isSure ? inside : inside.filter((position) => !mayFail(position) || begins(position));
    const further = crossing(query.crossings, folded, alone);
    return further.length === 0 ? listOf(surely) : unite([listOf(surely), listOf(further)], columns.shared.size);
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

const bytesOfSet = (set: Positions, key: string): number =>
  (set.kind === 'list' ? set.at.byteLength : set.bits.byteLength) + 2 * key.length + 64;

const comma = 44;
const zero = 48;

/** "3,17,20", `count` of them, to positions, sorted. Rows that FTS5 still has but the columns don't would be a damaged index; they are left out as `nowhere` is. */
export function positionsOf(rows: string, count: number, positionOfRow: Uint32Array): Uint32Array {
  const out = new Uint32Array(count);
  let size = 0;
  let row = 0;
  let before = 0;
  let sorted = true;
  for (let at = 0; at <= rows.length && count > 0; at++) {
    const code = at < rows.length ? rows.charCodeAt(at) : comma;
    if (code !== comma) {
      row = row * 10 + code - zero;
      continue;
    }
    const position = positionOfRow[row] ?? nowhere;
    row = 0;
    if (position === nowhere) continue;
    if (position < before) sorted = false;
    before = position;
    out[size++] = position;
  }
  const found = size === count ? out : out.slice(0, size);
  return sorted ? found : found.sort();
}
