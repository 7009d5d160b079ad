import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findColumns, placeCells, placeHeads } from '../../../web/viewer/align-columns.ts';
import type { ShownCell, ShownLine } from '../../../web/viewer/display.ts';

const span = { start: 0, end: 1 };
const word = (column: string | null): ShownCell => ({ leaves: [], column, amount: null });
const figure = (column: string): ShownCell => ({ leaves: [], column, amount: { column, yuan: '1', span } });
const row = (...cells: ShownCell[]): ShownLine => ({ kind: 'row', indent: 0, cells });
const columns = ['科目编码', '名称', '支出/小计', '支出/基本支出'];

describe('the columns of a shown table', () => {
  it('are those of the rows that know most of them', () => {
    const full = row(word('科目编码'), word('名称'), figure('支出/小计'), figure('支出/基本支出'));
    expect(findColumns([row(word(null), figure('支出/小计')), full, full])).toEqual(columns);
    expect(findColumns([row(word('名称'))])).toBeNull();
    expect(findColumns([row(word(null), figure(''))])).toBeNull();
  });

  it('hold the figures of a row that has no code', () => {
    const placed = placeCells(row(word('名称'), figure('支出/小计'), figure('支出/基本支出')), columns);
    expect(placed.map(({ cell, width }) => [cell?.column ?? null, width])).toEqual([
      [null, 1],
      ['名称', 1],
      ['支出/小计', 1],
      ['支出/基本支出', 1],
    ]);
  });

  it('are joined before a figure by a cell whose own column nobody knows', () => {
    const placed = placeCells(row(word(null), figure('支出/小计')), columns);
    expect(placed.map(({ cell, width }) => [cell?.column ?? null, width])).toEqual([
      [null, 2],
      ['支出/小计', 1],
      [null, 1],
    ]);
  });

  it('begin after the cells that a line leaves empty at its beginning', () => {
    const placed = placeCells({ ...row(word(null), figure('支出/小计')), indent: 1 }, columns);
    expect(placed.map(({ cell, width }) => [cell?.column ?? null, width])).toEqual([
      [null, 1],
      [null, 1],
      ['支出/小计', 1],
      [null, 1],
    ]);
  });

  it('stay empty where a row leaves them out', () => {
    const placed = placeCells(row(word('科目编码'), word('名称'), figure('支出/小计')), columns);
    expect(placed.at(-1)).toEqual({ cell: null, width: 1 });
  });

  it('keep every cell of any row, in order, and are filled to their width', () => {
    const cell = fc.oneof(fc.constantFrom(...columns).map(figure), fc.constantFrom('名称', null).map(word));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
        const placed = placeCells(row(...cells), columns);
        expect(placed.flatMap(({ cell }) => (cell === null ? [] : [cell]))).toEqual(cells);
        expect(placed.reduce((sum, { width }) => sum + width, 0)).toBeGreaterThanOrEqual(columns.length);
      }),
      { seed: 7 },
    );
  });

  it('have heads of which shared ones stand once above their neighbours', () => {
    expect(placeHeads(columns)).toEqual([
      [
        { text: '科目编码', width: 1, height: 2 },
        { text: '名称', width: 1, height: 2 },
        { text: '支出', width: 2, height: 1 },
      ],
      [
        { text: '小计', width: 1, height: 1 },
        { text: '基本支出', width: 1, height: 1 },
      ],
    ]);
  });
});
