import type { Decimal } from 'decimal.js';
import type { FoundFact } from '../engine/facts.ts';
import type { Measure } from '../model/amount.ts';
import { Exact } from '../text/exact.ts';
import { type Entry, figureOf } from './entry.ts';

/** A figure that no report prints, worked out from two that are: never shown without its formula. `yuan` is null for a rate. */
export interface Computed {
  readonly kind: 'computed';
  readonly value: string;
  readonly unit: string;
  readonly yuan: string | null;
  readonly formula: string;
  /** What it was measured against, as it is said: 年初预算, 2022年决算. */
  readonly base: string;
  /** What the two printed figures are, as the formula calls them. */
  readonly names: readonly [string, string];
  readonly operands: readonly [FoundFact, FoundFact];
}

/** Why nothing was worked out. */
export interface NotComputed {
  readonly kind: 'not-computed';
  readonly reason: 'not-printed' | 'several' | 'zero-base' | 'not-money' | 'not-indexed' | 'unknown-period';
  readonly message: string;
}
export type Computation = Computed | NotComputed;

export const notComputed = (reason: NotComputed['reason'], message: string): NotComputed => ({ kind: 'not-computed', reason, message });

/** Budgets in the order in which a final account is measured against them. */
export const budgets: readonly Measure[] = ['年初预算', '全年预算', '预算数'];

const RATE_DIGITS = 2;

/** The budget that an entry is measured against: the first that is printed. */
export const budgetOf = (entry: Entry): Measure | null => budgets.find((measure) => (entry.measures.get(measure) ?? []).length > 0) ?? null;

export interface Pair {
  readonly figure: FoundFact;
  readonly base: FoundFact;
  readonly figureName: string;
  readonly baseName: string;
}

/** The final account and the budget of an entry, or why there are no two figures to work with. */
export function actualAndBudget(entry: Entry): Pair | NotComputed {
  const measure = budgetOf(entry);
  const actual = figureOf(entry, '决算');
  const budget = measure === null ? null : figureOf(entry, measure);
  if (actual === null) return notComputed('not-printed', '无决算数');
  if (budget === null || measure === null) return notComputed('not-printed', '无预算数');
  if (actual === 'several') return notComputed('several', '决算有几个不同的数，不计算');
  if (budget === 'several') return notComputed('several', `${measure}有几个不同的数，不计算`);
  if (actual.fact.yuan === null || budget.fact.yuan === null) return notComputed('not-money', '不是金额，不计算');
  return { figure: actual, base: budget, figureName: '决算', baseName: measure };
}

/** The figure less its base, in their unit where they share it, else in 元. */
export function difference({ figure, base, figureName, baseName }: Pair): Computation {
  const [a, b] = [figure.fact, base.fact];
  if (a.yuan === null || b.yuan === null) return notComputed('not-money', '不是金额，不计算');
  const yuan = new Exact(a.yuan).minus(b.yuan).toFixed();
  const shared = a.unit !== null && a.unit === b.unit;
  const unit = shared ? (a.unit ?? '元') : '元';
  const [from, less] = shared ? [a.value, b.value] : [a.yuan, b.yuan];
  const value = new Exact(from).minus(less).toFixed(decimalsShown([from, less]));
  const formula = `${figureName} ${from} − ${baseName} ${less} = ${value}${unit}`;
  return { kind: 'computed', value, unit, yuan, formula, base: baseName, names: [figureName, baseName], operands: [figure, base] };
}

/** The figure in percent of its base, two decimals, half up. */
export function rateOf(pair: Pair): Computation {
  const exact = exactRate(pair);
  if (exact === null) return notComputed('zero-base', `${pair.baseName}为0，不计算`);
  return inPercent(pair, exact, `${pair.figureName} ${said(pair.figure)} ÷ ${pair.baseName} ${said(pair.base)}`);
}

/** By how many percent the figure lies above its base; below zero: beneath it. */
export function changeRateOf(pair: Pair): Computation {
  const exact = exactRate(pair);
  if (exact === null) return notComputed('zero-base', '上年为0，不计算');
  const base = `${pair.baseName} ${said(pair.base)}`;
  return inPercent(pair, exact.minus(100), `（${pair.figureName} ${said(pair.figure)} − ${base}）÷ ${base}`);
}

function inPercent({ figure, base, figureName, baseName }: Pair, exact: Decimal, arithmetic: string): Computation {
  const value = exact.toFixed(RATE_DIGITS);
  const formula = `${arithmetic} = ${value}%`;
  return {
    kind: 'computed',
    value,
    unit: '%',
    yuan: null,
    formula,
    base: baseName,
    names: [figureName, baseName],
    operands: [figure, base],
  };
}

/** For ordering and conditions, unrounded. null: the base is zero, or one of the two is not money. */
export function exactRate({ figure, base }: Pick<Pair, 'figure' | 'base'>): Decimal | null {
  if (figure.fact.yuan === null || base.fact.yuan === null) return null;
  const whole = new Exact(base.fact.yuan);
  return whole.isZero() ? null : new Exact(figure.fact.yuan).dividedBy(whole).times(100);
}

export const exactDifference = ({ figure, base }: Pick<Pair, 'figure' | 'base'>): Decimal | null =>
  figure.fact.yuan === null || base.fact.yuan === null ? null : new Exact(figure.fact.yuan).minus(base.fact.yuan);

const said = ({ fact }: FoundFact): string => `${fact.value}${fact.unit ?? ''}`;
/** As many as the figures have; money in 元 that has any has two. */
function decimalsShown(figures: readonly string[]): number {
  const most = Math.max(...figures.map(decimalsOf));
  return most === 1 ? 2 : most;
}
const decimalsOf = (value: string): number => value.split('.')[1]?.length ?? 0;
