import { readReportName } from './report-name.ts';
import type { Statement } from './statement.ts';

// 2023 beside no other digit
const YEAR = /(?<!\d)(20[12]\d)(?!\d)/;

/** What the name of the file hints at. Nothing is believed that the content says otherwise. */
export function readFileName(fileName: string): Statement[] {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const name = readReportName(base.replace(/[\s_-]+/g, ''));
  const year = YEAR.exec(base)?.[1];
  const hint = (field: Statement['field'], value: Statement['value'] | undefined): Statement[] =>
    value === undefined ? [] : [{ field, value, from: 'file-name', at: null }];
  return [
    ...hint('department', name?.body?.value),
    ...hint('year', name?.year.value ?? (year === undefined ? undefined : Number.parseInt(year, 10))),
    ...hint('reportKind', name?.kind.value ?? kindOf(base)),
    ...hint('scope', name?.scope?.value),
  ];
}

function kindOf(base: string): '决算' | '预算' | undefined {
  const final = base.includes('决算');
  return final === base.includes('预算') ? undefined : final ? '决算' : '预算';
}
