import type { Decimal } from 'decimal.js';
import type { FoundFact } from '../engine/facts.ts';
import type { Measure } from '../model/amount.ts';
import type { Fact } from '../model/fact.ts';
import type { ReportSummary } from '../model/report.ts';
import { Exact } from '../text/exact.ts';
import { toYuan } from '../text/money.ts';
import { columnFigure, sliceOf } from './slice.ts';

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

/**
 * The figure of a measure: null when none is printed, `several` when figures that differ are. Figures that agree within half a unit of their last
 * printed digits are one (1,361,142.00元, 136.11万元): the one printed to the finest digit stands for them.
 */
export function figureOf({ measures }: Pick<Entry, 'measures'>, measure: Measure): FoundFact | 'several' | null {
  const facts = measures.get(measure) ?? [];
  const [finest] = facts.toSorted((a, b) => halfUnit(a.fact).comparedTo(halfUnit(b.fact)));
  if (finest === undefined) return null;
  return facts.every(({ fact }) => agrees(fact, finest.fact)) ? finest : 'several';
}

function agrees(fact: Fact, finest: Fact): boolean {
  if ((fact.yuan === null) !== (finest.yuan === null) || (fact.yuan === null && fact.unit !== finest.unit)) return false;
  return sizeOf(fact).minus(sizeOf(finest)).abs().lessThanOrEqualTo(halfUnit(fact));
}

/** In 元, or in its own unit where it is not money. */
const sizeOf = ({ yuan, value }: Fact): Decimal => new Exact(yuan ?? value);

/** Half of the last printed digit, in the same unit. */
function halfUnit({ value, unit, yuan }: Fact): Decimal {
  const decimals = value.split('.')[1]?.length ?? 0;
  const half = new Exact(10).pow(-decimals).dividedBy(2);
  return yuan === null || unit === null ? half : half.times(toYuan('1', unit) ?? '1');
}
