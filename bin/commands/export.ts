import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { type Command, Option } from 'commander';
import type { Config } from '../../src/config.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Report } from '../../src/model/report.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { allHits } from '../export/all-hits.ts';
import { csvHead, csvLines } from '../export/csv.ts';
import { refuseEmptyIndex, withEngine } from '../house.ts';
import { tell, withCommas } from '../output.ts';
import { type SearchFlags, searchRequestOf, withSearchFlags } from '../search-flags.ts';
import { settingsOf, withSettings } from '../settings.ts';

type Flags = SearchFlags & { readonly format: 'csv' | 'ndjson'; readonly out?: string; readonly reports?: boolean };

/** suzhang export [query]: the whole result of a search, or all reports, to stdout or a file. */
export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('导出检索的全部结果（CSV 可用 Excel 打开，NDJSON 一行一条），或报告清单')
    .argument('[query...]', '要找的话；不给则导出全部');
  withSearchFlags(command)
    .addOption(new Option('--format <format>', '格式').choices(['csv', 'ndjson']).default('csv'))
    .option('--out <file>', '写入文件（不给则写到标准输出）')
    .option('--reports', '改为导出报告清单（JSON，含文件、来源、存疑）');
  withSettings(command, 'serving').action(async (words: string[], flags: Flags) => {
    const config = settingsOf(command);
    const request = searchRequestOf(words, flags);
    await withEngine(config, async (engine) => {
      await refuseEmptyIndex(config, engine);
      const sink = flags.out === undefined ? process.stdout : createWriteStream(flags.out);
      if (sink !== process.stdout) await once(sink, 'open');
      const count = flags.reports ? await exportReports(engine, sink) : await exportHits(engine, config, request, flags.format, sink);
      if (sink !== process.stdout) await new Promise<void>((resolve) => sink.end(() => resolve()));
      tell(`已导出 ${withCommas(count)} ${flags.reports ? '份报告' : '条'}${flags.out === undefined ? '' : `到 ${flags.out}`}。`);
    });
  });
}

async function write(sink: Writable, text: string): Promise<void> {
  if (!sink.write(text)) await once(sink, 'drain');
}

async function exportHits(
  engine: Engine,
  config: Config,
  request: SearchRequest,
  format: 'csv' | 'ndjson',
  sink: Writable,
): Promise<number> {
  const exportedAt = new Date().toISOString();
  const reports = new Map<string, Report | null>();
  const reportOf = async (id: string): Promise<Report | null> => {
    const known = reports.get(id);
    if (known !== undefined) return known;
    const report = await engine.read((reader) => reader.report(id));
    reports.set(id, report);
    return report;
  };
  if (format === 'csv') await write(sink, csvHead());
  let count = 0;
  for await (const hit of allHits(engine, request, config.publicUrl ?? '')) {
    const report = await reportOf(hit.report.id);
    const line =
      format === 'csv'
        ? csvLines(hit, { report, query: request.q, exportedAt })
        : `${JSON.stringify({ ...hit, sha256: report?.sha256 ?? null, sourceUrl: report?.provenance.sourceUrl ?? null })}\n`;
    await write(sink, line);
    count++;
  }
  return count;
}

async function exportReports(engine: Engine, sink: Writable): Promise<number> {
  const reports = await engine.read(async (reader) => {
    const list = await reader.reports();
    return Promise.all(list.map((summary) => reader.report(summary.id)));
  });
  await write(sink, `${JSON.stringify(reports, null, 2)}\n`);
  return reports.length;
}
