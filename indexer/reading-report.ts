import { doubtsIn } from '../src/model/table.ts';
import { lineFinder } from '../src/text/line-finder.ts';
import type { SummedUp } from './prepare-report.ts';

/** What was read of one report. `doubtful` tables are printed and have an issue inside. */
export interface ReadingReport {
  readonly file: string;
  readonly sections: number;
  readonly tables: { readonly present: number; readonly empty: number; readonly absent: number; readonly doubtful: number };
  readonly rows: number;
  readonly issues: readonly ReadingIssue[];
}

/** A doubt with its place in the report's text, end exclusive; `line` from 1. null: it is of the whole report. */
export interface ReadingIssue {
  readonly kind: string;
  readonly message: string;
  readonly anchor: { readonly start: number; readonly end: number; readonly line: number } | null;
}

export function reportReading(file: string, { outline, tables, rows, issues, text }: Omit<SummedUp, 'seconds'>): ReadingReport {
  const lineOf = lineFinder(text.text);
  const count = (status: (typeof tables)[number]['status']): number => tables.filter((table) => table.status === status).length;
  return {
    file,
    sections: outline.length,
    tables: {
      present: count('present'),
      empty: count('empty'),
      absent: count('absent'),
      doubtful: tables.filter((table) => doubtsIn(table, issues) > 0).length,
    },
    rows,
    issues: issues.map(({ kind, message, at }) => ({ kind, message, anchor: at === null ? null : { ...at, line: lineOf(at.start) } })),
  };
}
