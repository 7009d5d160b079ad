import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Chromium that can be started, and what it must be started with. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** CHROMIUM_PATH, else a browser on the PATH, else (Linux x64) the one that comes as a package; null where there is none. */
export async function findBrowser(): Promise<FoundBrowser | null> {
  const own = process.env.CHROMIUM_PATH ?? findOnPath();
  if (own !== undefined) return { executablePath: own, args: ['--no-sandbox'] };
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), args: packed.args };
}

const findOnPath = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
