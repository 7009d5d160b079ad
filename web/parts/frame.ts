import type { Assets } from '../assets.ts';
import type { Site } from '../site.ts';

/** What every page knows beside its own answer. */
export interface Frame {
  readonly site: Site;
  readonly assets: Assets;
  /** Absolute address of the page at hand, for prints and previews. */
  readonly address: string;
  /** The absolute address of a path of the service, as citations carry it. */
  readonly permalink: (path: string) => string;
}
