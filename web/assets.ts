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

/** The parts of the one style sheet, in order: later ones win. */
const styles = [
  'base',
  'house',
  'box',
  'suggest',
  'forms',
  'landing',
  'results',
  'tables',
  'compare',
  'viewer',
  'card',
  'prose',
  'reach',
  'narrow',
  'print',
] as const;

/** The parts of the one script; each is a block of its own. */
const scripts = ['keys', 'busy', 'suggest', 'facets', 'outline', 'cards', 'refocus'] as const;

export function readAssets(): Assets {
  return {
    style: asset('style', 'css', 'text/css; charset=utf-8', styles.map((name) => readStatic(`style/${name}.css`)).join('\n')),
    script: asset('suzhang', 'js', 'text/javascript; charset=utf-8', scripts.map((name) => readStatic(`script/${name}.js`)).join('\n')),
    icon: asset('icon', 'svg', 'image/svg+xml', readStatic('icon.svg')),
  };
}

const readStatic = (name: string): string => readFileSync(new URL(`./static/${name}`, import.meta.url), 'utf8');

function asset(name: string, ending: string, type: string, body: string): Asset {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { path: `/static/${name}-${digest}.${ending}`, type, body };
}
