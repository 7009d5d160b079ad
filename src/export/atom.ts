import type { TakenHit } from '../search/walk-result.ts';
import type { Format } from './format.ts';
import { documentLink } from './taken-line.ts';

/** What XML 1.0 cannot hold (2.2): control characters but TAB, LF and CR, halves of pairs, two non-characters. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string => text.replace(NOT_XML, '\ufffd').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** When nothing was ever indexed, there is no time to tell. */
const NEVER = '1970-01-01T00:00:00Z';

/** RFC 4287. An entry is a hit; its id is the lasting link of its document, so that a reader shows each place once. */
export const atom: Format = {
  type: 'application/atom+xml; charset=utf-8',
  ending: 'atom',
  periods: false,
  begin: ({ newest, total }, { request, address, searchPage }) =>
    [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
      `<id>${xml(address)}</id>`,
      `<title>溯账：${xml(request.q === '' ? '全部条目' : request.q)}（${total} 条）</title>`,
      `<updated>${xml(newest ?? NEVER)}</updated>`,
      `<link rel="self" type="application/atom+xml" href="${xml(address)}"/>`,
      `<link rel="alternate" type="text/html" href="${xml(searchPage)}"/>`,
      '<generator>溯账 Suzhang</generator>',
      '',
    ].join('\n'),
  hits: (hits) => hits.map(entry).join(''),
  end: (notice) => `${notice === null ? '' : `<subtitle>${xml(notice)}</subtitle>\n`}</feed>\n`,
};

function entry(taken: TakenHit): string {
  const { hit, source } = taken;
  const link = xml(documentLink(taken));
  const { report } = hit;
  const title = [report.department ?? report.title ?? report.file, ...(report.year === null ? [] : [report.year]), report.reportKind ?? '']
    .join(' ')
    .trim();
  const where = hit.table ?? hit.path.at(-1);
  return [
    '<entry>',
    `<id>${link}</id>`,
    `<title>${xml(where === undefined ? title : `${title}：${where}`)}</title>`,
    `<updated>${xml(source.indexedAt)}</updated>`,
    `<author><name>${xml(report.department ?? report.file)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${xml(hit.source.url)}"/>`,
    `<content type="text">${xml(hit.text)}</content>`,
    '</entry>',
    '',
  ].join('\n');
}
