import type { Config } from '../src/config.ts';
import type { Engine } from '../src/engine/engine.ts';
import { openEngine } from '../src/engine/open.ts';
import { EngineUnavailableError, IndexReplacedError } from '../src/errors.ts';
import { currentGeneration, generationFolder } from './generation.ts';
import { patient } from './house.ts';
import { tell } from './output.ts';

/** How often a service looks which index is in use. */
const LOOK_EVERY_MS = 1000;

/**
 * An engine over whichever index is in use: within seconds after a rebuild it reads the new one, and the old one is closed once what was asked of it is
 * answered. A reading that finds the old one gone before the next look is asked of the new one. An index that cannot be opened is said to be so, and the
 * one that was read before is read on; one that is only away or busy is tried again.
 * Rejects as openEngine does.
 */
export async function followIndex(config: Config): Promise<Engine> {
  let current = await open(config, await currentGeneration(config.data));
  let refused: { readonly generation: string; readonly forGood: boolean } | null = null;
  let looking = Promise.resolve();
  const look = async () => {
    const generation = await currentGeneration(config.data);
    const known = refused?.generation === generation ? refused : null;
    if (generation === current.generation || known?.forGood) return;
    try {
      const [before, next] = [current, await open(config, generation)];
      current = next;
      await before.retire();
      tell('索引已重建，现已换用新的索引。');
    } catch (error) {
      refused = { generation, forGood: !(error instanceof EngineUnavailableError) };
      if (known === null) tell(`重建的索引无法打开，仍用原来的：${wordsOf(error)}`);
    }
  };
  /** Once more, after those looks that are under way. */
  const lookNext = () => {
    looking = looking.then(look).catch((error: unknown) => tell(`看不到正在使用的是哪个索引：${wordsOf(error)}`));
    return looking;
  };
  const timer = setInterval(lookNext, LOOK_EVERY_MS);
  return {
    ...current.engine,
    replaceReport: (...given) => current.engine.replaceReport(...given),
    removeReport: (id) => current.engine.removeReport(id),
    async read(work, options) {
      const asked = current;
      try {
        return await asked.engine.read(work, options);
      } catch (error) {
        if (!(error instanceof IndexReplacedError)) throw error;
        if (asked === current) await lookNext();
        if (asked === current) throw error;
        return await current.engine.read(work, options);
      }
    },
    async close() {
      clearInterval(timer);
      await looking;
      await current.engine.close();
    },
  };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** An index that a service reads. */
interface Opened {
  readonly generation: string;
  readonly engine: Engine;
  /** Nothing more is asked of it: it is closed as soon as what is under way has been answered. */
  retire(): Promise<void>;
}

async function open(config: Config, generation: string): Promise<Opened> {
  const engine = await openWarm({ ...config, data: generationFolder(config.data, generation) });
  let readings = 0;
  let retired = false;
  const closeUnused = async () => {
    if (!retired || readings > 0) return;
    await engine.close().catch((error: unknown) => tell(`原来的索引未能关闭：${wordsOf(error)}`));
  };
  const read: Engine['read'] = async (work, options) => {
    readings++;
    try {
      return await engine.read(work, options);
    } finally {
      readings--;
      void closeUnused();
    }
  };
  const retire = () => {
    retired = true;
    return closeUnused();
  };
  return { generation, engine: { ...engine, read }, retire };
}

/** What first readings would wait for is in memory before anybody waits for it. */
async function openWarm(config: Config): Promise<Engine> {
  const engine = await openEngine(config);
  try {
    await engine.read((reader) => reader.values(), patient);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return engine;
}
