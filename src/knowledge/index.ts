export type { KnowledgeDocument, Provenance } from './KnowledgeDocument';
export { openKnowledge, type Hit, type Knowledge, type Query } from './openKnowledge';
export { packContext, type ContextPart, type ContextSection, type Dropped, type PackedContext } from './packContext';
export type { Scope, Where } from './Scope';
export { termsOf } from './terms';
export { cutToTokens, tokensOf } from './tokens';
