import type { ReadingReport } from '../indexer/reading-report.ts';
import { tell, withCommas } from './output.ts';

/** Doubts are told one by one for as many reports; of more, the coverage page and the ledger tell them. */
const MOST_IN_FULL = 20;

/** What was read of each report: a line each, and its doubts with their lines. */
export function tellReading(reports: readonly ReadingReport[]): void {
  for (const report of reports) {
    tell(`  ${report.file}：${summarise(report)}`);
    if (reports.length > MOST_IN_FULL) continue;
    for (const { message, anchor } of report.issues) tell(`    · ${anchor === null ? '' : `第 ${withCommas(anchor.line)} 行：`}${message}`);
  }
  if (reports.length > MOST_IN_FULL && reports.some(({ issues }) => issues.length > 0))
    tell('  各处疑点见“收录情况”页（/coverage）、运行记录，或加 --json。');
}

function summarise({ sections, tables, rows, issues }: ReadingReport): string {
  const kinds: readonly (readonly [string, number])[] = [
    ['张空表', tables.empty],
    ['张表只有标题', tables.absent],
    ['张表存疑', tables.doubtful],
  ];
  const others = kinds.filter(([, count]) => count > 0).map(([name, count]) => `，${withCommas(count)} ${name}`);
  return `${withCommas(sections)} 个章节，${withCommas(tables.present)} 张表${others.join('')}，${withCommas(rows)} 行，存疑 ${withCommas(issues.length)} 处`;
}
