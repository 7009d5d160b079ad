import type { z } from 'zod';
import type { Reader } from '../../src/engine/engine.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Report } from '../../src/model/report.ts';
import type { Span } from '../../src/model/span.ts';
import { doubtsIn } from '../../src/model/table.ts';
import { digestAt, placeUrl } from '../../src/search/links.ts';
import { lineFinder } from '../../src/text/line-finder.ts';
import { pageAt } from '../../src/text/page-at.ts';
import type { Coverage, readReportSchema } from '../api/answers.ts';

type ReadReport = z.infer<typeof readReportSchema>;
type PlacedIssue = Coverage['issues'][number];

/** What was read of a report and what was doubtful, each doubt with its place. */
export interface CoveredReport {
  readonly read: ReadReport;
  readonly issues: readonly PlacedIssue[];
}

/** null: the report is gone. */
export async function coverReport(reader: Reader, id: string, base: string): Promise<CoveredReport | null> {
  const report = await reader.report(id);
  if (report === null) return null;
  const read = summarise(report);
  if (report.issues.length === 0) return { read, issues: [] };
  const [text, blocks] = [await reader.text(id), await reader.blocks(id)];
  if (text === null || blocks === null)
    return { read, issues: report.issues.map((issue) => ({ ...plain(issue), report: id, anchor: null })) };
  const noise = blocks.filter((block) => block.kind === 'noise' && block.noise !== 'blank');
  const lineOf = lineFinder(text.text);
  const anchor = (at: Span) => ({
    report: id,
    ...at,
    page: pageAt(text.pages, at.start),
    line: lineOf(at.start),
    quote: text.text.slice(at.start, at.end),
    url: placeUrl(base, id, at, digestAt({ text: text.text, start: 0, noise }, at)),
  });
  return {
    read,
    issues: report.issues.map((issue) => ({ ...plain(issue), report: id, anchor: issue.at === null ? null : anchor(issue.at) })),
  };
}

const plain = ({ kind, message }: Issue) => ({ kind, message });

function summarise({ id, outline, passages, rows, issues, tables }: Report): ReadReport {
  return {
    report: id,
    sections: outline.length,
    passages,
    rows,
    issues: issues.length,
    tables: tables.map((table) => {
      const { label, title, unit, status, rows } = table;
      return { label, title, unit, status, rows, issues: doubtsIn(table, issues) };
    }),
  };
}
