import { assertNever } from '../errors.ts';
import { type Identity, identitySchema, type Provenance, provenanceNotStated } from '../model/report.ts';
import type { Correction, Decision } from './record.ts';

/** What a list of decisions comes to: the last word on each field counts. */
export interface Decided {
  readonly correct: (identity: Identity) => Identity;
  readonly provenance: Provenance;
  readonly withdrawn: boolean;
  /** Ids of reports. */
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
}

export function decided(decisions: readonly Decision[]): Decided {
  let set: Correction = {};
  let provenance = provenanceNotStated;
  let withdrawn = false;
  let supersedes: string | null = null;
  let supersededBy: string | null = null;
  for (const decision of decisions)
    switch (decision.kind) {
      case 'correction':
        set = { ...set, ...decision.set };
        break;
      case 'supersession':
        if (decision.set.supersedes !== undefined) supersedes = decision.set.supersedes;
        if (decision.set.supersededBy !== undefined) supersededBy = decision.set.supersededBy;
        break;
      case 'provenance':
        provenance = decision.provenance;
        break;
      case 'withdrawal':
      case 'restoration':
        withdrawn = decision.kind === 'withdrawal';
        break;
      default:
        assertNever(decision);
    }
  return { correct: (identity) => correct(identity, set), provenance, withdrawn, supersedes, supersededBy };
}

/** A correction stands in place of what was read, `from: person`. One that was taken back (null) leaves what was read. */
function correct(identity: Identity, set: Correction): Identity {
  const stated = Object.entries(set).filter(([, value]) => value !== null);
  return identitySchema.parse({
    ...identity,
    ...Object.fromEntries(stated.map(([field, value]) => [field, { value, from: 'person', at: null }])),
  });
}
