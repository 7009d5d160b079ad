import type { Archive } from '../src/archive/archive.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { Coverage } from './api/answers.ts';
import type { Assets } from './assets.ts';
import type { ExpectedList } from './coverage/expected.ts';
import type { Metrics } from './metrics.ts';
import type { Site } from './site.ts';

/** What the web asks of the archive. */
export type Originals = Pick<Archive, 'original' | 'unread'>;

/** What every route works with. */
export interface Service {
  readonly engine: Engine;
  readonly archive: Originals;
  readonly coverage: () => Promise<Coverage>;
  /** Which reports should be here. */
  readonly expected: () => Promise<ExpectedList>;
  readonly site: Site;
  readonly assets: Assets;
  readonly metrics: Metrics;
  readonly version: string;
  /** Told of every error that nobody foresaw. */
  readonly report: (error: unknown) => void;
}
