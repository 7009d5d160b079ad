import { Session } from 'node:inspector/promises';

/** The function in which a stage begins; what it calls belongs to it until another stage begins. */
const begins: readonly (readonly [functionName: string, file: string, stage: string])[] = [
  ['readSource', 'indexer/read/readers.ts', 'decode'],
  ['outlineText', 'indexer/outline/outline-text.ts', 'outline'],
  ['readIdentity', 'indexer/outline/read-identity.ts', 'identity'],
  ['readTables', 'indexer/tables/read-tables.ts', 'tables'],
  ['makeBlocks', 'indexer/make-blocks.ts', 'documents'],
  ['makeDocuments', 'indexer/make-documents.ts', 'documents'],
  ['readFacts', 'indexer/facts/read-facts.ts', 'facts'],
  ['analyse', 'src/search/analyse.ts', 'analyse'],
];

export interface StageShare {
  readonly stage: string;
  readonly share: number;
}

/** Which share of the processor's time each stage of `work` took, by a sampling profiler: nothing in the program need be changed for it. */
export async function profileStages(work: () => Promise<unknown>): Promise<StageShare[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const stages = stageOfNodes(profile.nodes);
  const time = new Map<string, number>();
  profile.samples?.forEach((node, at) => {
    const stage = stages.get(node) ?? 'other';
    time.set(stage, (time.get(stage) ?? 0) + (profile.timeDeltas?.[at] ?? 0));
  });
  const total = [...time.values()].reduce((sum, one) => sum + one, 0);
  return [...time].map(([stage, one]) => ({ stage, share: one / total })).sort((a, b) => b.share - a.share);
}

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[] | undefined;
}

function stageOfNodes(nodes: readonly Node[]): Map<number, string> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const stages = new Map<number, string>();
  // A node stands before its children.
  for (const { id, callFrame } of nodes) {
    const own = begins.find(([name, file]) => callFrame.functionName === name && callFrame.url.endsWith(file))?.[2];
    const special = callFrame.functionName === '(garbage collector)' ? 'garbage collection' : undefined;
    stages.set(id, own ?? special ?? stages.get(parents.get(id) ?? -1) ?? 'other');
  }
  return stages;
}
