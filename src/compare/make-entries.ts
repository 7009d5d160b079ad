import type { Reader } from '../engine/engine.ts';
import type { FoundFact } from '../engine/facts.ts';
import type { Measure } from '../model/amount.ts';
import type { Report, ReportSummary } from '../model/report.ts';
import { anchorFacts } from '../search/anchor-facts.ts';
import { hitReport } from '../search/make-hit.ts';
import type { ComparedEntry, ComparedFigure, ComputedFigure, ComputedName } from './compare-answer.ts';
import { actualAndBudget, type Computation, changeRateOf, difference, rateOf } from './compute.ts';
import { type Entry, figureOf } from './entry.ts';
import { dependsOnTables, expectedMeasures, whyMissing } from './missing.ts';
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
  const why = reasonFinder(reader);
  return Promise.all(
    worked.map(({ line, computed }) =>
      isSilent(line) ? silentEntry(line, why, making) : statedEntry(line, computed, { why, show, base: making.base }),
    ),
  );
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
  const byId = new Map((await anchorFacts(reader, wanted, base)).map(({ fact, anchor }) => [fact.id, anchor]));
  return ({ fact }) => {
    const anchor = byId.get(fact.id);
    if (anchor === undefined) throw new Error(`fact ${fact.id} has no place`);
    const { id, text, value, unit, yuan, from, table, column } = fact;
    return { id, text, value, unit, yuan, from, table, column, anchor };
  };
}

type About = Pick<Entry, 'code' | 'figure'>;
type FindReasons = (report: ReportSummary, about: About, isHere: (measure: Measure) => boolean) => Promise<ComparedEntry['missing']>;

/** Why measures are missing. The tables of a report are read once, and only where the reason may lie in them. */
function reasonFinder(reader: Reader): FindReasons {
  const known = new Map<string, Promise<Report | null>>();
  const open = ({ id }: ReportSummary) => {
    const reading = known.get(id) ?? reader.report(id);
    known.set(id, reading);
    return reading;
  };
  return async (report, about, isHere) => {
    const wanted = expectedMeasures(report.reportKind).filter((measure) => !isHere(measure));
    const reasons = wanted.map(async (measure) => {
      if (!dependsOnTables(report.reportKind, about, measure)) return [measure, 'not-printed'] as const;
      const detail = await open(report);
      return [measure, detail === null ? 'not-indexed' : whyMissing(detail, about, measure)] as const;
    });
    return Object.fromEntries(await Promise.all(reasons));
  };
}

interface Shown {
  readonly why: FindReasons;
  readonly show: ShowFigure;
  readonly base: string;
}

async function statedEntry(entry: Entry, computed: readonly Worked[], { why, show, base }: Shown): Promise<ComparedEntry> {
  const { code, figure, name, period, fund, part, side, column, slice } = entry;
  return {
    report: hitReport(entry.report, base),
    ...{ code, name, figure, period, fund, part, side, column, slice },
    elsewhere: 0,
    measures: Object.fromEntries([...entry.measures].map(([measure, facts]) => [measure, facts.map(show)])),
    conflicts: [...entry.measures.keys()].filter((measure) => figureOf(entry, measure) === 'several'),
    missing: await why(entry.report, entry, (measure) => entry.measures.has(measure)),
    computed: Object.fromEntries(computed.map(([name, one]) => [name, showComputed(one, show)])),
  };
}

const silentEntry = async ({ report, elsewhere }: Silent, why: FindReasons, { about, base }: Making): Promise<ComparedEntry> => ({
  report: hitReport(report, base),
  code: about.code,
  figure: about.figure,
  ...{ name: null, period: null, fund: null, part: null, side: null, column: null, slice: null },
  elsewhere,
  measures: {},
  conflicts: [],
  missing: await why(report, about, () => false),
  computed: {},
});

function showComputed(one: Computation, show: ShowFigure): ComputedFigure {
  return one.kind === 'computed' ? { ...one, operands: one.operands.map(show) } : one;
}
