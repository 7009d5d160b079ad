import type { Provenance } from '../model/report.ts';
import { withoutStraySpace } from '../text/stray-space.ts';
import type { HitReport } from './answer.ts';

/** A place of a report to be cited. */
export interface CitedPlace {
  readonly report: Pick<HitReport, 'title' | 'department' | 'year' | 'reportKind' | 'file'>;
  readonly provenance: Provenance;
  readonly page: number | null;
  /** Line of the report's text, from 1. */
  readonly line: number;
  /** The headings above it, from the top. */
  readonly path: readonly string[];
  readonly table: string | null;
  /** The head above a cell and the printed name of its row; null for a place that is no cell. */
  readonly cell: { readonly column: string; readonly row: string | null } | null;
  readonly quote: string;
  /** The lasting link of the place. */
  readonly link: string;
  /** When it was looked at: an ISO date or time. */
  readonly citedAt: string;
}

export const NO_PROVENANCE = '来源未登记';

/**
 * A reference as GB/T 7714-2015 writes one for a report read online (8.8, 电子资源): who. what[R/OL]. (published)[read]. where.
 * Followed by the place in it. Without a registered address it is a report [R], and says so.
 */
export function citeByStandard(place: CitedPlace): string {
  const { report, provenance, citedAt } = place;
  const who = report.department ?? provenance.publisher ?? '责任者不详';
  const { sourceUrl } = provenance;
  const published = provenance.publishedAt === null ? '' : `(${dateOf(provenance.publishedAt)})`;
  const read = `[${dateOf(provenance.retrievedAt ?? citedAt)}]`;
  const where = sourceUrl === null ? `${NO_PROVENANCE}，原文件：${report.file}` : sourceUrl;
  return `${who}. ${titleOf(place)}[${sourceUrl === null ? 'R' : 'R/OL'}]. ${published}${read}. ${where}. ${whereIn(place)}. ${place.link}`;
}

/** The same for running text: “…”（《…》，第 3 页，…；来源：…；…） */
export function citePlainly(place: CitedPlace): string {
  const { sourceUrl, retrievedAt } = place.provenance;
  const source = sourceUrl === null ? NO_PROVENANCE : `来源：${sourceUrl}${retrievedAt === null ? '' : `（${dateOf(retrievedAt)}获取）`}`;
  return `“${place.quote.trim()}”（《${titleOf(place)}》，${whereIn(place)}；${source}；${place.link}）`;
}

/** As printed, but for what the layout of a cover left inside it (年度部 门决算). */
const titleOf = ({ report }: CitedPlace): string =>
  withoutStraySpace(
    report.title ?? (report.department === null ? report.file : `${report.department}${report.year ?? ''}${report.reportKind ?? ''}`),
  );

/** 第 3 页，支出决算表，文本第 228 行“住房公积金”，“本年支出合计”栏; of prose the nearest heading. */
function whereIn({ page, line, path, table, cell }: CitedPlace): string {
  const heading = path.at(-1);
  const above = table ?? (heading === undefined ? undefined : withoutStraySpace(heading));
  return [
    ...(page === null ? [] : [`第 ${page} 页`]),
    ...(above === undefined ? [] : [above]),
    `文本第 ${line} 行${cell?.row ? `“${cell.row}”` : ''}`,
    ...(cell === null || cell.column === '' ? [] : [`“${cell.column}”栏`]),
  ].join('，');
}

// 2024-09-01T08:00:00Z
const dateOf = (time: string): string => time.split('T', 1)[0] ?? time;
