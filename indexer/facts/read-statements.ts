import type { Amount, Measure } from '../../src/model/amount.ts';
import type { Issue, UnreadKind } from '../../src/model/issue.ts';
import { type Base, comparedBefore, measureOfChange, readBaseFigure, readChange, UNDECIDED } from './changes.ts';
import { begin, itemsFor, type Open, quantityOf } from './open-statement.ts';
import { yearAround, yearSaid } from './period.ts';
import type { Printed, Prose } from './prose.ts';
import { readLead } from './readings.ts';
import { inZone, reasonZones } from './reasons.ts';
import type { Item, Mention, ProseRule } from './rule.ts';

/** A figure with what is said of it. `negative`: the words call it a decrease. */
export interface Statement {
  readonly printed: Printed;
  readonly item: Item;
  readonly measure: Measure;
  readonly negative: boolean;
  readonly year: number | null;
}

export interface Statements {
  readonly stated: readonly Statement[];
  readonly issues: readonly Issue[];
  /** A name at the end of the passage with no figure yet, or carried through it: the next passage may go on with it (a name alone on its line). */
  readonly open: Mention | null;
}

// 2. / (三) / 四、: an item begins
const NUMBERED = /^\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、]/;
/** Longer words between two figures connect nothing. */
const LONGEST_LEAD = 80;
/** What a sentence sets up is not looked for farther away. */
const LONGEST_SENTENCE = 400;

/** The statements of one rule in a passage. `carried` is the name that the passage before ended with, `claimed` the figures other rules have taken. */
export function readStatements(prose: Prose, rule: ProseRule, carried: Mention | null, claimed: ReadonlySet<Amount>): Statements {
  const mentions = rule.mentions(prose);
  if (mentions.length === 0 && carried === null) return { stated: [], issues: [], open: null };
  const reader = new StatementReader(prose, mentions, carried);
  for (const printed of prose.figures) if (!claimed.has(printed.amount)) reader.read(printed);
  const open = openAtEnd(prose, mentions) ?? (mentions.length === 0 && saysNothing(prose) ? carried : null);
  return { stated: reader.stated, issues: reader.issues, open };
}

class StatementReader {
  readonly stated: Statement[] = [];
  readonly issues: Issue[] = [];
  private readonly prose: Prose;
  private readonly mentions: readonly Mention[];
  private readonly zones: readonly { at: number; end: number }[];
  private open: Open | null = null;
  private next = 0;

  constructor(prose: Prose, mentions: readonly Mention[], carried: Mention | null) {
    this.prose = prose;
    this.mentions = mentions;
    this.zones = reasonZones(prose.folded);
    if (carried !== null) this.open = begin({ ...carried, at: 0, end: 0 });
  }

  read(printed: Printed): void {
    const nearest = this.nearestMention(printed);
    if (nearest === 'holds it') return;
    const reason = inZone(this.zones, printed.first);
    if (nearest !== null && (!reason || nearest.inReason)) {
      const opened = begin(nearest, this.sentenceGoesOn(nearest) ? (this.open?.base ?? null) : null);
      if (this.goOn(opened, printed, reason)) {
        this.open = opened;
        return;
      }
      if (nearest.reach === 'clause') this.open = opened;
    }
    if (this.open !== null && !reason) this.goOn(this.open, printed);
  }

  /** The last name that begins before the figure and behind what was read; a figure may be part of a name (单价100万元以上设备). */
  private nearestMention(printed: Printed): Mention | 'holds it' | null {
    let nearest: Mention | null = null;
    for (; this.next < this.mentions.length; this.next++) {
      const mention = this.mentions[this.next];
      if (mention === undefined || mention.at >= printed.first) break;
      if (mention.end > printed.first) return 'holds it';
      nearest = mention;
    }
    return nearest;
  }

  /** A base named earlier holds to the end of its sentence. */
  private sentenceGoesOn({ at }: Mention): boolean {
    return this.open !== null && !this.prose.folded.slice(this.open.end, at).includes('。');
  }

  /** Does the figure belong to what is open? Then it is stated. */
  private goOn(open: Open, printed: Printed, changesOnly = false): boolean {
    const between = this.prose.folded.slice(open.end, printed.first);
    const chain = between.length <= LONGEST_LEAD && !this.leavesList(open, between) ? between : null;
    if (chain !== null && this.state(open, printed, chain, { says: false, changesOnly })) return true;
    const clause = between.slice(lastBoundary(between));
    if (open.mention.reach === 'chain')
      return this.isSubject(open, between) && this.state(open, printed, clause, { says: true, changesOnly: true });
    return clause.length <= LONGEST_LEAD && this.state(open, printed, clause, { says: true, changesOnly });
  }

  /** 2.其他收入 3 万元，为…取得的收入，比2022年度决算数增加: the name that opens an item is still compared behind its explanation, where no other name stands. */
  private isSubject({ mention, end }: Open, between: string): boolean {
    const opens = mention.at === (NUMBERED.exec(this.prose.folded)?.[0].length ?? 0);
    return opens && !between.includes('。') && !this.mentions.some(({ at }) => at >= end && at < end + between.length);
  }

  /** Behind a list of several items a new sentence speaks of their sum, not of the last one. */
  private leavesList(open: Open, between: string): boolean {
    if (!between.includes('。')) return false;
    const from = this.prose.folded.lastIndexOf('。', open.mention.at) + 1;
    return this.mentions.some(({ at }) => at >= from && at < open.end && at !== open.mention.at);
  }

  private state(open: Open, printed: Printed, lead: string, how: { says: boolean; changesOnly: boolean }): boolean {
    if (UNDECIDED.test(lead)) return this.refuse(open, printed, lead);
    const found = this.change(open, printed, lead, how.says) ?? (how.changesOnly ? null : this.value(open, printed, lead, how.says));
    if (found === null) return false;
    for (const item of found.items) this.stated.push({ printed, item, measure: found.measure, negative: found.negative, year: found.year });
    open.end = printed.end;
    open.said = true;
    return true;
  }

  private value(open: Open, printed: Printed, lead: string, says: boolean) {
    const quantity = quantityOf(printed.amount);
    const items = itemsFor(open, printed.amount, quantity);
    const read = items.length === 0 ? undefined : readLead(lead, quantity, { says, goesOn: open.said });
    const measure = read?.measure ?? (read && (items[0]?.measure ?? this.measureOfKind()));
    if (!measure) return null;
    if (open.said && read?.measure === null && quantity === 'money') return null;
    return { items, measure, negative: false, year: this.yearOf(open, printed, lead) };
  }

  private change(open: Open, printed: Printed, lead: string, says: boolean) {
    const quantity = quantityOf(printed.amount);
    if (quantity !== 'money' && quantity !== 'rate') return null;
    const items = itemsFor(open, printed.amount, quantity);
    const own = this.prose.frame.year;
    if (items.length === 0) return null;
    const change = readChange(lead, own);
    if (change !== null) {
      const base = change.base ?? (says ? null : (open.base ?? this.sentenceBase(open)));
      if (base === null) return null;
      open.base = base;
      return {
        items,
        measure: measureOfChange(base, quantity === 'rate'),
        negative: change.negative,
        year: this.yearOf(open, printed, lead),
      };
    }
    const base = quantity === 'money' ? readBaseFigure(lead, own) : null;
    const measure = base && (base.measure ?? this.measureOfKind());
    if (base === null || !measure) return null;
    open.base = base;
    return { items, measure, negative: false, year: base.year };
  }

  /** The comparison that the sentence sets up in front of the name. */
  private sentenceBase(open: Open): Base | null {
    const { at } = open.mention;
    const from = Math.max(this.prose.folded.lastIndexOf('。', Math.max(at - 1, 0)) + 1, at - LONGEST_SENTENCE);
    return comparedBefore(this.prose.folded.slice(from, at), this.prose.frame.year);
  }

  private yearOf(open: Open, printed: Printed, lead: string): number | null {
    const own = this.prose.frame.year;
    const here = yearSaid(lead, own);
    if (open.said) return here ?? open.year;
    const year = yearAround(this.prose.folded, Math.min(open.mention.at, printed.first), own);
    open.year = here ?? year ?? open.mention.year ?? own;
    return open.year;
  }

  private measureOfKind(): Measure | null {
    const { kind } = this.prose.frame;
    return kind === '决算' ? '决算' : kind === '预算' ? '预算数' : null;
  }

  /** 下降（增长）27.78 %: the template was never decided. */
  private refuse(open: Open, { amount }: Printed, lead: string): boolean {
    const item = open.items[0]?.item ?? '';
    if (lead.length > 20) return false;
    this.issues.push({
      kind: 'fact-undecided' satisfies UnreadKind,
      message: `“${item}”的增减方向未择一写明，${amount.text}未作为增减数收录。`,
      at: { start: amount.start, end: amount.end },
    });
    open.end = Number.MAX_SAFE_INTEGER;
    return true;
  }
}

const BOUNDARIES = '。;,:';

function lastBoundary(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (BOUNDARIES.includes(text.charAt(at))) return at;
  return 0;
}

/** A passage that a page or a layout tore out of its sentence (主要用于：): the name before it stays open. */
const saysNothing = ({ folded, figures }: Prose): boolean => figures.length === 0 && !NUMBERED.test(folded);

// 行政运行(项)。 and nothing behind it
const NOTHING_BEHIND = /^[。:,;]?$/;

function openAtEnd({ folded }: Prose, mentions: readonly Mention[]): Mention | null {
  const last = mentions.at(-1);
  return last !== undefined && NOTHING_BEHIND.test(folded.slice(last.end)) ? last : null;
}
