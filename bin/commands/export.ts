import { type Command, Option } from 'commander';
import type { Config } from '../../src/config.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { InvalidInputError } from '../../src/errors.ts';
import { type FormatName, formats } from '../../src/export/formats.ts';
import { writeResult } from '../../src/export/write-result.ts';
import { searchUrl, searchUrlParameters } from '../../src/search/links.ts';
import type { SearchRequest } from '../../src/search/request.ts';
import { openResult } from '../../src/search/walk-result.ts';
import { exportTo, type Write } from '../export-sink.ts';
import { patient, refuseEmptyIndex, withEngine } from '../house.ts';
import { tell, withCommas } from '../output.ts';
import { type SearchFlags, searchRequestOf, withSearchFlags } from '../search-flags.ts';
import { settingsOf, withSettings } from '../settings.ts';

type Flags = SearchFlags & {
  readonly format: FormatName;
  readonly header: 'zh' | 'en';
  readonly out?: string;
  readonly reports?: boolean;
};

interface Asked {
  readonly request: SearchRequest;
  readonly flags: Flags;
  readonly write: Write;
}

/** suzhang export [query]: the whole result of a search, or all reports, to stdout or a file. */
export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('导出检索的全部结果（CSV 可用 Excel 打开，NDJSON 一行一条，Atom 可订阅），或报告清单')
    .argument('[query...]', '要找的话；不给则导出全部');
  withSearchFlags(command)
    .addOption(new Option('--format <format>', '格式').choices(Object.keys(formats)).default('csv'))
    .addOption(new Option('--header <language>', 'CSV 的表头：en 或 zh').choices(['en', 'zh']).default('en'))
    .option('--out <file>', '写入文件（不给则写到标准输出）')
    .option('--reports', '改为导出报告清单（JSON，含文件、来源、存疑）');
  withSettings(command, 'serving').action(async (words: string[], flags: Flags) => {
    const config = settingsOf(command);
    const request = searchRequestOf(words, flags);
    if (flags.reports) refuseConditions(request);
    await withEngine(config, async (engine) => {
      await refuseEmptyIndex(config, engine);
      const count = await exportTo(flags.out, (write) =>
        flags.reports ? exportReports(engine, write) : exportHits(engine, config, { request, flags, write }),
      );
      tell(`已导出 ${withCommas(count)} ${flags.reports ? '份报告' : '条'}${flags.out === undefined ? '' : `到 ${flags.out}`}。`);
    });
  });
}

/** The list of reports is whole: a condition that it does not heed must not look heeded. */
function refuseConditions(request: SearchRequest): void {
  if (searchUrlParameters(request).toString() !== '')
    throw new InvalidInputError('--reports', '--reports 导出全部报告的清单，不能同时给检索词或筛选条件。');
}

// https://example.org/suzhang/
const END_SLASH = /\/$/;

/** The same files as GET /api/search.csv and its siblings give. Returns the number of hits. */
async function exportHits(engine: Engine, config: Config, { request, flags, write }: Asked): Promise<number> {
  const base = (config.publicUrl ?? `http://${config.host}:${config.port}`).replace(END_SLASH, '');
  const result = await openResult(engine, request, { base });
  const address = `${base}/api/search.${flags.format}?${searchUrlParameters(request)}`;
  const making = {
    request,
    exportedAt: new Date().toISOString(),
    address,
    searchPage: searchUrl(base, request),
    chineseHeads: flags.header === 'zh',
  };
  const pieces = writeResult(result, formats[flags.format], making);
  for (;;) {
    const { done, value } = await pieces.next();
    if (done === true) return value.given;
    if (!(await write(value))) process.exit(0);
  }
}

async function exportReports(engine: Engine, write: Write): Promise<number> {
  const reports = await engine.read(async (reader) => {
    const list = await reader.reports();
    return Promise.all(list.map((summary) => reader.report(summary.id)));
  }, patient);
  await write(`${JSON.stringify(reports, null, 2)}\n`);
  return reports.length;
}
