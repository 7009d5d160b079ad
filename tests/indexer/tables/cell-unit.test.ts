import { describe, expect, it } from 'vitest';
import { cellUnit } from '../../../indexer/tables/cell-unit.ts';
import type { Cell } from '../../../src/model/row.ts';
import { rowOf } from '../../support/row.ts';

const row = (unit: string | null) => rowOf({ table: { index: 0, label: null, title: '支出决算表', unit } });
const cell = (text: string, value: string | null, yuan: string | null): Cell => ({
  column: '',
  text,
  value,
  yuan,
  start: 0,
  end: text.length,
});

describe('the unit of a cell', () => {
  it.each([
    ['is that of its table', '万元', cell('3.50', '3.50', '35000'), '万元'],
    ['is printed behind its figure, also under another one', '万元', cell('41亿元', '41', '4100000000'), '亿元'],
    ['is printed behind its figure, in a table that says none', null, cell('138 元', '138', '138'), '元'],
    ['is what its value in 元 says where the head of its column had another', '万元', cell('350', '350', '350'), '元'],
    ['is so for a figure whose zeros look like those of the other unit', '万元', cell('0.0001', '0.0001', '10000'), '亿元'],
    ['is a percent sign', '万元', cell('93.5％', '93.5', null), '%'],
    ['is none of a plain number', null, cell('15', '15', null), null],
    ['is none of words', '万元', cell('达标', null, null), null],
  ])('%s', (_, unit, own, expected) => {
    expect(cellUnit(own, row(unit))).toBe(expected);
  });
});
