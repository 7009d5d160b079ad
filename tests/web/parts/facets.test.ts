import { describe, expect, it } from 'vitest';
import type { FacetEntry, SearchAnswer } from '../../../src/search/answer.ts';
import { type Rail, showFacets } from '../../../web/parts/facets.ts';
import { html } from '../../../web/parts/html.ts';

const entry = (value: string, count: number, more: Partial<FacetEntry> = {}): FacetEntry => ({
  value,
  label: value,
  count,
  selected: false,
  excluded: false,
  url: `/?x=${value}&group=1`,
  ...more,
});
const many = (size: number): FacetEntry[] => Array.from({ length: size }, (_, n) => entry(`云川市第${n + 1}局`, size - n));
const rail = (whole: Rail['whole']): Rail => ({
  whole,
  address: (name) => (name === null ? '/?q=a' : `/?q=a&whole=${name}`),
  between: html`<form>`,
});
const show = (facets: SearchAnswer['facets'], whole: Rail['whole'] = null): string => String(showFacets(facets, rail(whole)));
const valuesOf = (page: string): number => page.match(/class="value[ "]/g)?.length ?? 0;

describe('a facet beside the results', () => {
  it('of up to twenty values has them all, those after the eighth folded away', () => {
    const page = show({ department: many(20) });
    expect(valuesOf(page)).toBe(20);
    expect(page).toContain('<summary>其余 12 项</summary>');
    expect(page).not.toContain('whole=');
  });

  it('of more has the first eight and a link to all, which says how many there are', () => {
    const page = show({ department: many(1_234) });
    expect(valuesOf(page)).toBe(8);
    expect(page).toMatch(/<a class="whole" href="\/\?q=a&amp;whole=department#facet-department"[^>]*>全部 1,234 项<\/a>/);
  });

  it('has every value where it is asked for whole, and the way back', () => {
    const page = show({ department: many(1_234) }, 'department');
    expect(valuesOf(page)).toBe(1_234);
    expect(page).toMatch(/<a class="less" href="\/\?q=a#facet-department"/);
  });

  it('always has what is chosen', () => {
    const page = show({ department: many(30).map((one, n) => (n === 25 ? { ...one, selected: true } : one)) });
    expect(page).toContain('aria-current="true"');
    expect(page).toContain('云川市第26局');
    expect(valuesOf(page)).toBe(9);
  });

  it('shows what stands beneath a chosen subject, and links to the rest', () => {
    const tree = (selected: boolean): FacetEntry[] => [
      entry('206', 5, { selected, children: [entry('20604', 5, { children: [entry('2060499', 5)] })] }),
      entry('221', 3, { children: [entry('22102', 3)] }),
    ];
    const closed = show({ subject: tree(false) });
    expect(valuesOf(closed)).toBe(2);
    expect(closed).toContain('href="/?q=a&amp;whole=subject#beneath-206"');
    const open = show({ subject: tree(true) });
    expect(valuesOf(open)).toBe(3);
    expect(open).toContain('href="/?q=a&amp;whole=subject#beneath-20604"');
    const whole = show({ subject: tree(false) }, 'subject');
    expect(valuesOf(whole)).toBe(5);
    expect(whole).toContain('id="beneath-20604"');
  });

  it('of reports stands before what is put between, one of what is in them behind it', () => {
    const page = show({ year: many(2), kind: many(2), subject: many(2) });
    const places = ['facet-year', '<form>', 'facet-kind', 'facet-subject'].map((part) => page.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(-1);
  });
});
