import { z } from 'zod';
import { header, page, listSize as size } from './parameters.ts';
import { reportParameters, searchParameters } from './search-parameters.ts';

/** Reports are listed by what they say of themselves. */
const { report: _, ...stated } = reportParameters;
export const reportListParameters = z.object({ ...stated, page, size });

const { code, category, min, max } = searchParameters.shape;
const table = searchParameters.shape.table.meta({
  description: '表名（支出决算表）或表号（公开03表）；可重复，值前加 - 为排除，空值为未载明',
});
const rowFilters = { code, table, category, ...reportParameters, min, max };
export const rowListParameters = z.object({ ...rowFilters, page, size });
/** A file holds every row, so there are no pages. */
export const rowFileParameters = z.object({ ...rowFilters, header });
