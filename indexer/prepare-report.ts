import type { Projection } from '../src/engine/engine.ts';
import { project } from '../src/engine/projectors.ts';
import type { Category } from '../src/model/category.ts';
import type { Report } from '../src/model/report.ts';
import { type Prepared, prepare, type Task } from './prepare.ts';
import { processorClock, type Stage } from './stages.ts';

/** What can be said of a prepared source in few words; its documents, blocks and facts are counted. */
export interface SummedUp extends Omit<Prepared, 'blocks' | 'documents' | 'facts'> {
  readonly passages: number;
  readonly rows: number;
  readonly facts: number;
  readonly contains: Report['contains'];
}

/** What a worker hands over. Documents, blocks and facts, a hundred thousand small objects, go no further than into the projection. */
export interface PreparedReport extends Omit<SummedUp, 'seconds'> {
  readonly seconds: Readonly<Record<Stage, number>>;
  /** null: of a trial run, which stores nothing. */
  readonly projection: Projection | null;
}

/** bytes -> text -> documents -> what the engine with this projector stores. Rejects with UnreadableSourceError. */
export async function prepareReport(task: Task, projector: string | null): Promise<PreparedReport> {
  const prepared = await prepare(task);
  const clock = processorClock();
  const projection = projector === null ? null : project(projector, { id: task.id, ...prepared });
  return { ...sumUp(prepared), seconds: { ...prepared.seconds, project: clock() }, projection };
}

export function sumUp({ blocks: _blocks, documents, facts, ...rest }: Prepared): SummedUp {
  const count = (kind: string) => documents.filter(({ document }) => document.kind === kind).length;
  return { ...rest, passages: count('passage'), rows: count('row'), facts: facts.length, contains: partsOf(rest.tables, documents) };
}

/** Which parts a report prints: tables with rows, explanations in prose, reviews of performance. */
function partsOf(tables: Prepared['tables'], documents: Prepared['documents']): Report['contains'] {
  const passages = documents.filter(({ document }) => document.kind === 'passage');
  const parts = {
    报表: tables.some((table) => table.status === 'present' && table.rows > 0),
    说明: passages.some(({ document }) => explained.has(document.category)),
    绩效: documents.some(({ document }) => document.category === '附件绩效' || document.category === '预算绩效'),
  } as const;
  return (['报表', '说明', '绩效'] as const).filter((part) => parts[part]);
}

const explained: ReadonlySet<Category | null> = new Set<Category>([
  '收支总体',
  '收入',
  '支出',
  '财政拨款总体',
  '一般公共预算支出',
  '基本支出',
  '“三公”经费',
  '机关运行经费',
  '政府采购',
]);
