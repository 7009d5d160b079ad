import type { Identity } from '../../../src/model/report.ts';
import type { Span } from '../../../src/model/span.ts';

/** A field of the identity as one place of the report says it. */
export interface Statement<Field extends keyof Identity = keyof Identity> {
  readonly field: Field;
  readonly value: NonNullable<Identity[Field]>['value'];
  readonly from: NonNullable<Identity[Field]>['from'];
  readonly at: Span | null;
}
