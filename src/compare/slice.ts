import { figureById, figuresNamed } from '../figures/lookup.ts';
import type { Fact } from '../model/fact.ts';
import { foldString } from '../text/normal-form.ts';

/** A code names one subject; what has none is known by its figure, else by its name. */
export const subjectKey = ({ code, figure, item }: Pick<Fact, 'code' | 'figure' | 'item'>): string => code ?? figure ?? foldString(item);

/** Figures whose names head the column of a whole row, or say a part that the fact states itself: such a column names no other money. */
const wholeColumns: ReadonlySet<string> = new Set([
  'total-income',
  'total-expenditure',
  'income',
  'expenditure',
  'basic-expenditure',
  'project-expenditure',
  'staff-costs',
  'public-costs',
]);
const FUND_FIGURE = /^(?:general|fund|state-capital)-/;

/**
 * The figure that the column of a subject's row names beside the row's own: 事业收入 of a subject is not its 本年收入合计. null: the column stands for the
 * whole row, or for a part or fund that the fact states itself.
 */
export function columnFigure({ code, column, figure, fund }: Pick<Fact, 'code' | 'column' | 'figure' | 'fund'>): string | null {
  const heads = column?.split('/') ?? [];
  const named = code !== null && figure !== null ? [figure] : heads.flatMap((head) => figuresNamed(head).map(({ id }) => id));
  if (code === null && figure !== null && named.includes(figure)) return null;
  const isOther = (id: string) =>
    id !== (code === null ? figure : null) && !wholeColumns.has(id) && !(fund !== null && FUND_FIGURE.test(id));
  const other = named.findLast(isOther);
  return other === undefined ? null : (figureById(other)?.label ?? other);
}

export const FUND_NOT_STATED = '未注明资金';

/** The name of what may stand under one another in a table: 2210201·一般公共预算·支出·基本支出. Equal names: figures of one kind. */
export const sliceOf = (fact: Fact): string =>
  [subjectKey(fact), fact.fund ?? FUND_NOT_STATED, fact.side, fact.part, columnFigure(fact)].filter((said) => said !== null).join('·');
