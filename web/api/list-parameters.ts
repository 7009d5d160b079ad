import { z } from 'zod';
import { wholeNumber } from './parameters.ts';
import { searchParameters } from './search-parameters.ts';

const page = wholeNumber(1, 1_000_000_000).default(1).meta({ description: '页码，从 1 起', type: 'integer', minimum: 1 });
const size = wholeNumber(1, 1000).default(100).meta({ description: '每页条数', type: 'integer', minimum: 1, maximum: 1000 });
const { department, district, city, year, reportKind, scope } = searchParameters.shape;
const reportFilters = { department, district, city, year, reportKind, scope };

export const reportListParameters = z.object({ ...reportFilters, page, size });

const { code, report, category, min, max } = searchParameters.shape;
const table = searchParameters.shape.table.meta({
  description: '表名（支出决算表）或表号（公开03表）；可重复，值前加 - 为排除，空值为未载明',
});
const rowFilters = { report, code, table, category, ...reportFilters, min, max };
export const rowListParameters = z.object({ ...rowFilters, page, size });
/** A file holds every row, so there are no pages. */
export const rowFileParameters = z.object(rowFilters);
