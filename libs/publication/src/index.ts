export type { AnsweredCase, AnsweredOpinion } from './answered-case';
export { createPublication } from './create-publication';
export { makePublicText } from './make-public-text';
export type { PublicationContext, PublicationFact, PublicationStore, PublicationStores } from './ports';
export {
  PUBLICATION_STATES,
  PUBLICATION_TRANSITIONS,
  PUBLIC_TEXT_FIELDS,
  nextPublicationState,
} from './publication';
export type { Publication, PublicationState, PublicationStep, PublicText } from './publication';
export { publish } from './publish';
export { savePublication } from './save-publication';
export type { PublicationEdit } from './save-publication';
export { findUnresolvedPersonalInformation } from './unresolved';
export type { UnresolvedSpan } from './unresolved';
export { withdraw } from './withdraw';
