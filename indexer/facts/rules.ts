import type { ProseRule } from './rule.ts';
import { lineItems } from './rules/line-items.ts';
import { operatingCosts } from './rules/operating-costs.ts';
import { performanceOverview } from './rules/performance-overview.ts';
import { performanceTargets } from './rules/performance-targets.ts';
import { procurement } from './rules/procurement.ts';
import { projectReviews } from './rules/project-reviews.ts';
import { scores } from './rules/scores.ts';
import { stateAssets } from './rules/state-assets.ts';
import { structureItems } from './rules/structure-items.ts';
import { threePublic } from './rules/three-public.ts';
import { totals } from './rules/totals.ts';

/** Every kind of facts in prose. A figure belongs to the first that claims it. */
export const proseRules: readonly ProseRule[] = [
  lineItems,
  structureItems,
  projectReviews,
  performanceOverview,
  performanceTargets,
  scores,
  threePublic,
  operatingCosts,
  procurement,
  stateAssets,
  totals,
];
