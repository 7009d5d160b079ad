import type { DatabaseSync } from 'node:sqlite';
import { tokensOf } from './sqlite-document-tokens.ts';
import { openLeanStore, startAt } from './sqlite-lean.ts';
import { textAt } from './sqlite-packed-texts.ts';
import { integerOf, textOf } from './sqlite-rows.ts';
import { fullTextTables } from './sqlite-schema.ts';

/** The places of one term: how many there are, and a sum over them that does not hang on their order. */
interface Tally {
  times: number;
  places: number;
}

type Tallies = Map<string, Tally>;
type FullTextTable = (typeof fullTextTables)[number];

/** A place is a row and an offset in it, as one number below the modulus: sums over all places of an index stay exact. Both are primes. */
const FACTOR = 7_919;
const MODULUS = 1_000_003;

/**
 * How many terms the full-text tables place otherwise than the normal forms of the documents do: a flipped bit hides a document from searches, or shows
 * a wrong one. Bits that FTS5 does not heed do neither, and are not seen. Reads both whole, in one state of the index: 0.8 seconds of processor time for
 * 1,000,000 characters.
 */
export function countStrayTerms(db: DatabaseSync): number {
  db.exec('begin');
  try {
    const meant = readMeant(db);
    return fullTextTables.reduce((sum, table) => sum + countDifferent(meant[table], readPlaced(db, table)), 0);
  } finally {
    db.exec('rollback');
  }
}

/** What the tables should hold: the tokens are made anew. */
function readMeant(db: DatabaseSync): Readonly<Record<FullTextTable, Tallies>> {
  const meant = { grams: new Map<string, Tally>(), singles: new Map<string, Tally>() };
  const lean = openLeanStore(db);
  for (const { number, first } of db.prepare('select number, first from report').all()) {
    const { ends, slice } = lean.text(integerOf(number));
    const tokens = tokensOf(Array.from(ends, (end, ordinal) => ({ folded: slice(startAt(ends, ordinal), end) })));
    for (let ordinal = 0; ordinal < ends.length; ordinal++) {
      const row = integerOf(first) + ordinal;
      for (const [offset, term] of termsOf(textAt(tokens.grams, ordinal)).entries()) add(meant.grams, term, row, offset);
      for (const term of termsOf(textAt(tokens.singles, ordinal))) add(meant.singles, term, row, 0);
    }
  }
  return meant;
}

/** Each stands before a space. */
const termsOf = (tokens: Uint8Array): string[] =>
  Buffer.from(tokens.buffer, tokens.byteOffset, tokens.byteLength).toString().split(' ').slice(0, -1);

function add(tallies: Tallies, term: string, row: number, offset: number): void {
  const tally = tallies.get(term) ?? { times: 0, places: 0 };
  if (tally.times === 0) tallies.set(term, tally);
  tally.times++;
  tally.places += (row * FACTOR + offset) % MODULUS;
}

/** What the table holds (sqlite.org/fts5.html#the_fts5vocab_virtual_table_module); `singles` has no offsets. */
function* readPlaced(db: DatabaseSync, table: FullTextTable): Generator<Tally & { readonly term: string }> {
  db.exec(`create virtual table temp.${table}_places using fts5vocab('main', '${table}', 'instance')`);
  const places = `sum((doc * ${FACTOR} + coalesce(offset, 0)) % ${MODULUS})`;
  for (const row of db.prepare(`select term, count(*) times, ${places} places from temp.${table}_places group by term`).iterate())
    yield { term: textOf(row.term), times: integerOf(row.times), places: integerOf(row.places) };
}

function countDifferent(meant: Tallies, placed: Iterable<Tally & { readonly term: string }>): number {
  let different = 0;
  const missing = new Set(meant.keys());
  for (const { term, times, places } of placed) {
    const tally = meant.get(term);
    if (tally?.times !== times || tally.places !== places) different++;
    missing.delete(term);
  }
  return different + missing.size;
}
