import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { giveUp, house, inHouse, say } from './house.mjs';
import { withInstallLock } from './install-lock.mjs';

const marker = inHouse('node_modules', '.suzhang-installed');

/** Afterwards the packages of package-lock.json are there. Takes a few milliseconds when they were before. */
export async function installed() {
  if (isInstalled()) return;
  await withInstallLock(async () => {
    if (isInstalled()) return;
    if (!matchesLock()) await install();
    writeFileSync(marker, fingerprint());
  });
}

const isInstalled = () => existsSync(marker) && readFileSync(marker, 'utf8') === fingerprint();

/** Changes with the lock file and with the machine: native packages differ by both. */
function fingerprint() {
  const lock = readFileSync(inHouse('package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
}

/** Whether somebody has installed just these versions by hand: then nothing is to be done. Optional ones may be missing. */
function matchesLock() {
  const there = inHouse('node_modules', '.package-lock.json');
  if (!existsSync(there)) return false;
  const { packages: now } = JSON.parse(readFileSync(there, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync(inHouse('package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || (now[path] === undefined ? entry.optional === true : now[path].version === entry.version),
  );
}

/**
 * `install --no-save` takes the locked versions as `ci` does, but also where the lock knows a native package for some platforms only,
 * since a registry that lacks the others leaves them out of it.
 */
async function install() {
  say('正在安装所需的软件包（仅首次或更新后需要，约一分钟）……');
  const startedAt = Date.now();
  const code = await npm(['install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) giveUp(`软件包安装失败（npm install 返回 ${code}）。请检查网络与 npm 镜像设置，然后再试一次；上面是 npm 给出的原因。`);
  say(`安装完成，用时 ${Math.round((Date.now() - startedAt) / 1000)} 秒。`);
}

/** npm's own script when npm started us, else the command. Its output goes to stderr, stdout belongs to the program. */
function npm(args) {
  const script = process.env.npm_execpath;
  const viaScript = script !== undefined && basename(script).startsWith('npm');
  const [command, all, shell] = viaScript ? [process.execPath, [script, ...args], false] : ['npm', args, process.platform === 'win32'];
  return new Promise((resolve) => {
    const child = spawn(command, all, { cwd: house, stdio: ['ignore', 2, 'inherit'], shell });
    child.on('error', (error) => giveUp(`无法运行 npm：${error.message}。请先安装 Node.js（含 npm）：https://nodejs.org`));
    child.on('exit', (code, signal) => resolve(code ?? signal));
  });
}
