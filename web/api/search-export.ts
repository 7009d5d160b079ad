import type { Context } from 'hono';
import { type FormatName, formats } from '../../src/export/formats.ts';
import { writeResult } from '../../src/export/write-result.ts';
import { searchUrl } from '../../src/search/links.ts';
import { openResult } from '../../src/search/walk-result.ts';
import { streamOf } from '../export/stream.ts';
import type { Service } from '../service.ts';
import { header, readParameters } from './parameters.ts';
import { searchParameters } from './search-parameters.ts';

/** The parameters of a search. `page`, `size`, `facets` and `group` do not matter: the whole result is taken away, each place for itself. */
export const exportParameters = searchParameters.extend({ header });

export const answerExport =
  ({ engine, site, report }: Service, name: FormatName) =>
  async (context: Context) => {
    const { origin, search, searchParams } = new URL(context.req.url);
    const { header: heads, ...request } = readParameters(exportParameters, searchParams);
    const result = await openResult(engine, request, { base: site.permalink('', origin) });
    const making = {
      request,
      exportedAt: new Date().toISOString(),
      address: site.permalink(context.req.path + search, origin),
      searchPage: searchUrl(site.permalink('', origin), request),
      chineseHeads: heads === 'zh',
    };
    const { type, ending } = formats[name];
    const headers = name === 'atom' ? { 'content-type': type } : { 'content-type': type, 'content-disposition': attachment(ending) };
    return context.body(streamOf(writeResult(result, formats[name], making), report), 200, headers);
  };

const attachment = (ending: string): string => `attachment; filename="suzhang-search.${ending}"`;
