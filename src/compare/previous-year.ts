import type { Measure } from '../model/amount.ts';
import { budgets, type NotComputed, notComputed, type Pair } from './compute.ts';
import { type Entry, figureOf } from './entry.ts';

/** Finds the entry of the year before for the same body, scope, kind of report and slice. */
export type FindPrevious = (entry: Entry) => Pair | NotComputed;

/** `entries` are all there are, also of years that are not shown. */
export function previousYears(entries: readonly Entry[]): FindPrevious {
  const known = Map.groupBy(entries, (entry) => keyOf(entry, entry.period));
  return (entry) => {
    const { period, report } = entry;
    if (period === null || !YEAR.test(period)) return notComputed('unknown-period', '没有写明年度，不计算');
    if (report.department === null) return notComputed('unknown-period', '没有写明部门，不计算');
    const year = String(Number.parseInt(period, 10) - 1);
    const measure = mainMeasure(entry);
    if (measure === null) return notComputed('not-printed', '没有可比的数');
    const candidates = (known.get(keyOf(entry, year)) ?? []).filter((one) => (one.measures.get(measure) ?? []).length > 0);
    const before = candidates.filter((one) => String(one.report.year) === year);
    return pairOf(entry, before.length > 0 ? before : candidates, { measure, year });
  };
}

// 2023
const YEAR = /^\d{4}$/;

const keyOf = ({ report, slice }: Entry, period: string | null): string =>
  JSON.stringify([report.department, report.city, report.district, report.scope, report.reportKind, slice, period]);

/** What a report is about: a final account its 决算, a budget its budget. */
export const mainMeasure = (entry: Entry): Measure | null =>
  (['决算', ...budgets] as const).find((measure) => (entry.measures.get(measure) ?? []).length > 0) ?? null;

function pairOf(entry: Entry, candidates: readonly Entry[], { measure, year }: { measure: Measure; year: string }): Pair | NotComputed {
  const figure = figureOf(entry, measure);
  if (figure === null || figure === 'several') return notComputed('several', `${measure}有几个不同的数，不计算`);
  const merged = { measures: new Map([[measure, candidates.flatMap((one) => one.measures.get(measure) ?? [])]]) };
  const base = figureOf(merged, measure);
  if (base === null) return notComputed('not-indexed', `${year}年${measure}未收录`);
  if (base === 'several') return notComputed('several', `${year}年${measure}有几个不同的数，不计算`);
  if (figure.fact.yuan === null || base.fact.yuan === null) return notComputed('not-money', '不是金额，不计算');
  return { figure, base, figureName: `${entry.period}年${measure}`, baseName: `${year}年${measure}` };
}
