import type { Damage } from '../src/archive/archive.ts';
import type { FoundFile } from './find-files.ts';
import { type Outcome, type Status, statuses } from './outcome.ts';
import type { PreparedReport } from './prepare-report.ts';
import { type ReadingReport, reportReading } from './reading-report.ts';
import { type Stage, stages } from './stages.ts';

/** What a run came to. Passages, rows, facts and issues are those of the reports that were read in it, each once. */
export interface IndexSummary {
  done: number;
  readonly counts: Record<Status, number>;
  passages: number;
  rows: number;
  facts: number;
  issues: number;
  characters: number;
  /** What was read of each report, in the order in which they were read. */
  readonly reports: ReadingReport[];
  /** Files that failed or could not be read in this run, not those known from earlier ones. */
  readonly problems: { readonly file: string; readonly status: Status; readonly reason: string | null; readonly message: string | null }[];
  /** Files that were not read because they could not be at an earlier run. */
  knownUnreadable: number;
  readonly damaged: readonly Damage[];
  unusedManifestLines: readonly string[];
  /** Why the run ended before its end (disk full …); null: it did not. */
  stopped: string | null;
  /** A person ended it. */
  interrupted: boolean;
  seconds: number;
  /** Seconds of processor a stage, added up over workers. */
  readonly stages: Record<Stage, number>;
  readonly ledger: string | null;
}

export const emptySummary = (damaged: readonly Damage[], ledger: string | null): IndexSummary => ({
  done: 0,
  counts: Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>,
  passages: 0,
  rows: 0,
  facts: 0,
  issues: 0,
  characters: 0,
  reports: [],
  problems: [],
  knownUnreadable: 0,
  damaged,
  unusedManifestLines: [],
  stopped: null,
  interrupted: false,
  seconds: 0,
  stages: Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>,
  ledger,
});

/** Adds a file to the reckoning. */
export function reckon(summary: IndexSummary, file: FoundFile, result: Outcome, prepared: PreparedReport | null): void {
  summary.counts[result.status]++;
  if (result.known) summary.knownUnreadable++;
  else if (result.status === 'failed' || result.status === 'unreadable')
    summary.problems.push({ file: file.path, status: result.status, reason: result.reason, message: result.message });
  if (prepared === null || result.status === 'duplicate') return;
  summary.passages += prepared.passages;
  summary.rows += prepared.rows;
  summary.reports.push(reportReading(file.path, prepared));
  summary.facts += prepared.facts;
  summary.issues += prepared.issues.length;
  summary.characters += prepared.text.text.length;
  for (const stage of stages) summary.stages[stage] += prepared.seconds[stage];
}

/** Whether everything that was offered is in the index, or known not to be. */
export const isWhole = (summary: IndexSummary): boolean =>
  summary.problems.length === 0 && summary.stopped === null && !summary.interrupted && summary.damaged.length === 0;
