import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlineText } from '../../../indexer/outline/outline-text.ts';
import { readIdentity } from '../../../indexer/outline/read-identity.ts';

interface Marked {
  readonly start: number;
  readonly end: number;
}
interface Gold {
  readonly file: string;
  readonly meta: { readonly department: string; readonly district: string; readonly city: string; readonly year: number };
  readonly sections: readonly (Marked & { readonly level: number; readonly bodyEnd: number })[];
  readonly sectionsUnnumbered: readonly Marked[];
  readonly noise: readonly (Marked & { readonly quote: string })[];
  readonly uncertain: readonly { readonly about: string; readonly spans?: readonly Marked[] }[];
}

const shared = join(import.meta.dirname, '../../../../shared');

describe.skipIf(!existsSync(shared))('sections, noise and identity of annotated reports (skipped where ../shared is absent)', () => {
  it.each(['000', '001', '003'])('agree with the annotation of %s', (name) => {
    const gold: Gold = JSON.parse(readFileSync(join(shared, `gold/${name}.json`), 'utf8'));
    const text = readFileSync(join(shared, 'reports', gold.file), 'utf8');
    const outline = outlineText({ text, pages: null });
    const near = (a: Marked, b: Marked) => Math.abs(a.start - b.start) <= 2;

    const missed = gold.sections.filter(
      (one) => !outline.sections.some((got) => near(got, one) && got.level === one.level && got.end === one.bodyEnd),
    );
    expect(missed).toEqual([]);
    const known = [...gold.sections, ...gold.sectionsUnnumbered];
    const unsure = gold.uncertain.filter(({ about }) => about === 'section').flatMap(({ spans }) => spans ?? []);
    const invented = outline.sections.filter((got) => got.level <= 3 && ![...known, ...unsure].some((one) => near(got, one)));
    expect(invented.map(({ title }) => title)).toEqual([]);

    const noise = outline.pieces.filter((piece) => piece.kind === 'noise').flatMap(({ spans }) => spans);
    const unnamed = gold.noise.filter(
      (one) => !noise.some((got) => got.start <= one.start && one.end <= got.end) && !/^目\s*录$/.test(one.quote),
    );
    expect(unnamed).toEqual([]);

    const { identity } = readIdentity({ text, pages: null }, outline, gold.file);
    expect([
      identity.department?.value,
      identity.district?.value,
      identity.city?.value,
      identity.year?.value,
      identity.reportKind?.value,
    ]).toEqual([gold.meta.department, gold.meta.district, gold.meta.city, gold.meta.year, '决算']);
  });
});
