import type { Engine, Reader } from '../../src/engine/engine.ts';
import { noFilters } from '../../src/engine/filters.ts';
import { everything } from '../../src/query/ast.ts';
import type { Coverage } from '../api/answers.ts';
import type { Originals } from '../service.ts';
import { coverReport } from './cover-report.ts';

type Indexed = Omit<Coverage, 'unread'>;

/** What is indexed, what could not be read and why. Every report is looked at once for each state of the index; unread files every time. */
export function openCoverage(engine: Engine, archive: Originals, base: string): () => Promise<Coverage> {
  let known: Indexed | null = null;
  return async () => {
    const indexed = await engine.read(async (reader) =>
      known?.engine.build === reader.build ? known : readIndexed(engine.name, reader, base),
    );
    known = indexed;
    return { ...indexed, unread: await readUnread(archive) };
  };
}

async function readIndexed(name: string, reader: Reader, base: string): Promise<Indexed> {
  const reports = await reader.reports();
  const { total } = await reader.match(everything, { filters: noFilters, facets: [], order: 'source', from: 0, size: 0 });
  const covered: NonNullable<Awaited<ReturnType<typeof coverReport>>>[] = [];
  for (const { id } of reports) {
    const one = await coverReport(reader, id, base);
    if (one !== null) covered.push(one);
  }
  const sum = (count: (report: (typeof reports)[number]) => number) => reports.reduce((all, report) => all + count(report), 0);
  return {
    asOf:
      reports
        .map(({ indexedAt }) => indexedAt)
        .toSorted()
        .at(-1) ?? null,
    engine: { name, build: reader.build },
    reports: reports.length,
    documents: total,
    rows: sum(({ rows }) => rows),
    facts: sum(({ facts }) => facts),
    read: covered.map(({ read }) => read),
    issues: covered.flatMap(({ issues }) => issues),
  };
}

async function readUnread(archive: Originals): Promise<Coverage['unread']> {
  const { records, damaged } = await archive.unread();
  return [
    ...records.map(({ file, sha256, reason, message }) => ({ file, sha256, reason, message })),
    ...damaged.map(({ file, message }) => ({ file, sha256: null, reason: 'archive-damaged', message })),
  ];
}
