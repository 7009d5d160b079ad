import { describe } from 'vitest';
import { readMarkedReports } from './judge/gold.ts';
import { itReachesItsTargets } from './judge/reaches-targets.ts';

describe.each(readMarkedReports('samples'))('the sample $file, read and held against its gold,', (report) => {
  itReachesItsTargets(report);
});
