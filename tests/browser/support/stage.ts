import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { indexReports } from '../../../indexer/index-reports.ts';
import { openArchive } from '../../../src/archive/open-archive.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { openSqliteEngine } from '../../../src/engine/sqlite/sqlite-engine.ts';
import { type Running, serve } from '../../../web/serve.ts';
import { PATIENT_MS } from '../../support/patient.ts';
import type { FoundBrowser } from './find-browser.ts';

const sample = (name: string): string => fileURLToPath(new URL(`../../../samples/${name}`, import.meta.url));
export const samples = [
  sample('临溪区经济和信息化局2022年度部门决算.txt'),
  sample('临溪区经济和信息化局2023年度部门决算.txt'),
  sample('云川市教育局2024年部门预算.txt'),
];

/** A service on a few samples and a browser before it. */
export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  readonly engine: Engine;
  /** A new window with nothing remembered, in Chinese. */
  readonly open: (options?: BrowserContextOptions) => Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  readonly publicUrl?: string;
  /** What stands between the web and the index. */
  readonly between?: (engine: Engine) => Engine;
}

export async function openStage(found: FoundBrowser, { publicUrl, between = (engine) => engine }: StageOptions = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'suzhang-browser-'));
  const archive = openArchive(join(folder, 'archive'));
  const engine = await openSqliteEngine({ path: join(folder, 'index.sqlite'), limitMs: PATIENT_MS });
  await indexReports(samples, { archive, engine, data: folder, jobs: 1 });
  const running: Running = await serve({ engine: between(engine), archive, host: '127.0.0.1', port: 0, publicUrl: publicUrl ?? null });
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
  return {
    url: running.url,
    browser,
    engine,
    open: async (options = {}) => {
      const context = await browser.newContext({
        locale: 'zh-CN',
        viewport: { width: 1280, height: 900 },
        baseURL: running.url,
        ...options,
      });
      context.setDefaultTimeout(15_000);
      return { context, page: await context.newPage() };
    },
    close: async () => {
      await browser.close();
      await running.close(100);
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
