import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeRoom, type Room } from './suzhang.ts';
import { writeReport } from './write-report.ts';

const program = fileURLToPath(new URL('../../bin/suzhang.ts', import.meta.url));
/** script(1) of util-linux gives a program a terminal. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

let room: Room;
beforeEach(() => {
  room = makeRoom();
  for (let number = 1; number <= 4; number++) room.put(`in/${number}.txt`, writeReport(number).repeat(300));
});
afterEach(() => room.remove());

describe.skipIf(!hasScript)(`on a terminal${hasScript ? '' : ' (needs script of util-linux)'}`, () => {
  it('shows a bar, and leaves cursor and line ends as they were when Ctrl-C is pressed twice', async () => {
    const command = `"${process.execPath}" --disable-warning=ExperimentalWarning "${program}" index "${room.path('in')}" --data "${room.path('data')}" --jobs 1`;
    const child = spawn('script', ['-qec', command, '/dev/null']);
    let shown = '';
    child.stdout.on('data', (chunk) => {
      shown += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await vi.waitFor(() => expect(shown).toContain('0/4'), { timeout: 60_000 });
    child.stdin.write('\u0003');
    await vi.waitFor(() => expect(shown).toContain('正在停止'), { timeout: 60_000 });
    await sleep(600);
    child.stdin.write('\u0003');
    expect(await ended).toBe(130);
    expect(shown.lastIndexOf('\u001b[?25h')).toBeGreaterThan(shown.lastIndexOf('\u001b[?25l'));
    expect(shown.lastIndexOf('\u001b[?7h')).toBeGreaterThan(shown.lastIndexOf('\u001b[?7l'));
  });
});
