import type { Hono } from 'hono';
import type { Assets } from './assets.ts';

/** Names change with the content, so a browser may keep what it has for a year. */
const FOR_EVER = 'public, max-age=31536000, immutable';

export function serveAssets(app: Hono, assets: Assets): void {
  for (const { path, type, body } of [assets.style, assets.script, assets.icon]) {
    app.get(path, (context) => context.body(body, 200, { 'content-type': type, 'cache-control': FOR_EVER }));
  }
}
