/** One thing looked at. `fix`: what to do when it is not well. */
export interface Diagnosis {
  readonly what: string;
  readonly well: boolean;
  readonly says: string;
  readonly fix: string | null;
}

/** What was looked at of an engine. `openable`: there is an index, and it can be opened; opening one that is not there would make it. */
export interface Diagnosed {
  readonly findings: readonly Diagnosis[];
  readonly openable: boolean;
}
