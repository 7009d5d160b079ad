import type { Engine } from '../src/engine/engine.ts';
import type { ReportSummary } from '../src/model/report.ts';
import { censusOf } from '../src/search/census.ts';

/** All reports in source order, kept until the index changes: handing hundreds over from the engine takes as long as half a search. */
export const readReports = (engine: Engine): Promise<readonly ReportSummary[]> =>
  engine.read((reader) => censusOf(engine, reader).reports());
