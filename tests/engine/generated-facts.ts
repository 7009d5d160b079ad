import { measureSchema } from '../../src/model/amount.ts';
import type { Document } from '../../src/model/document.ts';
import { type Fact, factSources, funds, parts } from '../../src/model/fact.ts';
import type { Random } from '../support/seeded.ts';

/** Names that fold alike, share parts, or hold what an engine may trip over. */
const items = ['住房公积金', '住房 公积金', '行政运行', '公务接待费', '公务接待费（含外宾）', '"公积金"', '決算', 'A-b_%*', '\ud800', ''];
const moneyUnits = [
  ['元', 0],
  ['万元', 4],
] as const;

/** Up to three facts a document, in the order of the text: money and not, signed, beyond what an index holds, with values of few kinds so that they meet. */
export const makeFacts = (random: Random, documents: readonly Document[]): Fact[] =>
  documents.flatMap((document) => Array.from({ length: random.pick([0, 1, 1, 3]) }, (_, at) => makeFact(random, document, at)));

function makeFact(random: Random, { id, report, start, end, table }: Document, at: number): Fact {
  const sign = random.pick(['', '', '-']);
  const value = random.below(40) === 0 ? `${sign}90000000000000.00` : `${sign}${random.below(30)}.${random.below(90) + 10}`;
  const unit = random.pick(['元', '万元', '%', '辆', null]);
  return {
    id: `${id}-fact-${at}`,
    report,
    document: id,
    from: random.pick(factSources),
    item: random.pick(items),
    figure: random.pick(['reception', 'total-income', null]),
    code: random.pick(['221', '2210201', '22102', '30113', null]),
    codeInferred: false,
    subject: [],
    measure: random.pick(measureSchema.options.slice(0, 6)),
    period: random.pick(['2022', '2023', null]),
    fund: random.pick([...funds, null]),
    part: random.pick([...parts, null]),
    side: random.pick(['收入', '支出', null]),
    table,
    column: null,
    text: value,
    value,
    unit,
    yuan: yuanOf(value, unit, random.below(20) === 0),
    start,
    end,
  };
}

/** `odd`: with a third decimal, which no whole number of fen is. */
function yuanOf(value: string, unit: string | null, odd: boolean): string | null {
  const power = moneyUnits.find(([name]) => name === unit)?.[1];
  if (power === undefined) return null;
  if (power === 0) return odd ? `${value}5` : value;
  return `${value.replace('.', '')}${'0'.repeat(power - 2)}`;
}
