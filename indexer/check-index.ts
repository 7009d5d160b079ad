import type { Archive } from '../src/archive/archive.ts';
import type { Engine, Reader } from '../src/engine/engine.ts';
import { noFilters } from '../src/engine/filters.ts';
import type { Report } from '../src/model/report.ts';
import { sliceSpans } from '../src/model/span.ts';
import { everything } from '../src/query/ast.ts';
import { fold, isSeam } from '../src/text/normal-form.ts';

/** Documents looked for by a string of their own, per report. */
const PROBES = 3;
const PROBE_CHARACTERS = 12;

/**
 * Whether an index that was just built holds what the reports say: each report, the number of documents of its kinds,
 * the whole text, and some documents found by a string taken from them. Answers with what is wrong, in words.
 */
export async function checkIndex(engine: Engine, archive: Archive, reports: readonly Report[]): Promise<string[]> {
  return engine.read(
    async (reader) => {
      const stored = await reader.reports();
      const wrong = stored.length === reports.length ? [] : [`应有 ${reports.length} 份报告，索引中有 ${stored.length} 份`];
      for (const report of reports) wrong.push(...(await checkReport(reader, archive, report)));
      return wrong;
    },
    { limitMs: 600_000 },
  );
}

async function checkReport(reader: Reader, archive: Archive, report: Report): Promise<string[]> {
  const wrong: string[] = [];
  const filters = { ...noFilters, reports: [report.id] };
  const all = await reader.match(everything, { filters, facets: ['kind'], order: 'source', from: 0, size: 1_000_000 });
  const kinds = all.counts.get('kind');
  if ((kinds?.get('passage') ?? 0) !== report.passages || (kinds?.get('row') ?? 0) !== report.rows)
    wrong.push(`${report.file}：条目数不符`);
  const text = (await archive.text(report.id))?.text;
  if (text === undefined || (await reader.text(report.id))?.text !== text) return [...wrong, `${report.file}：文本不符`];

  const step = Math.max(1, Math.floor(all.ids.length / PROBES));
  const probed = all.ids.filter((_, index) => index % step === 0).slice(0, PROBES);
  for (const { document } of await reader.documents(probed, 0)) {
    const folded = probeOf(sliceSpans(text, document.spans));
    if (folded === '') continue;
    const found = await reader.match(
      { kind: 'literal', folded, alone: false },
      { filters, facets: [], order: 'source', from: 0, size: all.total },
    );
    if (!found.ids.includes(document.id)) wrong.push(`${report.file}：按原文找不到第 ${document.line} 行的条目`);
  }
  return wrong;
}

/** The first characters of a document as they stand in the normal form of all of it: cut before it is folded, a figure would end in its comma. */
function probeOf(text: string): string {
  const folded = fold(text);
  let end = PROBE_CHARACTERS;
  while (isSeam(folded, end)) end++;
  return folded.folded.slice(0, end);
}
