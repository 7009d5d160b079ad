import { describe, expect, it } from 'vitest';
import { searchRequestSchema } from '../../../src/search/request.ts';
import { amountFilter } from '../../../web/parts/amount-filter.ts';

describe('the filter by amount', () => {
  const asked = { q: '贴息 "a"', year: ['2023'], min: '100万', page: 3, group: true };
  const form = String(amountFilter('/suzhang/', searchRequestSchema.parse(asked)));
  const fields = [...form.matchAll(/<input (?:type="hidden" )?name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);

  it('keeps the words and the other filters, and begins at the first page', () => {
    expect(fields).toEqual([
      ['min', '100万'],
      ['max', ''],
      ['q', '贴息 &quot;a&quot;'],
      ['year', '2023'],
    ]);
  });

  it('goes to the search under the sub-path', () => {
    expect(form).toContain('action="/suzhang/" method="get"');
  });
});
