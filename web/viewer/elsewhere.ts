import type { Engine } from '../../src/engine/engine.ts';
import type { Document } from '../../src/model/document.ts';
import { overlaps, type Span } from '../../src/model/span.ts';
import type { Hit } from '../../src/search/answer.ts';
import { searchUrl } from '../../src/search/links.ts';
import { type SearchRequest, searchRequestSchema } from '../../src/search/request.ts';
import { runSearch } from '../../src/search/run-search.ts';
import type { Figure } from './figure.ts';

/** Where else the same amount or the same subject stands. Counts are of documents, the one at hand among them. */
export interface Elsewhere {
  readonly amount: (Counted & { readonly typed: string; readonly places: readonly OtherPlace[] }) | null;
  readonly subject: (Counted & { readonly code: string }) | null;
}

interface Counted {
  readonly here: Count;
  readonly everywhere: Count;
}
interface Count {
  readonly total: number;
  readonly url: string;
}

/** Another place of the same report with the same amount. */
export interface OtherPlace {
  readonly hit: Hit;
  readonly span: Span;
}

const MOST_PLACES = 5;

export async function findElsewhere(engine: Engine, base: string, document: Document, figure: Figure): Promise<Elsewhere> {
  const [amount, subject] = await Promise.all([findAmount(engine, base, document, figure), findSubject(engine, base, document)]);
  return { amount, subject };
}

// 0 0.00 -0.0
const ZERO = /^-?0*\.?0*$/;

/** An amount of nothing stands everywhere and says nothing. */
async function findAmount(engine: Engine, base: string, document: Document, { value, unit, yuan }: Figure): Promise<Elsewhere['amount']> {
  if (unit === null || yuan === null || ZERO.test(value)) return null;
  const typed = `${value.replace('-', '')}${unit}`;
  const [here, everywhere] = await Promise.all([
    ask(engine, base, { q: typed, report: [document.report], sort: 'source', size: MOST_PLACES + 1 }),
    ask(engine, base, { q: typed, size: 1 }),
  ]);
  const others = here.hits.filter(({ id }) => id !== document.id);
  const places = others.flatMap((hit) => hit.source.matches.slice(0, 1).map(([start, end]) => ({ hit, span: { start, end } })));
  return { typed, here: here.count, everywhere: everywhere.count, places: places.slice(0, MOST_PLACES).filter(isAway(document)) };
}

const isAway =
  (document: Document) =>
  ({ span }: OtherPlace): boolean =>
    !overlaps(span, document);

async function findSubject(engine: Engine, base: string, { code, report }: Document): Promise<Elsewhere['subject']> {
  if (code === null) return null;
  const [here, everywhere] = await Promise.all([
    ask(engine, base, { code: [code], report: [report], size: 1 }),
    ask(engine, base, { code: [code], size: 1 }),
  ]);
  return { code, here: here.count, everywhere: everywhere.count };
}

async function ask(engine: Engine, base: string, asked: Partial<SearchRequest>): Promise<{ count: Count; hits: readonly Hit[] }> {
  const request = searchRequestSchema.parse({ ...asked, facets: 'none' });
  const { total, hits } = await runSearch(engine, request, { base });
  return { count: { total, url: searchUrl(base, searchRequestSchema.parse({ ...asked, size: undefined })) }, hits };
}
