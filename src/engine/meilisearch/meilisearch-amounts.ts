import type { Measure } from '../../model/amount.ts';
import type { Fact } from '../../model/fact.ts';
import { fenOf, wholeFen } from '../../text/money.ts';
import { anyAmount, type FenBounds, hasAmount } from './meilisearch-fen.ts';
import { either, type Formula } from './meilisearch-formula.ts';

/** What the amounts of a measure are stored under. A name that changes is another schema (see meilisearch-settings.ts). */
const measureFields: { readonly [measure in Measure]: string } = {
  预算数: 'budget',
  年初预算: 'openingBudget',
  全年预算: 'fullYearBudget',
  决算: 'outturn',
  完成率: 'completion',
  占比: 'share',
  同比增减额: 'change',
  同比增减率: 'changeRate',
  比预算增减额: 'overBudget',
  比预算增减率: 'overBudgetRate',
  数量: 'quantity',
  得分: 'score',
  目标值: 'target',
  完成值: 'reached',
  金额: 'money',
};

/** Amounts as they are stored with a document: all of its text, and those that its facts give, by measure. */
export interface StoredAmounts {
  readonly fen: readonly number[];
  readonly measured: Readonly<Record<string, readonly number[]>>;
}

/** Which amounts conditions and orders speak of: all of a document, or those that facts give in some measures. */
export interface AmountScope {
  /** What must be read of a document to know them. */
  readonly stored: keyof StoredAmounts;
  /** The fields that hold them. */
  readonly fields: readonly string[];
  /** The fields of a document's smallest and largest; null where the amounts lie in several fields, of which the server cannot sort by the best. */
  readonly ends: { readonly least: string; readonly most: string } | null;
  of(amounts: StoredAmounts): readonly number[];
}

export const allAmounts: AmountScope = { stored: 'fen', fields: ['fen'], ends: { least: 'least', most: 'most' }, of: ({ fen }) => fen };

/** None named: all amounts. */
export function scopeOf(measures: readonly Measure[]): AmountScope {
  const names = [...new Set(measures.map((measure) => measureFields[measure]))];
  const [only] = names;
  if (only === undefined) return allAmounts;
  return {
    stored: 'measured',
    fields: names.map((name) => `measured.${name}`),
    ends: names.length === 1 ? { least: `measuredLeast.${only}`, most: `measuredMost.${only}` } : null,
    of: ({ measured }) => names.flatMap((name) => measured[name] ?? []),
  };
}

export const measuredEnds: readonly string[] = Object.values(measureFields).flatMap((name) => [
  `measuredLeast.${name}`,
  `measuredMost.${name}`,
]);

/** Documents with an amount of the scope in the range. */
export const inRange = ({ fields }: AmountScope, { from, to }: FenBounds): Formula =>
  either(fields.map((field) => ({ kind: 'range', field, from, to })));

/** The bounds that a filter sets; where it names measures only, a document must have some amount in one of them. */
export const boundsIn = (scope: AmountScope, bounds: FenBounds | null): FenBounds | null =>
  bounds ?? (scope === allAmounts ? null : anyAmount);

export const hasAmountIn = (scope: AmountScope, amounts: StoredAmounts, bounds: FenBounds): boolean => hasAmount(scope.of(amounts), bounds);

/** The money of facts by the document that states it, then by the field of their measure: ascending, a negative amount unsigned too. */
export function measuredAmounts(facts: readonly Fact[]): ReadonlyMap<string, StoredAmounts['measured']> {
  const byDocument = new Map<string, Record<string, number[]>>();
  for (const { document, measure, yuan } of facts) {
    const exact = yuan === null ? null : fenOf(yuan);
    if (exact === null) continue;
    const fen = wholeFen(exact);
    const byMeasure = byDocument.get(document) ?? {};
    byDocument.set(document, byMeasure);
    const field = measureFields[measure];
    byMeasure[field] = [...(byMeasure[field] ?? []), ...(fen < 0 ? [fen, -fen] : [fen])];
  }
  for (const byMeasure of byDocument.values())
    for (const [field, amounts] of Object.entries(byMeasure)) byMeasure[field] = [...new Set(amounts)].sort((a, b) => a - b);
  return byDocument;
}
