import { z } from 'zod';
import { matchModes, type SearchRequest, type searchRequestSchema, shownFacets, sorts } from '../../src/search/request.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { flag, many, measures, oneOf, page, pageSize } from './parameters.ts';

const facetNames = ['all', 'none', ...shownFacets] as const;

/** `facets=all`, `facets=none`, or names, repeated or parted by commas. */
const facets = z
  .array(z.string())
  .transform((values) => values.flatMap((value) => value.split(',')).filter((name) => name !== ''))
  .pipe(z.array(z.enum(facetNames, oneOf(facetNames))))
  .transform((names): SearchRequest['facets'] => {
    if (names.length === 0 || names.includes('all')) return 'all';
    if (names.includes('none')) return 'none';
    return shownFacets.filter((name) => names.includes(name));
  })
  .default('all')
  .meta({ description: '要统计的分面：名称、all（默认）或 none', items: { type: 'string', enum: facetNames } });

const described = (what: string) => ({ description: `${what}；可重复（同名为“或”，异名为“且”），值前加 - 为排除，空值为未载明` });
const filter = (what: string) => many.meta(described(what));

/** A filter whose values are of one shape: another value is a slip, which an answer without hits would not show. Compared folded, as the values are. */
const shapedFilter = (what: string, shape: RegExp, allowed: string) =>
  z
    .array(z.string().refine((value) => shape.test(foldString(value)), { error: `须为${allowed}；值前可加 -，空值为未载明` }))
    .readonly()
    .default([])
    .meta(described(what));

// 2023, -2023, nothing
const YEAR = /^-?(?:\d{4})?$/;
// row, -row, nothing
const KIND = /^-?(?:passage|row|heading|header)?$/;

/** The parameters of GET /api/search and of the page `/`, as they stand in a URL. */
export const searchParameters = z.object({
  q: z.string().default('').meta({ description: '检索式；空为浏览全部', example: '"纾困贷款贴息" 年度:2023' }),
  department: filter('部门全称'),
  district: filter('区县'),
  city: filter('城市'),
  year: shapedFilter('年度', YEAR, '四位数字的年份，如 2023'),
  reportKind: filter('决算或预算'),
  scope: filter('口径：部门汇总、本级、单位'),
  category: filter('章节'),
  kind: shapedFilter('条目种类：passage、row、heading、header', KIND, '下列之一：passage、row、heading、header'),
  table: filter('表名'),
  code: many.meta({ description: '科目编码，功能或经济分类；写前缀则含其下全部', example: ['206'] }),
  report: z
    .array(z.string())
    // Forms send empty fields, and no document is without a report.
    .transform((ids) => ids.filter((id) => id !== ''))
    .default([])
    .meta({ description: '只在这些报告中检索（报告编号）；可重复' }),
  match: z.enum(matchModes, oneOf(matchModes)).default('auto').meta({ description: '裸词的匹配层级' }),
  measure: measures.meta({ description: 'min、max 和按金额排序只看这些指标的数字；可重复' }),
  min: z.string().optional().meta({ description: '金额下限，单位元或带单位', example: '500万元' }),
  max: z.string().optional().meta({ description: '金额上限，单位元或带单位', example: '1.2亿' }),
  sort: z.enum(sorts, oneOf(sorts)).default('relevance').meta({ description: '排序' }),
  page,
  size: pageSize(100, 20),
  facets,
  group: flag.default(false).meta({ description: '1：同一报告中相近的条目归在最好的一条之下', enum: ['0', '1'] }),
  explain: flag.default(false).meta({ description: '1：每条说明排在此处的理由', enum: ['0', '1'] }),
}) satisfies z.ZodType<z.infer<typeof searchRequestSchema>>;

const { report, department, district, city, year, reportKind, scope } = searchParameters.shape;
/** Those that say which reports are meant, for whatever else is asked of reports. */
export const reportParameters = { report, department, district, city, year, reportKind, scope };
