import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../../indexer/facts/column-meaning.ts';
import { tableRows } from '../../../../indexer/facts/rules/table-rows.ts';
import { tableFrame } from '../../../../indexer/facts/table-frame.ts';
import type { Row } from '../../../../src/model/row.ts';
import type { Table } from '../../../../src/model/table.ts';
import { rowDocument } from '../row-document.ts';

const table = (note: string): Table => ({
  label: null,
  title: '',
  unit: '万元',
  status: 'present',
  start: 0,
  end: 9,
  columns: [],
  note: { text: note, start: 0, end: 0 },
  rows: 1,
});

/** The facts of one cell, in one line each. */
function factsOf(title: string, row: Partial<Row>, column: string, value: string, note = ''): string[] {
  const cells = [{ column, text: value, value, yuan: `${value.replace('.', '')}00`, start: 0, end: value.length }];
  const document = rowDocument(title, '万元', '决算表', { cells, ...row });
  const frame = { report: 'p', text: '', year: 2024, kind: '预算' as const };
  const context = {
    frame,
    table: tableFrame([title], table(note)),
    above: new Map([['208', '社会保障和就业支出']]),
    balance: null,
    meaningOf: (heads: string) => meaningOf(heads, frame.year),
    project: null,
  };
  return tableRows
    .facts(document, context)
    .map((fact) =>
      [fact.item, fact.figure, fact.code, fact.measure, fact.period, fact.fund, fact.part, fact.side, `${fact.value}${fact.unit}`]
        .map((one) => one ?? '-')
        .join(' '),
    );
}

describe('cells of tables', () => {
  it('take part and fund from heads and title', () => {
    const row = { code: '2080501', name: '行政单位离退休' };
    expect(factsOf('一般公共预算财政拨款支出决算表', row, '本年支出/基本支出', '7.50')).toEqual([
      '行政单位离退休 - 2080501 决算 2024 一般公共预算 基本支出 支出 7.50万元',
    ]);
  });

  it('take the year from the head', () => {
    expect(factsOf('一般公共预算支出表', { code: '208', name: '社会保障和就业支出' }, '2023年执行数', '7.50')).toEqual([
      '社会保障和就业支出 - 208 决算 2023 一般公共预算 - 支出 7.50万元',
    ]);
  });

  it('name a part of a row by its column', () => {
    expect(factsOf('收入决算表', { code: '208', name: '社会保障和就业支出' }, '事业收入', '7.50')).toEqual([
      '社会保障和就业支出 operating-income 208 决算 2024 - - 收入 7.50万元',
    ]);
  });

  it('say which budget 预算数 is, where the note does', () => {
    const heads = '预算数/公务用车购置及运行维护费/小计';
    expect(factsOf('“三公”经费支出决算表', {}, heads, '7.50', '注：预算数为全年预算数。')).toEqual([
      '公务用车购置及运行费 official-cars - 全年预算 2024 - - 支出 7.50万元',
    ]);
    expect(factsOf('“三公”经费支出决算表', {}, heads, '7.50')).toEqual([
      '公务用车购置及运行费 official-cars - 预算数 2024 - - 支出 7.50万元',
    ]);
  });

  it('are no facts under heads that say nothing known, or where the sides were not parted', () => {
    expect(factsOf('支出决算表', { code: '208', name: '社会保障和就业支出' }, '', '7.50')).toEqual([]);
    expect(factsOf('支出决算表', { code: '208', name: '社会保障和就业支出' }, '备注栏', '7.50')).toEqual([]);
    expect(factsOf('收入支出决算总表', { name: '教育支出' }, '收入', '7.50')).toEqual([]);
  });
});
