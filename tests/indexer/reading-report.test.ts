import { expect, it } from 'vitest';
import { prepare } from '../../indexer/prepare.ts';
import { sumUp } from '../../indexer/prepare-report.ts';
import { reportReading } from '../../indexer/reading-report.ts';

const text = `云川市教育局2023年度部门决算
第二部分 2023年度部门决算表
一、收入支出决算总表
二、支出决算表
单位：万元
科目编码\t科目名称\t合计\t基本支出
205\t教育支出\t5.00\t#REF!
三、政府性基金预算财政拨款收入支出决算表
本单位没有政府性基金预算财政拨款收入和支出。
第三部分 2023年度部门决算情况说明
`;

it('says what was read of a report, each doubt with its line', async () => {
  const prepared = await prepare({ id: '0'.repeat(16), fileName: 'report.txt', source: { bytes: new TextEncoder().encode(text) } });
  const report = reportReading('in/report.txt', sumUp(prepared));
  expect(report).toMatchObject({ file: 'in/report.txt', tables: { present: 1, empty: 1, absent: 1, doubtful: 1 }, rows: 1 });
  expect(report.sections).toBe(prepared.outline.length);
  const places = report.issues.map(({ kind, anchor }) => [kind, anchor?.line, anchor === null ? '' : text.slice(anchor.start, anchor.end)]);
  expect(places).toContainEqual(['table-absent', 3, '一、收入支出决算总表']);
  expect(places).toContainEqual(['cell-unread', 7, '#REF!']);
});
