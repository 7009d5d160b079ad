import { z } from 'zod';

export const documentKinds = ['passage', 'row', 'heading', 'header'] as const;
export const documentKindSchema = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKindSchema>;

export const noiseKinds = ['contents', 'page-number', 'caption', 'footer', 'markup', 'blank', 'other'] as const;
export const noiseKindSchema = z.enum(noiseKinds);
export type NoiseKind = z.infer<typeof noiseKindSchema>;

/**
 * A piece of the text. The blocks of a report tile it: the first begins at 0, each begins where the last ended, the last ends at its length.
 * `document` is the id of the document the block belongs to; noise belongs to none. White space between documents is noise of kind `blank`.
 */
export const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(documentKinds), start: z.int(), end: z.int(), noise: z.null(), document: z.string() }).readonly(),
  z.object({ kind: z.literal('noise'), start: z.int(), end: z.int(), noise: noiseKindSchema, document: z.null() }).readonly(),
]);
export type Block = z.infer<typeof blockSchema>;
