import type { FoundFact } from '../engine/facts.ts';
import type { Measure } from '../model/amount.ts';
import type { Fact } from '../model/fact.ts';
import type { ReportSummary } from '../model/report.ts';
import { columnFigure, sliceOf } from './slice.ts';
import { standingFigure } from './standing-figure.ts';

/**
 * What one report says of one subject or figure for one period, fund, part, side and column. Figures that differ in any of these never meet in an entry;
 * several figures of one measure are all here, in the order of the text.
 */
export interface Entry extends Pick<Fact, 'code' | 'figure' | 'fund' | 'part' | 'side' | 'period'> {
  readonly report: ReportSummary;
  /** As it is printed first. */
  readonly name: string;
  /** The figure that the column names: 事业收入. null where it stands for the whole row. */
  readonly column: string | null;
  readonly measures: ReadonlyMap<Measure, readonly FoundFact[]>;
  /** See sliceOf. */
  readonly slice: string;
}

/** Entries in the order in which their first figures come. */
export function groupFacts(facts: readonly FoundFact[]): Entry[] {
  const entries = new Map<string, Omit<Entry, 'measures'> & { readonly measures: Map<Measure, FoundFact[]> }>();
  for (const found of facts) {
    const { fact, report } = found;
    const slice = sliceOf(fact);
    const key = JSON.stringify([report.id, fact.period, slice]);
    const { code, figure, fund, part, side, period, item } = fact;
    const column = columnFigure(fact);
    const entry = entries.get(key) ?? { report, name: item, code, figure, fund, part, side, column, period, slice, measures: new Map() };
    entries.set(key, entry);
    entry.measures.set(fact.measure, [...(entry.measures.get(fact.measure) ?? []), found]);
  }
  return [...entries.values()];
}

/** The figure of a measure, see standingFigure. */
export function figureOf({ measures }: Pick<Entry, 'measures'>, measure: Measure): FoundFact | 'several' | null {
  const found = measures.get(measure) ?? [];
  const standing = standingFigure(found.map(({ fact }) => fact));
  if (standing === null || standing === 'several') return standing;
  return found.find(({ fact }) => fact === standing) ?? null;
}
