import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';

/** A Chromium that can be started, and what it must be started with. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** CHROMIUM_PATH, else a browser on the PATH, else (Linux x64) the one that comes as a package; null where there is none that starts. */
export async function findBrowser(): Promise<FoundBrowser | null> {
  const own = process.env.CHROMIUM_PATH || findOnPath();
  return own === undefined ? findPacked() : { executablePath: own, args: ['--no-sandbox'] };
}

const findOnPath = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/** Meant for functions that open one page: with them the first closed window ends the whole browser. */
const oneProcess = ['--single-process', '--no-zygote', '--in-process-gpu'];

/** Suites that begin together unpack it together: who finds half of it waits for the rest. */
const MOST_TRIES = 5;
const PAUSE_MS = 2_500;

/** It needs system libraries that a small machine may lack, so it is tried. */
async function findPacked(): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: packed } = await import('@sparticuz/chromium');
  const args = packed.args.filter((arg) => !oneProcess.includes(arg));
  for (let n = 0; n < MOST_TRIES; n++) {
    const found = await tryPacked({ executablePath: await packed.executablePath(), args });
    if (found !== null) return found;
    await setTimeout(PAUSE_MS);
  }
  return null;
}

/** null: it did not start. The suites are skipped then, and their names say why. */
async function tryPacked(found: FoundBrowser): Promise<FoundBrowser | null> {
  try {
    await (await chromium.launch({ executablePath: found.executablePath, args: [...found.args] })).close();
    return found;
  } catch {
    return null;
  }
}
