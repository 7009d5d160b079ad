import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Prepared, prepare } from '../../indexer/prepare.ts';
import { readNumber } from '../../src/text/number.ts';
import { folders } from './judge/gold.ts';
import { brokenTiling } from './judge/judge-blocks.ts';

const folder = folders.shared.sources;
const hasTool = spawnSync('pdftotext', ['-v']).error === undefined;
const pdfs = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : [];

/** The plain text that pdftotext makes of a page, columns held apart by blanks only: no reader of ours, but what people do have on their disks. */
const textOf = (name: string, layout: readonly string[]): Uint8Array =>
  execFileSync('pdftotext', [...layout, join(folder, name), '-'], { stdio: ['ignore', 'pipe', 'ignore'] });

/** A row that stays text must be named: itself, or its table as a whole. */
function unnamedRows({ documents, tables, issues }: Prepared): string[] {
  const places = issues.flatMap(({ at }) => at ?? []);
  const named = (start: number, end: number): boolean => places.some((at) => at.start < end && start < at.end);
  return documents
    .map(({ document }) => document)
    .filter(({ row }) => row !== null && row.doubt !== null)
    .filter(({ start, end, row }) => {
      const table = tables[row?.table?.index ?? -1];
      return !named(start, end) && !(table?.start != null && table.end !== null && named(table.start, table.end));
    })
    .map(({ row }) => row?.name ?? '');
}

describe.skipIf(!hasTool || pdfs.length === 0)('plain text of real PDF files (skipped where pdftotext or ../shared is absent)', () => {
  describe.each(pdfs)('%s', (name) => {
    it.each([['-layout'], ['-raw']])('made with %s is taken apart without loss, and what stays unread is named', async (layout) => {
      const bytes = textOf(name, [layout]);
      if (!/\S/.test(new TextDecoder().decode(bytes))) {
        await expect(prepare({ id: '0'.repeat(16), fileName: name, source: { bytes } })).rejects.toThrow('没有文字');
        return;
      }
      const prepared = await prepare({ id: '0'.repeat(16), fileName: name, source: { bytes } });
      const { text } = prepared.text;
      expect(brokenTiling(prepared.blocks, text.length)).toBeNull();
      expect(prepared.issues.filter(({ kind }) => kind === 'unplaced-text')).toEqual([]);
      expect(unnamedRows(prepared)).toEqual([]);
      const cells = prepared.documents.flatMap(({ document }) => document.row?.cells ?? []);
      const strayed = cells.filter(
        ({ value, start, end }) => value !== null && readNumber(text.slice(start, end).replace(/[万亿]?元$/, '')) !== value,
      );
      expect(strayed).toEqual([]);
    });
  });
});
