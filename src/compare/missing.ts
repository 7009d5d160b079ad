import { figureById } from '../figures/lookup.ts';
import type { Measure } from '../model/amount.ts';
import { unreadKinds } from '../model/issue.ts';
import type { Report } from '../model/report.ts';
import type { Table } from '../model/table.ts';
import { foldString } from '../text/normal-form.ts';
import type { Entry } from './entry.ts';

/** Why a figure is not here. Missing is never zero. */
export const missingReasons = ['not-printed', 'table-is-image', 'unreadable', 'not-indexed'] as const;
export type MissingReason = (typeof missingReasons)[number];
export const missingLabels: Readonly<Record<MissingReason, string>> = {
  'not-printed': '原文未载',
  'table-is-image': '表为图片',
  unreadable: '未能读取',
  'not-indexed': '未收录',
};

/** The measures that one looks for in a report of each kind. */
export const expectedMeasures = (reportKind: string | null): readonly Measure[] =>
  reportKind === '预算' ? ['年初预算'] : ['年初预算', '全年预算', '决算', '完成率'];

/** Tables that print a figure, by words of their folded titles, and the measures that they print of it. */
interface Home {
  readonly title: RegExp;
  readonly measures: readonly Measure[];
}
const totals: Home = { title: /收入支出.*总表|收支.*总表/, measures: ['年初预算', '全年预算', '预算数', '决算'] };
const threePublic: Home = { title: /三公/, measures: ['年初预算', '全年预算', '预算数', '决算'] };
const bySubject: Home = { title: /收入(?:决算|预算|总)表|支出(?:决算|预算|总)表/, measures: ['决算', '预算数', '年初预算'] };
const basic: Home = { title: /基本支出/, measures: ['决算', '预算数', '年初预算'] };

function homeOf({ code, figure }: Pick<Entry, 'code' | 'figure'>): Home | null {
  if (code !== null) return code.startsWith('2') ? bySubject : basic;
  const group = figure === null ? null : figureById(figure)?.group;
  if (group === '三公') return threePublic;
  return group === '收支' ? totals : null;
}

/** The tables that would print a measure of it in a report of this kind; null: none would, only prose. */
function homeFor(reportKind: string | null, about: Pick<Entry, 'code' | 'figure'>, measure: Measure): Home | null {
  const home = homeOf(about);
  if (home === null || !home.measures.includes(measure)) return null;
  return reportKind === '决算' && home === bySubject && measure !== '决算' ? null : home;
}

/** Whether the reason depends on the tables of the report: if not, it was not printed. */
export const dependsOnTables = (reportKind: string | null, about: Pick<Entry, 'code' | 'figure'>, measure: Measure): boolean =>
  homeFor(reportKind, about, measure) !== null;

/** Why a report does not state a measure: its table is an image, or stands there and could not be read whole, else it was read and does not print it. */
export function whyMissing(report: Report, about: Pick<Entry, 'code' | 'figure'>, measure: Measure): MissingReason {
  const home = homeFor(report.reportKind, about, measure);
  if (home === null) return 'not-printed';
  const tables = report.tables.filter(({ title }) => home.title.test(foldString(title)));
  if (tables.some(({ status }) => status === 'absent')) return 'table-is-image';
  return tables.some((table) => isDoubtful(report, table)) ? 'unreadable' : 'not-printed';
}

const unread = new Set<string>(unreadKinds);

const isDoubtful = ({ issues }: Report, { start, end }: Table): boolean =>
  start !== null && end !== null && issues.some(({ kind, at }) => unread.has(kind) && at !== null && at.start >= start && at.start < end);
