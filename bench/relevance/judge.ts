import type { Engine } from '../../src/engine/engine.ts';
import { searchRequestSchema } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';
import { subjectsNamed } from '../../src/subjects/lookup.ts';
import type { Judged, JudgedQuery, JudgedSpan } from './judged.ts';

/** How well the answer of one query meets what was judged, both 0 to 1. `recall` is null where nothing of grade 2 or 3 was judged. */
export interface Judgement {
  readonly id: string;
  readonly q: string;
  readonly kind: string;
  readonly ndcg: number;
  readonly recall: number | null;
}

/** A hit as judged spans speak of it. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

const NDCG_AT = 10;
const RECALL_AT = 20;
const RELEVANT = 2;

export async function judge(engine: Engine, { queries }: Judged): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const query of queries) {
    const request = searchRequestSchema.parse({ q: query.q, ...filtersOf(query), facets: 'none', size: RECALL_AT });
    const { hits } = await runSearch(engine, request);
    const places = hits.map(({ report, source }) => ({ file: report.file, start: source.start, end: source.end }));
    const { id, q, kind, relevant } = query;
    judgements.push({ id, q, kind, ndcg: ndcg(places, relevant), recall: recall(places, relevant) });
  }
  return judgements;
}

/** A category of the judged file is the name of a class of subjects. */
function filtersOf({ filters }: JudgedQuery): Record<string, readonly string[]> {
  const department = filters?.department ?? null;
  const code = filters?.code ?? classCalled(filters?.category ?? null);
  return { ...(department === null ? {} : { department: [department] }), ...(code === null ? {} : { code: [code] }) };
}

const classCalled = (name: string | null): string | null =>
  name === null
    ? null
    : (subjectsNamed(name).find(({ level, classification }) => level === '类' && classification === 'functional')?.code ?? null);

const gain = (grade: number): number => 2 ** grade - 1;
/** Järvelin and Kekäläinen 2002; ranks from 0. */
const discount = (rank: number): number => 1 / Math.log2(rank + 2);
const meets = (place: Place, span: JudgedSpan): boolean => place.file === span.file && place.start < span.end && span.start < place.end;

/** Gain 2^grade - 1 over the first ten hits; a hit earns the best span it meets that no hit before it has earned. */
export function ndcg(places: readonly Place[], relevant: readonly JudgedSpan[]): number {
  const left = relevant.toSorted((a, b) => b.grade - a.grade);
  const best = left.slice(0, NDCG_AT).reduce((sum, span, rank) => sum + gain(span.grade) * discount(rank), 0);
  let sum = 0;
  for (const [rank, place] of places.slice(0, NDCG_AT).entries()) {
    const at = left.findIndex((span) => meets(place, span));
    const [earned] = at < 0 ? [] : left.splice(at, 1);
    if (earned !== undefined) sum += gain(earned.grade) * discount(rank);
  }
  return best === 0 ? 0 : sum / best;
}

/** The share of spans of grade 2 and 3, of at most twenty, that the first twenty hits meet. */
export function recall(places: readonly Place[], relevant: readonly JudgedSpan[]): number | null {
  const wanted = relevant.filter(({ grade }) => grade >= RELEVANT);
  if (wanted.length === 0) return null;
  const found = wanted.filter((span) => places.slice(0, RECALL_AT).some((place) => meets(place, span))).length;
  return Math.min(1, found / Math.min(wanted.length, RECALL_AT));
}
