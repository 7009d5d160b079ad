import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeRoom, type Room, run, start } from './suzhang.ts';
import { writeReport } from './write-report.ts';

let room: Room;
beforeAll(async () => {
  room = makeRoom();
  for (const number of [1, 2, 3]) room.put(`in/${number}.txt`, writeReport(number));
  await run(['index', room.path('in'), '--data', room.path('data')]);
});
afterAll(() => room.remove());

const ready = /就绪：(http:\/\/[^/\s]+)\//;

describe('suzhang start and serve', () => {
  it('indexes what is given, serves it, and finishes a request under way at SIGTERM', async () => {
    const started = start(['start', room.path('in'), '--data', room.path('fresh'), '--port', '0']);
    const url = (await started.said(ready))[1] ?? '';
    const answer = (await (await fetch(`${url}/api/search?q=${encodeURIComponent('"标记2号"')}`)).json()) as { total: number };
    expect(answer.total).toBe(1);

    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const received = new Promise<string>((resolve, reject) => {
      let all = '';
      socket.on('data', (chunk) => {
        all += chunk;
      });
      socket.on('end', () => resolve(all));
      socket.on('error', reject);
    });
    socket.write('GET /api/reports HTTP/1.1\r\nHost: x\r\n');
    await new Promise((resolve) => setTimeout(resolve, 200));
    started.child.kill('SIGTERM');
    await started.said(/正在结束/);
    socket.write('Connection: close\r\n\r\n');
    expect(await received).toContain('HTTP/1.1 200');
    expect((await started.ended).code).toBe(0);
  });

  it('takes a rebuilt index over by itself, and answers all who ask at once, before and after', async () => {
    const started = start(['serve', '--data', room.path('data'), '--port', '0']);
    const url = (await started.said(ready))[1] ?? '';
    const ask = async () => {
      const answer = await fetch(`${url}/api/search?q=${encodeURIComponent('"标记2号"')}`);
      return { status: answer.status, ...((await answer.json()) as { total: number; engine: { build: string } }) };
    };
    const askMany = () => Promise.all(Array.from({ length: 8 }, ask));
    const before = await ask();
    expect((await run(['rebuild', '--data', room.path('data')])).code).toBe(0);
    // Until now one reader thread was enough: another is first needed when the index that it would read has just been removed.
    const [between, after] = [await askMany(), await started.said(/已换用新的索引/).then(askMany)];
    for (const { status, total } of [...between, ...after]) expect([status, total]).toEqual([200, 1]);
    expect(after[0]?.engine.build).not.toBe(before.engine.build);
    started.child.kill('SIGTERM');
    expect((await started.ended).code).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('ends when npm is ended, though its shell passes no signal on', async () => {
    const setup = fileURLToPath(new URL('../../bin/setup.mjs', import.meta.url));
    const command = `"${process.execPath}" "${setup}" serve --data "${room.path('data')}" --port 0; :`;
    const shell = spawn('sh', ['-c', command], { env: { ...process.env, npm_lifecycle_event: 'start' } });
    let said = '';
    const closed = new Promise((resolve) => shell.stderr.on('data', (chunk) => (said += chunk)).on('close', resolve));
    await vi.waitFor(() => expect(said).toMatch(ready), { timeout: 30_000 });
    shell.kill('SIGTERM');
    await closed;
    expect(said).toContain('正在结束');
  });

  it('says which port is in use and how to take another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const ended = await run(['serve', '--data', room.path('data'), '--port', String(port)]);
    other.close();
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(`端口 ${port} 已被占用`);
  });
});
