import type { Reader } from '../../src/engine/engine.ts';
import { NotFoundError } from '../../src/errors.ts';
import { REPORT_ID, type Report } from '../../src/model/report.ts';

/** Throws NotFoundError when there is no such report. */
export async function findReport(reader: Reader, id: string): Promise<Report> {
  const report = REPORT_ID.test(id) ? await reader.report(id) : null;
  return report ?? missing(id);
}

/** For what a report that is there must have. */
export function missing(id: string): never {
  throw new NotFoundError(`没有编号为 ${id.slice(0, 80)} 的报告。它可能已被移除，或从未收录；全部报告见报告列表。`);
}
