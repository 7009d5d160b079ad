import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What engines and those who ask them speak. */
const port = ['src/engine/engine.ts', 'src/engine/facts.ts', 'src/engine/filters.ts', 'src/engine/periods.ts'];
/** What every engine may use beside its own. */
const allEngines = [
  ...port,
  'src/engine/bm25.ts',
  'src/engine/content.ts',
  'src/engine/diagnosis.ts',
  'src/model',
  'src/query',
  'src/text',
  'src/errors.ts',
];

/** What each part of the house may import of the others: the longest matching prefix counts. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/errors.ts': [],
  'src/start-worker.ts': [],
  'src/config.ts': ['src/errors.ts', 'src/model'],
  'src/model': ['src/model'],
  'src/text': ['src/text', 'src/model', 'src/errors.ts'],
  'src/subjects': ['src/subjects', 'src/text', 'src/model', 'src/errors.ts'],
  'src/figures': ['src/figures', 'src/text', 'src/model', 'src/errors.ts'],
  'src/query': ['src/query', 'src/model', 'src/text', 'src/subjects', 'src/errors.ts'],
  'src/engine/engine.ts': ['src/engine/facts.ts', 'src/engine/filters.ts', 'src/engine/periods.ts', 'src/model', 'src/query'],
  'src/engine/facts.ts': ['src/engine/filters.ts', 'src/model', 'src/query'],
  'src/engine/filters.ts': ['src/model', 'src/query'],
  'src/engine/periods.ts': ['src/model'],
  'src/engine/diagnosis.ts': [],
  'src/engine/open.ts': ['src/engine', 'src/config.ts', 'src/errors.ts'],
  'src/engine/bm25.ts': [],
  'src/engine/content.ts': ['src/engine/engine.ts', 'src/model', 'src/errors.ts'],
  'src/engine/projectors.ts': ['src/engine'],
  'src/engine/sqlite': ['src/engine/sqlite', 'src/start-worker.ts', ...allEngines],
  'src/engine/meilisearch': ['src/engine/meilisearch', ...allEngines],
  'src/archive': ['src/archive', 'src/model', 'src/errors.ts'],
  'src/search': ['src/search', ...port, 'src/model', 'src/query', 'src/text', 'src/subjects', 'src/figures', 'src/errors.ts'],
  'src/compare': [
    'src/compare',
    'src/search',
    ...port,
    'src/model',
    'src/query',
    'src/text',
    'src/subjects',
    'src/figures',
    'src/errors.ts',
  ],
  'src/export': ['src/export', 'src/search', ...port, 'src/model', 'src/errors.ts'],
  indexer: ['indexer', 'src'],
  web: ['web', 'src'],
  bin: ['bin', 'indexer', 'web', 'src', 'package.json'],
};

/** Packages that have one home. Every other package listed in package.json may be imported anywhere. */
const home: Readonly<Record<string, string>> = {
  meilisearch: 'src/engine/meilisearch/',
  'node:sqlite': 'src/engine/sqlite/',
  '@node-rs/jieba': 'src/text/segment.ts',
  'opencc-js': 'src/text/',
  'd3-scale': 'web/charts/',
  hono: 'web/',
  '@hono/node-server': 'web/',
  commander: 'bin/',
  'cli-progress': 'bin/',
  'pinyin-pro': 'src/search/homophones.ts',
  '@vant/area-data': 'indexer/outline/identity/places.ts',
};

// import x from './y.ts' / import './y.ts' / export { x } from './y.ts'
const IMPORT = /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'/gm;

const files = ['src', 'indexer', 'web', 'bin']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const importsOf = (path: string): string[] => [...readFileSync(join(root, path), 'utf8').matchAll(IMPORT)].map((found) => found[1] ?? '');

const inside = (path: string, place: string) => path === place || path.startsWith(place.endsWith('/') ? place : `${place}/`);
const longestPrefix = (path: string) =>
  Object.keys(mayImport)
    .filter((place) => inside(path, place))
    .sort((a, b) => b.length - a.length)[0];

describe('the house', () => {
  it('has a place in the import table for every file', () => {
    expect(files.filter((file) => longestPrefix(file) === undefined)).toEqual([]);
  });

  it('has every place that the import table names', () => {
    const named = Object.entries(mayImport).flatMap(([place, allowed]) => [place, ...allowed]);
    expect([...new Set([...named, ...Object.values(home)])].filter((place) => !existsSync(join(root, place)))).toEqual([]);
  });

  it.each(files)('%s imports only what its place allows', (file) => {
    const place = longestPrefix(file) ?? '';
    const targets = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(posix.dirname(file), name));
    const wrong = targets.filter((target) => !(mayImport[place] ?? []).some((allowed) => inside(target, allowed)));
    expect(wrong).toEqual([]);
  });

  it.each(files)('%s imports packages only where they are at home', (file) => {
    const packages = importsOf(file).filter((name) => !name.startsWith('.'));
    const wrong = packages.filter((name) => {
      const own = Object.keys(home).find((known) => name === known || name.startsWith(`${known}/`));
      return own !== undefined && !file.startsWith(home[own] ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it('reads the environment only in bin/', () => {
    const readers = files.filter((file) => !file.startsWith('bin/') && /process\.env/.test(readFileSync(join(root, file), 'utf8')));
    expect(readers).toEqual([]);
  });

  it('has no circles of imports', () => {
    const edges = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .map((name) => posix.join(posix.dirname(file), name)),
      ]),
    );
    const done = new Set<string>();
    const visit = (file: string, way: readonly string[]): string[] => {
      if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
      if (done.has(file)) return [];
      for (const next of edges.get(file) ?? []) {
        const circle = visit(next, [...way, file]);
        if (circle.length > 0) return circle;
      }
      done.add(file);
      return [];
    };
    expect(files.flatMap((file) => visit(file, []))).toEqual([]);
  });
});

// `src/search/links.ts`, `indexer/tables/`
const PATH = /`((?:src|indexer|web|bin|tests|bench|docs|samples)\/[\w./-]*)`/g;

describe.each(['README.md', 'DESIGN.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('%s', (name) => {
  it('names no file that is not there', () => {
    const named = [...readFileSync(join(root, name), 'utf8').matchAll(PATH)].map((found) => found[1] ?? '');
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
