/** What all documents of a report share and can be filtered and counted by, in the order in which it is shown. */
export const reportFacets = ['department', 'district', 'city', 'year', 'reportKind', 'scope'] as const;
/** The same of a document alone. Its subject code is a facet too, but its values lie one beneath the other. */
export const documentFacets = ['category', 'kind', 'table'] as const;
