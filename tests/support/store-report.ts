import type { Engine, StoredReport } from '../../src/engine/engine.ts';
import { project } from '../../src/engine/projectors.ts';

/** Afterwards the engine holds the report: projected in this thread. */
export async function storeReport(engine: Engine, { report, ...content }: StoredReport): Promise<void> {
  await engine.replaceReport(report, project(engine.projector, { id: report.id, ...content }));
}
