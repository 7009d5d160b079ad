import type { Project, Projection, ReportContent } from './engine.ts';
import { projectForMeilisearch } from './meilisearch/meilisearch-projection.ts';
import { projectForSqlite } from './sqlite/sqlite-projection.ts';

/** Every projector by the name that engines give it (Engine.projector). Apart from open.ts, since threads that project open no engine. */
const projectors: ReadonlyMap<string, Project> = new Map<string, Project>([
  ['sqlite', projectForSqlite],
  ['meilisearch', projectForMeilisearch],
]);

/** What the engine with this projector stores of the content. Throws InvalidInputError for documents and facts that are not of the report. */
export function project(projector: string, content: ReportContent): Projection {
  const made = projectors.get(projector);
  if (made === undefined) throw new Error(`no projector ${projector}`);
  return made(content);
}
