import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Archive } from '../../../src/archive/archive.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import type { Engine, StoredReport } from '../../../src/engine/engine.ts';
import { openSqliteEngine } from '../../../src/engine/sqlite/sqlite-engine.ts';
import { createApp } from '../../../web/app.ts';
import { PATIENT_MS } from '../../support/patient.ts';
import { storeReport } from '../../support/store-report.ts';
import { writeReport } from './write-report.ts';

export const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>';

/** Two small reports of the fictional 云川市, one of them with markup for text. */
export const finance: StoredReport = writeReport({
  department: '云川市青禾区财政局',
  year: 2023,
  unit: '万元',
  header: ['科目编码', '科目名称', '合计', '基本支出'],
  lines: [
    { kind: 'heading', level: 1, text: '第一部分 概况' },
    { kind: 'passage', text: '本局负责全区财政收支管理，并承担惠企周转金的\n\n发放与监督。' },
    { kind: 'noise', text: '- 3 -' },
    { kind: 'heading', level: 1, text: '第二部分 决算表' },
    { kind: 'header', text: '支出决算表\n单位：万元' },
    { kind: 'header', text: '科目编码\t科目名称\t合计\t基本支出' },
    { kind: 'row', cells: ['201', '一般公共服务支出', '2,558.02', '1,200.00'], code: '201', name: '一般公共服务支出' },
    { kind: 'row', cells: ['20106', '财政事务', '1,358.02', ''], code: '20106', name: '财政事务' },
    { kind: 'heading', level: 1, text: '第三部分 情况说明' },
    { kind: 'heading', level: 2, text: '一、支出决算情况' },
    { kind: 'passage', text: '惠企周转金支出131.79万元，比上年增加12.5万元，主要原因是周转次数增多。惠企周转金全部用于续贷。' },
    { kind: 'passage', text: `登记备注一栏原样印着 ${hostile} 字样。` },
  ],
  issues: [{ kind: 'unit-missing', message: '这张表没有写明单位', at: { start: 1, end: 9 } }],
});
export const culture: StoredReport = writeReport({
  department: '云川市文化馆',
  year: 2022,
  lines: [
    { kind: 'heading', level: 1, text: '第一部分 概况' },
    { kind: 'passage', text: '本馆组织群众文化活动，当年未安排惠企周转金。' },
  ],
});

export interface House {
  readonly app: Hono;
  readonly engine: Engine;
  readonly archive: Archive;
  /** Errors that nobody foresaw. */
  readonly reported: unknown[];
  readonly get: (path: string) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export interface HouseOptions {
  readonly reports?: readonly StoredReport[];
  readonly publicUrl?: string;
  readonly engine?: (engine: Engine) => Engine;
}

/** The app on the embedded engine in a folder of its own. */
export async function openHouse({
  reports = [finance, culture],
  publicUrl,
  engine: change = (engine) => engine,
}: HouseOptions = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'suzhang-web-'));
  const archive = openArchive(join(folder, 'archive'));
  const engine = await openSqliteEngine({ path: join(folder, 'index.sqlite'), limitMs: PATIENT_MS });
  for (const stored of reports) {
    await storeReport(engine, stored);
    const { report, text } = stored;
    const file = { path: `${report.department}.txt`, location: `/in/${report.id}.txt`, firstSeen: report.indexedAt };
    const reading = {
      reader: 'text/1',
      readAt: report.indexedAt,
      textSha256: report.textSha256,
      characters: text.text.length,
      pages: null,
      textOrigin: 'native' as const,
      encoding: 'utf-8',
      issues: [],
    };
    await archive.keep({ sha256: report.sha256, bytes: new TextEncoder().encode(text.text), file, reading, text });
  }
  const reported: unknown[] = [];
  const app = createApp({ engine: change(engine), archive, publicUrl: publicUrl ?? null, report: (error) => reported.push(error) });
  return {
    app,
    engine,
    archive,
    reported,
    get: async (path) => app.request(path),
    close: async () => {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
