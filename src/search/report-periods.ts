import { LRUCache } from 'lru-cache';
import type { Reader } from '../engine/engine.ts';
import type { Periods } from '../engine/periods.ts';

export const noPeriods: Periods = new Map();

/** Reports kept at once; in most orders those of one report stand together. */
const MOST_REPORTS = 64;

/** Reads the periods of reports of one state of the index, each report once. */
export function periodsReader(): (reader: Reader, report: string) => Promise<Periods> {
  const known = new LRUCache<string, Periods>({ max: MOST_REPORTS });
  return async (reader, report) => {
    const key = `${reader.build} ${report}`;
    const periods = known.get(key) ?? (await reader.periods(report));
    known.set(key, periods);
    return periods;
  };
}
