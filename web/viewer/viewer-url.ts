import type { Span } from '../../src/model/span.ts';
import type { matchModes } from '../../src/search/request.ts';

/** What the address of the viewer says beside the report. */
export interface ViewerState {
  readonly at?: Span | undefined;
  readonly h?: string | undefined;
  readonly q?: string | undefined;
  readonly match?: (typeof matchModes)[number] | undefined;
  /** The window that holds this offset, where no place is given. Without both a query opens on its first match. */
  readonly from?: number | undefined;
  readonly view?: 'read' | 'raw' | undefined;
}

/** A path within the service; `fragment` without #. */
export function viewerPath(id: string, { at, h, q, match, from, view }: ViewerState, fragment = ''): string {
  const parameters = new URLSearchParams();
  if (at !== undefined) parameters.set('at', `${at.start}-${at.end}`);
  if (at !== undefined && h !== undefined) parameters.set('h', h);
  if (at === undefined && from !== undefined && (from > 0 || isAsked(q))) parameters.set('from', String(from));
  if (isAsked(q)) parameters.set('q', q);
  if (isAsked(q) && match !== undefined) parameters.set('match', match);
  if (view === 'raw') parameters.set('view', view);
  const asked = parameters.toString();
  return `/reports/${id}${asked === '' ? '' : `?${asked}`}${fragment === '' ? '' : `#${fragment}`}`;
}

const isAsked = (q: string | undefined): q is string => q !== undefined && q !== '';
