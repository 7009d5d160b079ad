import { create, insertMultiple, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import type { Peer } from './peer.ts';

/** With its own Mandarin tokenizer, every word required (docs.oramasearch.com: Using Chinese with Orama). */
export function oramaPeer(): Peer {
  const db = create({ schema: { id: 'string', text: 'string' }, components: { tokenizer: createTokenizer() } });
  const ask = (literal: string, limit: number) => search(db, { term: literal, properties: ['text'], limit, threshold: 0 });
  let size = 0;
  return {
    name: 'Orama 3.1',
    use: 'its Mandarin tokenizer, threshold 0',
    async build(source) {
      for await (const documents of source.documents()) {
        size += documents.length;
        await insertMultiple(
          db,
          documents.map(({ id, text }) => ({ id, text })),
          1000,
        );
      }
      return {};
    },
    first: async (literal) => (await ask(literal, 20)).count,
    all: async (literal) => (await ask(literal, size)).hits.map(({ document }) => document.id),
    close: async () => undefined,
  };
}
