import type { Engine, Reader } from '../src/engine/engine.ts';
import { noFilters } from '../src/engine/engine.ts';
import type { Issue } from '../src/model/issue.ts';
import { everything } from '../src/query/ast.ts';
import { digestAt, placeUrl } from '../src/search/links.ts';
import type { Coverage } from './api/contract.ts';
import type { Originals } from './service.ts';

/** What is indexed, what could not be read and why. Everything that was offered for indexing is counted. */
export async function readCoverage(engine: Engine, archive: Originals, base: string): Promise<Coverage> {
  const { records, damaged } = await archive.unread();
  const indexed = await engine.read(async (reader) => {
    const reports = await reader.reports();
    const { total } = await reader.match(everything, { filters: noFilters, facets: [], order: 'source', from: 0, size: 0 });
    const issues: Coverage['issues'][number][] = [];
    for (const { id } of reports.filter((report) => report.issues > 0)) issues.push(...(await readIssues(reader, id, base)));
    return { reports, total, issues, build: reader.build };
  });
  const sum = (count: (report: (typeof indexed.reports)[number]) => number) =>
    indexed.reports.reduce((total, report) => total + count(report), 0);
  return {
    asOf:
      indexed.reports
        .map(({ indexedAt }) => indexedAt)
        .toSorted()
        .at(-1) ?? null,
    engine: { name: engine.name, build: indexed.build },
    reports: indexed.reports.length,
    documents: indexed.total,
    rows: sum(({ rows }) => rows),
    facts: sum(({ facts }) => facts),
    unread: [
      ...records.map(({ file, sha256, reason, message }) => ({ file, sha256, reason, message })),
      ...damaged.map(({ file, message }) => ({ file, sha256: null, reason: 'archive-damaged', message })),
    ],
    issues: indexed.issues,
  };
}

async function readIssues(reader: Reader, id: string, base: string): Promise<Coverage['issues'][number][]> {
  const report = await reader.report(id);
  const text = await reader.text(id);
  const blocks = await reader.blocks(id);
  if (report === null || text === null || blocks === null) return [];
  const noise = blocks.filter((block) => block.kind === 'noise' && block.noise !== 'blank');
  const locate = lineFinder(text.text);
  const pageOf = (start: number): number | null => {
    const at = text.pages?.findIndex((page) => start >= page.start && start < page.end) ?? -1;
    return at < 0 ? null : at + 1;
  };
  return report.issues.map(({ kind, message, at }) => ({
    kind,
    message,
    report: id,
    anchor:
      at === null
        ? null
        : { report: id, ...at, page: pageOf(at.start), line: locate(at.start), quote: text.text.slice(at.start, at.end), url: linkTo(at) },
  }));

  function linkTo(at: NonNullable<Issue['at']>): string {
    return placeUrl(base, id, at, digestAt({ text: text?.text ?? '', start: 0, noise }, at));
  }
}

/** The number of the line, from 1, in which an offset stands. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
