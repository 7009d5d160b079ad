import type { FoundFact, Reader } from '../engine/engine.ts';
import type { Measure } from '../model/amount.ts';
import type { Report, ReportSummary } from '../model/report.ts';
import { type Anchor, anchorFacts } from '../search/anchor-facts.ts';
import { hitReport } from '../search/make-hit.ts';
import type { ComparedEntry, ComparedFigure, ComputedFigure, ComputedName } from './compare-answer.ts';
import { actualAndBudget, type Computation, changeRateOf, difference, rateOf } from './compute.ts';
import { type Entry, figureOf } from './entry.ts';
import { expectedMeasures, whyMissing } from './missing.ts';
import type { FindPrevious } from './previous-year.ts';

/** A report that says nothing of what is compared. */
export interface Silent {
  readonly kind: 'silent';
  readonly report: ReportSummary;
  /** How many figures it states of it in other slices. */
  readonly elsewhere: number;
}
export type Line = Entry | Silent;
export const isSilent = (line: Line): line is Silent => 'kind' in line;

export interface Making {
  readonly previous: FindPrevious;
  /** What a silent report is silent about. */
  readonly about: Pick<Entry, 'code' | 'figure'>;
  readonly base: string;
}

/** The lines of one page as the answer shows them: every figure with its place, every missing one with its reason. */
export async function makeEntries(reader: Reader, lines: readonly Line[], making: Making): Promise<ComparedEntry[]> {
  const worked = lines.map((line) => ({ line, computed: isSilent(line) ? [] : computeAll(line, making.previous) }));
  const show = await figureShower(reader, worked.flatMap(factsOf), making.base);
  const reports = new Map<string, Report | null>();
  for (const { report } of lines) if (!reports.has(report.id)) reports.set(report.id, await reader.report(report.id));
  return worked.map(({ line, computed }) => {
    const report = reports.get(line.report.id) ?? null;
    return isSilent(line) ? silentEntry(line, report, making) : statedEntry(line, computed, { report, show, base: making.base });
  });
}

type Worked = readonly [ComputedName, Computation];
type ShowFigure = (found: FoundFact) => ComparedFigure;

function computeAll(entry: Entry, previous: FindPrevious): Worked[] {
  const budget = actualAndBudget(entry);
  const before = previous(entry);
  const withBudget = (work: typeof difference): Computation => ('kind' in budget ? budget : work(budget));
  const withYearBefore = (work: typeof difference): Computation => ('kind' in before ? before : work(before));
  return [
    ['增减额', withBudget(difference)],
    ['完成率', withBudget(rateOf)],
    ['比上年增减额', withYearBefore(difference)],
    ['比上年增减率', withYearBefore(changeRateOf)],
  ];
}

function factsOf({ line, computed }: { readonly line: Line; readonly computed: readonly Worked[] }): FoundFact[] {
  if (isSilent(line)) return [];
  return [...line.measures.values()].flat().concat(computed.flatMap(([, one]) => (one.kind === 'computed' ? one.operands : [])));
}

/** Places are read once for all figures of a page. */
async function figureShower(reader: Reader, facts: readonly FoundFact[], base: string): Promise<ShowFigure> {
  const wanted = [...new Map(facts.map((found) => [found.fact.id, found])).values()];
  const anchors = await anchorFacts(reader, wanted, base);
  const byId = new Map<string, Anchor | undefined>(wanted.map(({ fact }, n) => [fact.id, anchors[n]]));
  return ({ fact }) => {
    const anchor = byId.get(fact.id);
    if (anchor === undefined) throw new Error(`fact ${fact.id} has no place`);
    const { id, text, value, unit, yuan, from, table, column } = fact;
    return { id, text, value, unit, yuan, from, table, column, anchor };
  };
}

interface Shown {
  readonly report: Report | null;
  readonly show: ShowFigure;
  readonly base: string;
}

function statedEntry(entry: Entry, computed: readonly Worked[], { report, show, base }: Shown): ComparedEntry {
  const { code, figure, name, period, fund, part, side, column, slice } = entry;
  return {
    report: hitReport(entry.report, base),
    ...{ code, name, figure, period, fund, part, side, column, slice },
    elsewhere: 0,
    measures: Object.fromEntries([...entry.measures].map(([measure, facts]) => [measure, facts.map(show)])),
    conflicts: [...entry.measures.keys()].filter((measure) => figureOf(entry, measure) === 'several'),
    missing: missingOf(report, entry, (measure) => entry.measures.has(measure)),
    computed: Object.fromEntries(computed.map(([name, one]) => [name, showComputed(one, show)])),
  };
}

const silentEntry = ({ report, elsewhere }: Silent, detail: Report | null, { about, base }: Making): ComparedEntry => ({
  report: hitReport(report, base),
  ...about,
  ...{ name: null, period: null, fund: null, part: null, side: null, column: null, slice: null },
  elsewhere,
  measures: {},
  conflicts: [],
  missing: missingOf(detail, about, () => false),
  computed: {},
});

/** A report that is no longer in the index is not indexed; it cannot be asked why. */
function missingOf(report: Report | null, about: Pick<Entry, 'code' | 'figure'>, isHere: (measure: Measure) => boolean) {
  const wanted = expectedMeasures(report?.reportKind ?? null).filter((measure) => !isHere(measure));
  return Object.fromEntries(wanted.map((measure) => [measure, report === null ? 'not-indexed' : whyMissing(report, about, measure)]));
}

function showComputed(one: Computation, show: ShowFigure): ComputedFigure {
  return one.kind === 'computed' ? { ...one, operands: one.operands.map(show) } : one;
}
