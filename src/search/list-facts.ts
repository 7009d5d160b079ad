import { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import { factSchema } from '../model/fact.ts';
import { type AnchoredFact, anchorFacts, anchorSchema } from './anchor-facts.ts';
import { hitReportSchema } from './answer.ts';
import { censusOf } from './census.ts';
import { type FactConditions, type FactSort, resolveFactFilters } from './fact-request.ts';
import { hitReport } from './make-hit.ts';

/** A fact as GET /api/facts lists it. `value` and `yuan` are signed; `subject` the printed names above and including it, null where none are printed. */
export const listedFactSchema = factSchema
  .unwrap()
  .omit({ report: true, document: true, subject: true, start: true, end: true })
  .extend({ report: hitReportSchema, document: z.string(), subject: z.array(z.string()).readonly().nullable(), anchor: anchorSchema })
  .readonly();
export type ListedFact = z.infer<typeof listedFactSchema>;

export const factListSchema = z
  .object({ total: z.int(), page: z.int(), size: z.int(), pages: z.int(), facts: z.array(listedFactSchema).readonly() })
  .readonly();
export type FactList = z.infer<typeof factListSchema>;

export interface FactListRequest extends FactConditions {
  readonly sort: FactSort;
  readonly page: number;
  readonly size: number;
}

/** All facts that the filters take, a page of them. Throws InvalidInputError for `min` and `max` that are no amounts. */
export async function listFacts(
  engine: Engine,
  { sort, page, size, ...asked }: FactListRequest,
  { base = '' }: { readonly base?: string } = {},
): Promise<FactList> {
  return engine.read(async (reader) => {
    const filters = resolveFactFilters(asked, await censusOf(engine, reader).values());
    const { total, facts } = await reader.facts({ filters, order: sort, from: (page - 1) * size, size });
    const anchored = await anchorFacts(reader, facts, base);
    return { total, page, size, pages: Math.ceil(total / size), facts: anchored.map((one) => listFact(one, base)) };
  });
}

function listFact({ fact, report, anchor }: AnchoredFact, base: string): ListedFact {
  const { report: _, start: __, end: ___, subject, ...rest } = fact;
  return { ...rest, report: hitReport(report, base), subject: subject.length === 0 ? null : subject, anchor };
}
