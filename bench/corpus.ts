import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Random, seeded } from '../tests/support/seeded.ts';
import { makeReport, type ReportPlan, sentencesOf } from './make-report.ts';
import { bodies, cities, districtsOf, shortOf } from './names.ts';
import { readSkeletons, type Skeleton } from './samples.ts';

/** Raised when the same seed gives other texts than before. */
const VERSION = 1;

export const cacheFolder = fileURLToPath(new URL('.cache', import.meta.url));

const statedSchema = z.object({ version: z.number(), documents: z.int(), seed: z.int(), reports: z.int(), bytes: z.int() }).readonly();

/** A folder of generated reports. `documents` is about how many they give when read. */
export interface Corpus extends z.infer<typeof statedSchema> {
  readonly folder: string;
}

/**
 * Reports with about so many documents in all, made from the samples: their lines and tables with other places, bodies, years and figures, and paragraphs
 * lengthened with sentences of other samples, so that each has about as much text a document as real reports (105 documents in 10 KB).
 * The same seed gives the same texts; kept under bench/.cache.
 */
export async function openCorpus(documents: number, seed = 1): Promise<Corpus> {
  const folder = join(cacheFolder, `corpus-${documents}-${seed}`);
  const known = readStated(join(folder, 'stated.json'));
  if (known !== null) return { ...known, folder };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'reports'), { recursive: true });
  const made = writeReports(join(folder, 'reports'), await readSkeletons(), documents, seeded(seed));
  const stated = { version: VERSION, documents, seed, ...made };
  writeFileSync(join(folder, 'stated.json'), JSON.stringify(stated));
  return { ...stated, folder };
}

export const reportsFolder = (corpus: Corpus): string => join(corpus.folder, 'reports');

function readStated(path: string): z.infer<typeof statedSchema> | null {
  if (!existsSync(path)) return null;
  const stated = statedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return stated.version === VERSION ? stated : null;
}

function writeReports(folder: string, skeletons: readonly Skeleton[], documents: number, random: Random) {
  const sentences = skeletons.flatMap(sentencesOf);
  let reports = 0;
  let bytes = 0;
  for (let made = 0; made < documents; reports++) {
    const skeleton = random.pick(skeletons);
    const plan = planOf(reports, random);
    const text = makeReport(skeleton, plan, sentences, random);
    const name = `${String(reports).padStart(5, '0')} ${plan.city}${plan.district}${plan.body}${plan.year}年度.txt`;
    writeFileSync(join(folder, name), text);
    bytes += Buffer.byteLength(text);
    made += skeleton.documents;
  }
  return { reports, bytes };
}

/** Bodies, districts, years and cities in turn, so that no two reports are of the same body and year before all have been. */
function planOf(n: number, random: Random): ReportPlan {
  const body = bodies[n % bodies.length] ?? '';
  const city = cities[Math.floor(n / bodies.length) % cities.length] ?? '';
  const districts = districtsOf(city);
  const district = districts[Math.floor(n / bodies.length / cities.length) % districts.length] ?? '';
  return { city, district, body, short: shortOf(body), year: 2019 + random.below(6) };
}
