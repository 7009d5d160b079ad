import type { Fact } from '../../src/model/fact.ts';
import { toYuan } from '../../src/text/money.ts';
import type { Prose } from './prose.ts';
import type { Statement } from './read-statements.ts';
import type { ProseRule } from './rule.ts';

/** A fact without its id, which is given when all facts of the report are known. */
export type Draft = Omit<Fact, 'id'>;

export function toFact(prose: Prose, rule: ProseRule, { printed, item, measure, negative, year }: Statement): Draft {
  const { amount } = printed;
  const value = negative && !amount.value.startsWith('-') && /[1-9]/.test(amount.value) ? `-${amount.value}` : amount.value;
  return {
    report: prose.frame.report,
    document: prose.document.id,
    from: item.figure === null ? rule.from : 'figure',
    item: item.item,
    figure: item.figure,
    code: item.code,
    codeInferred: item.codeInferred,
    subject: item.subject,
    measure,
    period: year === null ? null : String(year),
    fund: item.fund,
    part: item.part,
    side: item.side,
    table: null,
    column: null,
    text: amount.text,
    value,
    unit: amount.unit,
    yuan: amount.yuan === null || amount.unit === null ? null : toYuan(value, amount.unit),
    start: amount.start,
    end: amount.end,
  };
}
