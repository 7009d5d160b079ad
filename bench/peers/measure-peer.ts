import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { MB, peakMemory, percentile, timed } from '../figures.ts';
import { allPeers } from './all-peers.ts';
import { BudgetSpentError, type Built, type Peer, type PeerReport, type PeerSource } from './peer.ts';
import { storedDocuments } from './stored-documents.ts';
import { placesOf } from './truth.ts';

/** What a peer in a process of its own is told. */
export const peerTaskSchema = z
  .object({
    name: z.string(),
    /** The reports, and the file of their documents. */
    folder: z.string(),
    documents: z.string(),
    literals: z.array(z.string()).readonly(),
    /** For building, and again for searching. */
    seconds: z.number(),
    heap: z.number(),
  })
  .readonly();
export type PeerTask = z.infer<typeof peerTaskSchema>;

const builtSchema = z.object({ seconds: z.number(), processor: z.number(), size: z.number().nullable(), peak: z.number() }).readonly();
const searchedSchema = z
  .object({ literals: z.int(), p50: z.number(), p95: z.number(), processor: z.number(), recall: z.number(), precision: z.number() })
  .readonly();

/** What came of it. `processor` of searches: milliseconds of all threads a literal, on average; what programs of their own take is not in it. `taken`: so many documents were taken in; `searched` is null where that was not all of them. Sizes in MB, times in ms, shares 0 to 1. */
export const peerResultSchema = z
  .object({ name: z.string(), use: z.string(), taken: z.int(), built: builtSchema, searched: searchedSchema.nullable() })
  .readonly();
export type PeerResult = z.infer<typeof peerResultSchema>;

export async function measurePeer(task: PeerTask): Promise<PeerResult> {
  const open = allPeers[task.name];
  if (open === undefined) throw new RangeError(`no peer is called ${task.name}`);
  const peer = await open();
  const { taken, built, isWhole } = await build(peer, task);
  const searched = isWhole ? await search(peer, task) : null;
  await peer.close();
  return { name: peer.name, use: peer.use, taken, built, searched };
}

async function build(peer: Peer, task: PeerTask): Promise<{ taken: number; built: Built; isWhole: boolean }> {
  const before = heapInUse();
  const began = performance.now();
  const used = process.cpuUsage();
  const counted = { documents: 0 };
  const around = () => ({ seconds: (performance.now() - began) / 1000, processor: processorMs(used) / 1000, peak: peakMemory() });
  try {
    const own = await peer.build(budgeted(task, began, counted));
    const measured = around();
    return { taken: counted.documents, built: { ...measured, size: heapInUse() - before, ...own }, isWhole: true };
  } catch (error) {
    if (!(error instanceof BudgetSpentError)) throw error;
    return { taken: counted.documents, built: { ...around(), size: heapInUse() - before }, isWhole: false };
  }
}

const budgeted = ({ folder, documents, seconds, heap }: PeerTask, began: number, counted: { documents: number }): PeerSource => ({
  folder,
  async *documents() {
    for await (const report of storedDocuments(documents)) {
      if (performance.now() - began > 1000 * seconds) throw new BudgetSpentError(`more than ${seconds} s`);
      if (process.memoryUsage().heapUsed > heap * MB) throw new BudgetSpentError(`more than ${heap} MB`);
      yield report;
      counted.documents += report.length;
    }
  },
});

async function search(peer: Peer, { literals, seconds, documents }: PeerTask): Promise<NonNullable<PeerResult['searched']>> {
  const reports: PeerReport[] = [];
  for await (const report of storedDocuments(documents)) reports.push(report);
  const times: number[] = [];
  let [there, found, right, processor] = [0, 0, 0, 0];
  await peer.first('预算');
  const began = performance.now();
  for (const literal of literals) {
    if (performance.now() - began > 1000 * seconds) break;
    const used = process.cpuUsage();
    times.push((await timed(() => peer.first(literal))).ms);
    processor += processorMs(used);
    const truth = placesOf(literal, reports);
    const ids = new Set(await peer.all(literal));
    there += truth.size;
    found += ids.size;
    right += [...ids].filter((id) => truth.has(id)).length;
  }
  return {
    literals: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    processor: processor / times.length,
    recall: right / there,
    precision: right / found,
  };
}

function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Megabytes of the heap that are in use once garbage is collected. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  return process.memoryUsage().heapUsed / MB;
}
