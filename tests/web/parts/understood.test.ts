import { describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../../src/search/answer.ts';
import { showUnderstood } from '../../../web/parts/understood.ts';

const shown = (terms: SearchAnswer['query']['terms']): string =>
  String(showUnderstood({ query: { text: '', terms, warnings: [], sentence: '' } }));

describe('what a query was read as', () => {
  it('is not said of a word that was read as typed', () => {
    expect(shown([{ kind: 'word', text: '贴息' }])).not.toContain('贴息');
  });

  it('leads with one click to the search with a slip put right', () => {
    const meant = { text: '纾困', url: '/?q=%E7%BA%BE%E5%9B%B0&group=1' };
    const page = shown([{ kind: 'word', text: '疏困', note: '或为 纾困', meant }]);
    expect(page).toContain('（或为 纾困）');
    expect(page).toContain('<a href="/?q=%E7%BA%BE%E5%9B%B0">改查“纾困”</a>');
  });
});
