import { createHash } from 'node:crypto';
import { decided } from '../src/archive/decided.ts';
import type { Decision, Reading } from '../src/archive/record.ts';
import type { AnalysedDocument } from '../src/engine/engine.ts';
import type { Block } from '../src/model/block.ts';
import type { Fact } from '../src/model/fact.ts';
import type { Issue } from '../src/model/issue.ts';
import type { Identity } from '../src/model/report.ts';
import type { Section } from '../src/model/section.ts';
import type { Table } from '../src/model/table.ts';
import type { Text } from '../src/model/text.ts';
import { analyse } from '../src/search/analyse.ts';
import { nameFigures } from './facts/name-figures.ts';
import { readFacts } from './facts/read-facts.ts';
import { makeBlocks } from './make-blocks.ts';
import { makeDocuments } from './make-documents.ts';
import { outlineText } from './outline/outline-text.ts';
import { readIdentity } from './outline/read-identity.ts';
import { readSource } from './read/readers.ts';
import { processorClock, type Stage } from './stages.ts';

/** What is asked of a worker: bytes to read, or a text that was frozen before. */
export interface Task {
  readonly id: string;
  readonly fileName: string;
  readonly source: { readonly bytes: Uint8Array } | { readonly text: Text; readonly reading: Reading };
  /** What people decided about the source: a corrected year or kind changes what its figures are. */
  readonly decisions?: readonly Decision[];
}

/** All that can be said of a source without knowing any other: the costly part, made in a worker. `seconds` of processor by stage. */
export interface Prepared {
  readonly text: Text;
  readonly reading: Reading;
  readonly identity: Identity;
  readonly issues: readonly Issue[];
  readonly outline: readonly Section[];
  readonly tables: readonly Table[];
  readonly blocks: readonly Block[];
  readonly documents: readonly AnalysedDocument[];
  readonly facts: readonly Fact[];
  readonly seconds: Readonly<Record<Exclude<Stage, 'project'>, number>>;
}

/** bytes -> text -> outline -> documents -> what engines match. Rejects with UnreadableSourceError. */
export async function prepare(task: Task): Promise<Prepared> {
  const clock = processorClock();
  const { text, reading } = 'bytes' in task.source ? await read(task.source.bytes) : task.source;
  const read_ = clock();
  const outline = outlineText(text);
  const identity = readIdentity(text, outline, task.fileName);
  const outlined = clock();
  const tiling = makeBlocks(task.id, text, outline.pieces);
  const documents = makeDocuments(task.id, text, outline.pieces);
  const made = clock();
  const { year, reportKind } = decided(task.decisions ?? []).correct(identity.identity);
  const frame = { report: task.id, text: text.text, year: year?.value ?? null, kind: reportKind?.value ?? null };
  const facts = readFacts(frame, documents, outline.tables);
  const named = nameFigures(documents, facts.facts);
  const stated = clock();
  const analysed = analyse(text, named, tiling.noise);
  return {
    text,
    reading,
    identity: identity.identity,
    issues: [...reading.issues, ...outline.issues, ...identity.issues, ...tiling.issues, ...facts.issues],
    outline: outline.sections,
    tables: outline.tables,
    blocks: tiling.blocks,
    documents: analysed,
    facts: facts.facts,
    seconds: { read: read_, outline: outlined, documents: made, facts: stated, analyse: clock() },
  };
}

/** The byte order mark, which stays as the first character of a text. */
const MARK = '\ufeff';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function read(bytes: Uint8Array): Promise<{ text: Text; reading: Reading }> {
  const { text, reader, textOrigin, encoding, issues } = await readSource(bytes);
  const readAt = new Date().toISOString();
  const hashes = { textSha256: hashOf(text.text), ...(text.text.startsWith(MARK) ? { bareTextSha256: hashOf(text.text.slice(1)) } : {}) };
  return { text, reading: { reader, readAt, ...hashes, characters: text.text.length, pages: text.pages, textOrigin, encoding, issues } };
}
