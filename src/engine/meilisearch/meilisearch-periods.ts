import { z } from 'zod';
import { factSchema } from '../../model/fact.ts';
import { type Periods, periodsOf } from '../periods.ts';
import { all, is } from './meilisearch-formula.ts';
import { fetchDocuments, type Session } from './meilisearch-session.ts';

/** Facts asked for at once: some 400 KB. */
const AT_ONCE = 1_000;

const storedSchema = z.object({ data: z.string() });

/** The server gives back a fact only whole. */
export async function readPeriods(session: Session, report: string): Promise<Periods> {
  const query = {
    filter: all([session.visible, is('report', report)]),
    fields: ['data'],
    sort: ['number:asc'],
    limit: AT_ONCE,
  };
  const facts = [];
  for (let offset = 0, total = 1; offset < total; offset += AT_ONCE) {
    const answer = await fetchDocuments(session, { ...query, offset }, storedSchema, 'facts');
    total = answer.total;
    for (const { data } of answer.results) facts.push(placeSchema.parse(JSON.parse(data)));
  }
  return periodsOf(facts);
}

const placeSchema = factSchema.unwrap().pick({ start: true, period: true });
