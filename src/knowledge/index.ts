export type { Embedder } from './Embedder';
export type { ScoreParts } from './fuse';
export type { KnowledgeDocument, Provenance } from './KnowledgeDocument';
export { openKnowledge, type Hit, type Knowledge, type Query } from './openKnowledge';
export { packContext, type ContextPart, type ContextSection, type Dropped, type PackedContext } from './packContext';
export type { Scope, Where } from './Scope';
export { staticVectors, type WordVectors } from './staticVectors';
export { termsOf } from './terms';
export { cutToTokens, tokensOf } from './tokens';
