import type { Context } from 'hono';
import type { Frame } from '../parts/frame.ts';
import type { Service } from '../service.ts';

/** The frame of the page at hand. The address keeps the query, so that a print says where it is from. */
export function frameOf({ site, assets }: Service, context: Context): Frame {
  const asked = new URL(context.req.url);
  const permalink = (path: string) => site.permalink(path, asked.origin);
  return { site, assets, permalink, address: permalink(context.req.path + asked.search) };
}
