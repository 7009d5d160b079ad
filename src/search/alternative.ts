import type { Reason } from './answer.ts';
import type { SearchRequest } from './request.ts';

/** A search that differs from one without hits, and how it is offered: `message` is completed by the count of its hits. */
export interface Alternative {
  readonly kind: Reason['kind'];
  readonly message: string;
  readonly request: SearchRequest;
}
