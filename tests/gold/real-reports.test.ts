import { existsSync } from 'node:fs';
import { describe } from 'vitest';
import { folders, readMarkedReports } from './judge/gold.ts';
import { itReachesItsTargets } from './judge/reaches-targets.ts';

describe.skipIf(!existsSync(folders.shared.golds))('real reports with gold (skipped where ../shared is absent)', () => {
  describe.each(readMarkedReports('shared'))('$file, read and held against its gold,', (report) => {
    itReachesItsTargets(report);
  });
});
