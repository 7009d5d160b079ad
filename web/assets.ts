import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file of web/static, served under a name that changes with its content, so that it may be cached for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

export interface Assets {
  readonly style: Asset;
  readonly script: Asset;
  readonly icon: Asset;
}

export function readAssets(): Assets {
  return {
    style: readAsset('style', 'css', 'text/css; charset=utf-8'),
    script: readAsset('keys', 'js', 'text/javascript; charset=utf-8'),
    icon: readAsset('icon', 'svg', 'image/svg+xml'),
  };
}

function readAsset(name: string, ending: string, type: string): Asset {
  const body = readFileSync(new URL(`./static/${name}.${ending}`, import.meta.url), 'utf8');
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { path: `/static/${name}-${digest}.${ending}`, type, body };
}
