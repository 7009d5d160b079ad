import type { z } from 'zod';
import { compareAnswerSchema, comparedEntrySchema } from '../../src/compare/compare-answer.ts';
import { blockSchema } from '../../src/model/block.ts';
import { reportSchema, reportSummarySchema } from '../../src/model/report.ts';
import { anchorSchema } from '../../src/search/anchor-facts.ts';
import { facetEntrySchema, hitReportSchema, hitSchema, searchAnswerSchema } from '../../src/search/answer.ts';
import { batchAnswerSchema } from '../../src/search/batch.ts';
import { factListSchema, listedFactSchema } from '../../src/search/list-facts.ts';
import { listedRowSchema, rowListSchema } from '../../src/search/list-rows.ts';
import { suggestAnswerSchema } from '../../src/search/suggest.ts';
import { problemSchema } from '../problem.ts';
import { aliveSchema, blockListSchema, coverageSchema, readySchema, reportListSchema } from './answers.ts';
import { batchBodySchema, batchParameters } from './batch.ts';
import { compareFileParameters, compareParameters } from './compare-parameters.ts';
import { factFileParameters, factListParameters } from './fact-parameters.ts';
import { reportListParameters, rowFileParameters, rowListParameters } from './list-parameters.ts';
import { exportParameters } from './search-export.ts';
import { searchParameters } from './search-parameters.ts';
import { suggestParameters } from './suggest.ts';

/** Every schema of an answer, under the name it has in the OpenAPI description. */
export const namedSchemas = {
  Problem: problemSchema,
  SearchAnswer: searchAnswerSchema,
  Hit: hitSchema,
  HitReport: hitReportSchema,
  FacetEntry: facetEntrySchema,
  ReportSummary: reportSummarySchema,
  Report: reportSchema,
  Block: blockSchema,
  Anchor: anchorSchema,
  Coverage: coverageSchema,
  ReportList: reportListSchema,
  RowList: rowListSchema,
  Row: listedRowSchema,
  FactList: factListSchema,
  Fact: listedFactSchema,
  CompareAnswer: compareAnswerSchema,
  ComparedEntry: comparedEntrySchema,
  BlockList: blockListSchema,
  BatchAnswer: batchAnswerSchema,
  SuggestAnswer: suggestAnswerSchema,
  Alive: aliveSchema,
  Ready: readySchema,
} as const;

/** What a route takes and answers. `answer.schema` null: not JSON. */
export interface RouteContract {
  /** GET where nothing is said. */
  readonly method?: 'post';
  readonly path: string;
  readonly summary: string;
  readonly parameters: z.ZodObject | null;
  /** The JSON that it takes. */
  readonly body?: z.ZodType;
  readonly answer: { readonly type: string; readonly schema: z.ZodType | null; readonly description: string };
  readonly problems: readonly (400 | 404 | 410 | 413 | 503)[];
}

const json = (schema: z.ZodType, description: string) => ({ type: 'application/json', schema, description });
const other = (type: string, description: string) => ({ type, schema: null, description });

/** Every route of the API, in the order in which its page lists them. A test holds it against the routes of the app. */
export const contract = {
  search: {
    path: '/api/search',
    summary: '检索条目',
    parameters: searchParameters,
    answer: json(searchAnswerSchema, '一页结果，含层级、分面和每个匹配的位置'),
    problems: [400, 503],
  },
  searchCsv: {
    path: '/api/search.csv',
    summary: '检索的全部结果，每个金额一行，可用 Excel 打开',
    parameters: exportParameters,
    answer: other('text/csv', 'UTF-8，带 BOM；以 = + - @ 开头的单元格前加单引号'),
    problems: [400, 503],
  },
  searchNdjson: {
    path: '/api/search.ndjson',
    summary: '检索的全部结果，每行一条 JSON',
    parameters: exportParameters,
    answer: other('application/x-ndjson', '每行一条，字段同 /api/search 的 hits，另有来源、引文'),
    problems: [400, 503],
  },
  searchAtom: {
    path: '/api/search.atom',
    summary: '检索的全部结果，可订阅',
    parameters: exportParameters,
    answer: other('application/atom+xml', 'Atom，每条的 id 为其永久链接'),
    problems: [400, 503],
  },
  batch: {
    method: 'post',
    path: '/api/batch',
    summary: '一次检索许多词：每个词在每份报告中的条数',
    parameters: batchParameters,
    body: batchBodySchema,
    answer: json(batchAnswerSchema, '各检索式的总数与逐份报告的条数，与单独检索相同'),
    problems: [400, 413, 503],
  },
  suggest: {
    path: '/api/suggest',
    summary: '边输入边提示：科目、部门、常用词，各带条数；或许想找的写法',
    parameters: suggestParameters,
    answer: json(suggestAnswerSchema, '提示'),
    problems: [400, 503],
  },
  reports: {
    path: '/api/reports',
    summary: '报告列表',
    parameters: reportListParameters,
    answer: json(reportListSchema, '一页报告，按城市、区县、部门、年度、种类排列'),
    problems: [400, 503],
  },
  report: {
    path: '/api/reports/:id',
    summary: '一份报告：身份、来源、章节、表、疑点',
    parameters: null,
    answer: json(reportSchema, '报告'),
    problems: [404, 503],
  },
  text: {
    path: '/api/reports/:id/text',
    summary: '文本：所有偏移量（UTF-16 码元）都以它为准',
    parameters: null,
    answer: other('text/plain', '原样文本，UTF-8'),
    problems: [404, 503],
  },
  original: {
    path: '/api/reports/:id/original',
    summary: '原文件的字节',
    parameters: null,
    answer: other('application/octet-stream', '下载，文件名为原名'),
    problems: [404, 503],
  },
  blocks: {
    path: '/api/reports/:id/blocks',
    summary: '文本的全部分块，首尾相接',
    parameters: null,
    answer: json(blockListSchema, '分块'),
    problems: [404, 503],
  },
  rows: {
    path: '/api/rows',
    summary: '表格行，每行的每个金额都有位置',
    parameters: rowListParameters,
    answer: json(rowListSchema, '一页表格行，按报告顺序'),
    problems: [400, 503],
  },
  rowFile: {
    path: '/api/rows.csv',
    summary: '全部表格行，每个金额一行，可用 Excel 打开',
    parameters: rowFileParameters,
    answer: other('text/csv', 'UTF-8，带 BOM；以 = + - @ 开头的单元格前加单引号'),
    problems: [400, 503],
  },
  facts: {
    path: '/api/facts',
    summary: '事实：每个数字是什么、哪一年、哪笔钱，出自何处',
    parameters: factListParameters,
    answer: json(factListSchema, '一页事实，每个都有位置'),
    problems: [400, 503],
  },
  factFile: {
    path: '/api/facts.csv',
    summary: '全部事实，每个一行，可用 Excel 打开',
    parameters: factFileParameters,
    answer: other('text/csv', 'UTF-8，带 BOM；以 = + - @ 开头的单元格前加单引号'),
    problems: [400, 503],
  },
  compare: {
    path: '/api/compare',
    summary: '比较：一个科目、数字或项目在各部门、各年度的预算与决算',
    parameters: compareParameters,
    answer: json(compareAnswerSchema, '每份报告每个口径一条；缺的写明原因，算出的写明算式'),
    problems: [400, 503],
  },
  compareFile: {
    path: '/api/compare.csv',
    summary: '全部比较结果，可用 Excel 打开',
    parameters: compareFileParameters,
    answer: other('text/csv', 'UTF-8，带 BOM；以 = + - @ 开头的单元格前加单引号'),
    problems: [400, 503],
  },
  coverage: {
    path: '/api/coverage',
    summary: '收录了什么、什么未能读取及原因',
    parameters: null,
    answer: json(coverageSchema, '收录情况'),
    problems: [503],
  },
  openapi: {
    path: '/openapi.json',
    summary: '本说明的 OpenAPI 3.1 形式',
    parameters: null,
    answer: other('application/json', 'OpenAPI 3.1'),
    problems: [],
  },
  alive: { path: '/healthz', summary: '进程在运行', parameters: null, answer: json(aliveSchema, '在运行'), problems: [] },
  ready: { path: '/readyz', summary: '检索引擎可用', parameters: null, answer: json(readySchema, '可用'), problems: [503] },
  metrics: { path: '/metrics', summary: 'Prometheus 指标', parameters: null, answer: other('text/plain', '指标'), problems: [] },
} as const satisfies Record<string, RouteContract>;
