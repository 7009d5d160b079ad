import { describe, expect, it } from 'vitest';
import { quotesIn, readGolds } from './gold.ts';
import { figure, unevenCodes, unevenRows } from './sums.ts';

const golds = readGolds();
const byCode = new Set(['公开02表', '公开03表', '公开05表', '公开07表']);

describe.each(golds)('the gold of $gold.file', ({ gold, raw, text }) => {
  it('quotes its text character for character', () => {
    expect(text.length).toBe(gold.length);
    const quotes = quotesIn(raw);
    expect(quotes.length).toBeGreaterThan(50);
    expect(quotes.filter(({ start, end, quote }) => text.slice(start, end) !== quote)).toEqual([]);
    expect(quotes.filter(({ start, line }) => text.slice(0, start).split('\n').length !== line)).toEqual([]);
  });

  it('has every printed value inside its row', () => {
    const rows = gold.tables.flatMap((table) => table.rows);
    const strayed = rows.filter((row) => Object.values(row.values).some((value) => !text.slice(row.start, row.end).includes(value)));
    expect(strayed).toEqual([]);
  });

  it('adds up, but for the sums it names as planted', () => {
    const uneven = gold.tables.flatMap((table) => [...(byCode.has(table.id ?? '') ? unevenCodes(table) : []), ...unevenRows(table)]);
    const planted = gold.anomalies.flatMap((anomaly) => anomaly.spans);
    const isPlanted = (start: number) => planted.some((span) => span.start <= start && start < span.end);
    const parents = uneven.filter((one) => !isPlanted(one.start));
    // A wrong child makes its parent uneven by the same difference: no more than one such chain a planted sum.
    const differences = new Set(uneven.filter((one) => isPlanted(one.start)).map((one) => one.parts - one.printed));
    expect(parents.filter((one) => !differences.has(one.parts - one.printed))).toEqual([]);
  });

  it('has the same totals in 01, 02, 03, 04, 05 and 06 of a final account', () => {
    if (gold.meta.reportKind !== '决算' || gold.tables.every((table) => table.rows.length === 0)) return;
    const spent = figure(gold, '公开03表', '合计', '本年支出合计');
    expect(figure(gold, '公开01表', '本年支出合计', '金额', '支出')).toBe(spent);
    expect(figure(gold, '公开01表', '总计', '金额', '收入')).toBe(figure(gold, '公开01表', '总计', '金额', '支出'));
    expect(figure(gold, '公开02表', '合计', '本年收入合计')).toBe(figure(gold, '公开01表', '本年收入合计', '金额', '收入'));
    expect(figure(gold, '公开04表', '本年支出合计', '一般公共预算财政拨款', '支出')).toBe(figure(gold, '公开05表', '合计', '小计'));
    const parts = figure(gold, '公开06表', '人员经费合计', '决算数') + figure(gold, '公开06表', '公用经费合计', '决算数');
    expect(parts).toBe(figure(gold, '公开05表', '合计', '基本支出'));
  });

  it('knows where 纾困贷款贴息 stands', () => {
    const occurrences = gold.literals.find((literal) => literal.q === '纾困贷款贴息')?.occurrences ?? [];
    expect(occurrences.length).toBeGreaterThan(0);
    for (const { start, end } of occurrences) expect(text.slice(start, end).replace(/[\s\d]/g, '')).toBe('纾困贷款贴息');
  });
});

describe('the golds together', () => {
  it('hold 纾困贷款贴息 across a line break, across a page number and with a stray space', () => {
    const tags = new Set(
      golds.flatMap(({ gold }) => gold.literals.filter((literal) => literal.q === '纾困贷款贴息').flatMap((literal) => literal.tags)),
    );
    expect([...tags].sort()).toEqual(['line-break', 'page-number', 'stray-space']);
  });
});
