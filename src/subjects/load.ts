import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { classifications, type Subject, subjectSchema } from './subject.ts';

/** The head of data/*.csv. Our own files: no field holds a comma or a quote, so a comma always parts two fields. */
const COLUMNS = 'code,name,level,parent,former_names,other_names,confidence,status';
const WITHDRAWN = 'withdrawn: ';

function load(classification: string): object[] {
  const [head, ...lines] = readFileSync(new URL(`./data/${classification}.csv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  if (head !== COLUMNS) throw new Error(`src/subjects/data/${classification}.csv begins with "${head}" and not with "${COLUMNS}"`);
  return lines.map((line) => toSubject(line.split(','), classification));
}

const toSubject = (
  [code, name, level, parent, formerNames, otherNames, confidence, status]: readonly string[],
  classification: string,
) => ({
  code,
  name,
  level,
  parent: parent || null,
  classification,
  formerNames: names(formerNames),
  otherNames: names(otherNames),
  confidence,
  withdrawn: status?.startsWith(WITHDRAWN) ? status.slice(WITHDRAWN.length) : null,
});

// 文化@-2018|文化体育@?: the years after "@" are those of the documents that print it
const names = (field: string | undefined): string[] => (field ?? '').split('|').flatMap((one) => one.split('@')[0] || []);

/** Every subject of the three classifications, sorted by code within each. Read and checked once; throws where the data is broken. */
export const subjects: readonly Subject[] = z.array(subjectSchema).parse(classifications.flatMap(load));
