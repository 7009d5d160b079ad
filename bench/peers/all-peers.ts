import type { Peer } from './peer.ts';
import { hasRipgrep, ripgrepPeer } from './ripgrep.ts';
import { sqlFts5Peer } from './sql-fts5.ts';
import { suzhangPeer } from './suzhang.ts';

/** Opens each search that is measured, in the order of the table. Those of packages are imported when they are wanted: they may not be installed yet. */
export const allPeers: Readonly<Record<string, () => Promise<Peer>>> = {
  suzhang: async () => suzhangPeer(),
  'sql-fts5': async () => sqlFts5Peer(),
  ripgrep: async () => ripgrepPeer(),
  minisearch: async () => (await import('./minisearch.ts')).minisearchPeer(),
  orama: async () => (await import('./orama.ts')).oramaPeer(),
};

export const peersHere = (): string[] => Object.keys(allPeers).filter((name) => name !== 'ripgrep' || hasRipgrep());
