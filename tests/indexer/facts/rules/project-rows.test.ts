import { expect, it } from 'vitest';
import { meaningOf } from '../../../../indexer/facts/column-meaning.ts';
import { projectRows } from '../../../../indexer/facts/rules/project-rows.ts';
import { tableFrame } from '../../../../indexer/facts/table-frame.ts';
import type { Table } from '../../../../src/model/table.ts';
import { rowDocument } from '../row-document.ts';

const title = '某项目绩效自评表';
const table: Table = { label: null, title, unit: null, status: 'present', start: 0, end: 9, columns: [], note: null, rows: 1 };

/** What an indicator's cells say, in one line each. */
function indicator(cells: Readonly<Record<string, string>>): string[] {
  const document = rowDocument(title, null, '附件绩效', {
    name: '培训人次',
    cells: Object.entries(cells).map(([column, text]) => ({ column, text, value: null, yuan: null, start: 0, end: text.length })),
  });
  const frame = { report: 'p', text: '', year: 2024, kind: '决算' as const };
  const context = {
    frame,
    table: tableFrame([title], table),
    above: new Map(),
    balance: null,
    meaningOf: (heads: string) => meaningOf(heads, frame.year),
    project: '某项目',
  };
  return projectRows.facts(document, context).map(({ item, measure, value, unit }) => `${item} ${measure} ${value}${unit ?? ''}`);
}

it('reads targets and results of an indicator, in full width too', () => {
  expect(indicator({ 目标值: '≥５０．５％', 实际完成值: '８０人次' })).toEqual(['培训人次 目标值 50.5%', '培训人次 完成值 80人次']);
});

it('takes no mark of a footnote for a digit', () => {
  expect(indicator({ 目标值: '80①', 实际完成值: '95²' })).toEqual([]);
});
