import type { Engine, Reader } from '../../src/engine/engine.ts';
import { noFilters } from '../../src/engine/filters.ts';
import { everything } from '../../src/query/ast.ts';
import type { Coverage } from '../api/answers.ts';
import type { Originals } from '../service.ts';
import { type CoveredReport, coverReport } from './cover-report.ts';

type Indexed = Omit<Coverage, 'unread'>;

/** What is known of one state of the index. What a request ran out of time for, the next one goes on with. */
interface Known {
  readonly build: string;
  readonly covered: Map<string, CoveredReport>;
  indexed: Indexed | null;
}

/** What is indexed, what could not be read and why. Every report is looked at once for each state of the index; unread files every time. */
export function openCoverage(engine: Engine, archive: Originals, base: string): () => Promise<Coverage> {
  let known: Known | null = null;
  return async () => {
    const indexed = await engine.read(async (reader) => {
      if (known?.build !== reader.build) known = { build: reader.build, covered: new Map(), indexed: null };
      const state = known;
      state.indexed ??= await readIndexed(engine.name, reader, { base, covered: state.covered });
      return state.indexed;
    });
    return { ...indexed, unread: await readUnread(archive) };
  };
}

interface Covering {
  readonly base: string;
  /** Grows by every report that is looked at. */
  readonly covered: Map<string, CoveredReport>;
}

async function readIndexed(name: string, reader: Reader, { base, covered }: Covering): Promise<Indexed> {
  const reports = await reader.reports();
  const { total } = await reader.match(everything, { filters: noFilters, facets: [], order: 'source', from: 0, size: 0 });
  for (const { id } of reports) {
    const one = covered.get(id) ?? (await coverReport(reader, id, base));
    if (one !== null) covered.set(id, one);
  }
  const inOrder = reports.flatMap(({ id }) => covered.get(id) ?? []);
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
    read: inOrder.map(({ read }) => read),
    issues: inOrder.flatMap(({ issues }) => issues),
  };
}

async function readUnread(archive: Originals): Promise<Coverage['unread']> {
  const { records, damaged } = await archive.unread();
  return [
    ...records.map(({ file, sha256, reason, message }) => ({ file, sha256, reason, message })),
    ...damaged.map(({ file, message }) => ({ file, sha256: null, reason: 'archive-damaged', message })),
  ];
}
