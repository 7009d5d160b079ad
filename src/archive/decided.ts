import { assertNever } from '../errors.ts';
import { type Identity, identitySchema, type Provenance, provenanceNotStated } from '../model/report.ts';
import type { Correction, Decision } from './record.ts';

/** What a list of decisions comes to: the last word on each field counts. */
export interface Decided {
  readonly correct: (identity: Identity) => Identity;
  readonly provenance: Provenance;
  readonly withdrawn: boolean;
}

export function decided(decisions: readonly Decision[]): Decided {
  let set: Correction = {};
  let provenance = provenanceNotStated;
  let withdrawn = false;
  for (const decision of decisions)
    switch (decision.kind) {
      case 'correction':
        set = { ...set, ...decision.set };
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
  return { correct: (identity) => correct(identity, set), provenance, withdrawn };
}

/** A correction stands in place of what was read, `from: person`. One that was taken back (null) leaves what was read. */
function correct(identity: Identity, set: Correction): Identity {
  const stated = Object.entries(set).filter(([, value]) => value !== null);
  return identitySchema.parse({
    ...identity,
    ...Object.fromEntries(stated.map(([field, value]) => [field, { value, from: 'person', at: null }])),
  });
}
