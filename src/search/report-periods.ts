import { LRUCache } from 'lru-cache';
import type { Reader } from '../engine/engine.ts';
import { anyFact } from '../engine/facts.ts';

/** The year that figures of a report are of, by the offset at which each begins. Figures of which nothing says it, or two things say two years, are absent. */
export type Periods = ReadonlyMap<number, string>;

export const noPeriods: Periods = new Map();

/** Reports kept at once; in most orders those of one report stand together. */
const MOST_REPORTS = 64;
/** Facts asked for at once. */
const AT_ONCE = 1_000;

/** Reads the periods of reports of one state of the index, each report once. */
export function periodsReader(): (reader: Reader, report: string) => Promise<Periods> {
  const known = new LRUCache<string, Periods>({ max: MOST_REPORTS });
  return async (reader, report) => {
    const key = `${reader.build} ${report}`;
    const periods = known.get(key) ?? (await readPeriods(reader, report));
    known.set(key, periods);
    return periods;
  };
}

async function readPeriods(reader: Reader, report: string): Promise<Periods> {
  const said = new Map<number, string | null>();
  for (let from = 0; ; from += AT_ONCE) {
    const { facts } = await reader.facts({ filters: { ...anyFact, reports: [report] }, order: 'source', from, size: AT_ONCE });
    for (const { fact } of facts) said.set(fact.start, !said.has(fact.start) || said.get(fact.start) === fact.period ? fact.period : null);
    if (facts.length < AT_ONCE) return new Map([...said].flatMap(([start, period]) => (period === null ? [] : [[start, period] as const])));
  }
}
