import type { Projection, ReportContent } from '../engine.ts';

/**
 * The content as it is: lines for the server hold what is known of the report beside its content, and the number of the write.
 * They are made while the server is busy with those before them, and it is the server that a write waits for.
 */
export interface MeilisearchProjection extends Projection {
  readonly projector: 'meilisearch';
  readonly content: ReportContent;
}

export const projectForMeilisearch = (content: ReportContent): MeilisearchProjection => ({
  projector: 'meilisearch',
  report: content.id,
  buffers: [],
  content,
});

export const isOwnProjection = (projection: Projection): projection is MeilisearchProjection => projection.projector === 'meilisearch';
