import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteEngine } from '../../src/engine/sqlite/sqlite-engine.ts';
import { describeEngine } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'suzhang-engine-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeEngine('sqlite', () => openSqliteEngine({ path: join(folder, 'contract.sqlite') }));
