import type { Match } from '../../query/ast.ts';
import { type CheckedText, evaluate, type Verdict } from './meilisearch-evaluate.ts';
import { all, type Formula, is, write } from './meilisearch-formula.ts';
import type { Checked, FoundPlace } from './meilisearch-found.ts';
import { checkFields, checkSchema, readChecked, readRanked, type StoredForCheck } from './meilisearch-packed.ts';
import { fetchDocuments, type Session } from './meilisearch-session.ts';

/** More than this are not read to be counted: it would take longer than a person waits. */
export const mostChecked = 20_000;

/** Read at once. */
const pageSize = 4_000;

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
  let total = 1;
  for (let offset = 0; offset < total; offset += pageSize) {
    const page = await fetchDocuments(session, { filter, fields: checkFields, offset, limit: pageSize }, checkSchema);
    total = page.total;
    if (total > mostChecked) return { complete: false, read: 0, found: [] };
    found.push(...(await checkAll(session, match, page.results)));
  }
  return { complete: true, read: total, found };
}

/** Those of the read documents that match, in the order given. */
export async function checkAll(session: Session, match: Match, stored: readonly StoredForCheck[]): Promise<FoundPlace[]> {
  const found: FoundPlace[] = [];
  for (const one of stored) {
    const place = placeOf(session, one);
    const { text } = place;
    let verdict: Verdict = evaluate(match, text);
    for (let length = 4 * text.follow.length + 64; verdict === 'unknown'; length *= 4)
      verdict = evaluate(match, await readFurther(session, place, length));
    if (verdict) found.push(place);
  }
  return found;
}

const noSeams: ReadonlySet<number> = new Set();

function placeOf({ reports }: Session, stored: StoredForCheck): FoundPlace {
  const { table, fen, measured, seams, ...around } = readChecked(reports, stored);
  const ranked = readRanked(reports, stored);
  const text = { folded: ranked.folded, ...around, seams: seams.length === 0 ? noSeams : new Set(seams), fen };
  return { ...ranked, table, fen, measured, text };
}

const followingAtOnce = 200;

/** The text with at least `length` units of what follows it, or all. */
async function readFurther(session: Session, { entry: { key }, start, text }: FoundPlace, length: number): Promise<CheckedText> {
  const filter = all([is('key', key), { kind: 'range', field: 'start', from: start + 1, to: Number.MAX_SAFE_INTEGER }]);
  const seams = [...text.seams].filter((seam) => seam < text.folded.length);
  let follow = '';
  for (let offset = 0, total = 1; offset < total && follow.length < length; offset += followingAtOnce) {
    const query = { filter, fields: checkFields, sort: ['start:asc'], offset, limit: followingAtOnce };
    const page = await fetchDocuments(session, query, checkSchema);
    total = page.total;
    for (const stored of page.results) {
      const { folded } = readRanked(session.reports, stored);
      const base = text.folded.length + follow.length;
      const own = readChecked(session.reports, stored).seams;
      seams.push(...own.filter((seam) => seam < folded.length).map((seam) => seam + base));
      follow += folded;
    }
    if (offset + followingAtOnce >= total) return { ...text, follow, last: true, seams: new Set(seams) };
  }
  return { ...text, follow, last: false, seams: new Set(seams) };
}
