import { z } from 'zod';
import type { Match } from '../../query/ast.ts';
import { decodeText, decodeValue } from './meilisearch-encode.ts';
import { type CheckedText, evaluate, type Verdict } from './meilisearch-evaluate.ts';
import { all, type Formula, is, write } from './meilisearch-formula.ts';
import type { Checked, FoundPlace } from './meilisearch-found.ts';
import { entryOfKey } from './meilisearch-reports.ts';
import { fetchDocuments, type Session } from './meilisearch-session.ts';

/** More than this are not read to be counted: it would take longer than a person waits. */
export const mostChecked = 20_000;

/** Read at once. */
const pageSize = 4_000;

export const checkFields = [
  'key',
  'start',
  'category',
  'kind',
  'table',
  'code',
  'fen',
  'measured',
  'length',
  'folded',
  'path',
  'labels',
  'follow',
  'before',
  'last',
  'seams',
];

export const checkSchema = z.object({
  key: z.string(),
  start: z.int(),
  category: z.string(),
  kind: z.string(),
  table: z.string(),
  code: z.string(),
  fen: z.array(z.number()),
  measured: z.record(z.string(), z.array(z.number())).default({}),
  length: z.int(),
  folded: z.string(),
  path: z.string(),
  labels: z.string(),
  follow: z.string(),
  before: z.string(),
  last: z.boolean(),
  seams: z.array(z.int()).optional(),
});
export type StoredForCheck = z.infer<typeof checkSchema>;

/** Of the documents that pass the filter those that match by their text. What is asked twice in one reading is read once. */
export function checkMatches(session: Session, match: Match, filter: Formula, key: string): Promise<Checked> {
  const { checking, remembered } = session;
  const name = `${key} ${write(filter)}`;
  const known = remembered.checked.get(name);
  if (known !== undefined) return Promise.resolve(known);
  const begun = checking.get(name) ?? checkAllPassing(session, match, filter);
  checking.set(name, begun);
  return begun.then((result) => {
    remembered.checked.set(name, result);
    return result;
  });
}

async function checkAllPassing(session: Session, match: Match, filter: Formula): Promise<Checked> {
  const found: FoundPlace[] = [];
  for (let offset = 0, total = 1; offset < total; offset += pageSize) {
    const page = await fetchDocuments(session, { filter, fields: checkFields, offset, limit: pageSize }, checkSchema);
    total = page.total;
    if (total > mostChecked) return { complete: false, found: [] };
    found.push(...(await checkAll(session, match, page.results)));
  }
  return { complete: true, found };
}

/** Those of the read documents that match, in the order given. */
export async function checkAll(session: Session, match: Match, stored: readonly StoredForCheck[]): Promise<FoundPlace[]> {
  const found: FoundPlace[] = [];
  for (const one of stored) {
    const text = textOf(one);
    let verdict: Verdict = evaluate(match, text);
    for (let length = 4 * text.follow.length + 64; verdict === 'unknown'; length *= 4)
      verdict = evaluate(match, await readFurther(session, one, text, length));
    if (verdict) found.push(placeOf(session, one, text));
  }
  return found;
}

const noSeams: ReadonlySet<number> = new Set();

const textOf = ({ folded, follow, before, last, seams, fen }: StoredForCheck): CheckedText => ({
  folded: decodeText(folded),
  follow: decodeText(follow),
  before: decodeText(before),
  last,
  seams: seams === undefined ? noSeams : new Set(seams),
  fen,
});

function placeOf({ reports }: Session, stored: StoredForCheck, text: CheckedText): FoundPlace {
  const value = (encoded: string) => decodeValue(encoded, reports.long);
  const { key, start, fen, measured, length } = stored;
  return {
    entry: entryOfKey(reports, key),
    start,
    category: value(stored.category),
    kind: value(stored.kind),
    table: value(stored.table),
    code: value(stored.code),
    fen,
    measured,
    length,
    path: decodeText(stored.path),
    labels: decodeText(stored.labels),
    text,
  };
}

const followingSchema = z.object({ folded: z.string(), seams: z.array(z.int()).optional() });
const followingAtOnce = 200;

/** The text with at least `length` units of what follows it, or all. */
async function readFurther(session: Session, { key, start }: StoredForCheck, text: CheckedText, length: number): Promise<CheckedText> {
  const filter = all([is('key', key), { kind: 'range', field: 'start', from: start + 1, to: Number.MAX_SAFE_INTEGER }]);
  const seams = [...text.seams].filter((seam) => seam < text.folded.length);
  let follow = '';
  for (let offset = 0, total = 1; offset < total && follow.length < length; offset += followingAtOnce) {
    const query = { filter, fields: ['folded', 'seams'], sort: ['start:asc'], offset, limit: followingAtOnce };
    const page = await fetchDocuments(session, query, followingSchema);
    total = page.total;
    for (const { folded: encoded, seams: own = [] } of page.results) {
      const folded = decodeText(encoded);
      const base = text.folded.length + follow.length;
      seams.push(...own.filter((seam) => seam < folded.length).map((seam) => seam + base));
      follow += folded;
    }
    if (offset + followingAtOnce >= total) return { ...text, follow, last: true, seams: new Set(seams) };
  }
  return { ...text, follow, last: false, seams: new Set(seams) };
}
