import type { AppOptions } from '../../web/app.ts';

/** Searches and reports are in the engine; originals are not asked for here. */
export const noArchive: AppOptions['archive'] = {
  original: async () => null,
  unread: async () => ({ records: [], damaged: [] }),
};
