import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvLines } from '../../src/export/csv-lines.ts';

/** Programs end a line at any of these where it is not quoted. */
const anyEnd = { record_delimiter: ['\r\n', '\n', '\r'] };

describe('lines of a CSV file', () => {
  it.each(['纾困\n贷款', '纾困\r贷款', '纾困\r\n贷款', '甲,"乙"', ' 甲 ', '\t'])('keep the cell %j as it is', (cell) => {
    const [read] = parse(csvLines([[cell, 1, null]]), anyEnd);
    expect(read).toEqual([cell.replace(/^\t/, "'\t"), '1', '']);
  });

  it.each(['=1+1', '+1', '-1', '@甲', '\r=1'])('make the cell %j inert for spreadsheets', (cell) => {
    expect(parse(csvLines([[cell]]), anyEnd)).toEqual([[`'${cell}`]]);
  });
});
