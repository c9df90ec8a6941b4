import { DRAFT_DAYS, draftPlaces } from "../drafts/shape";

/** Where unsent words belong, for pages that ask for what was written there before. */
export const placesOfDrafts = draftPlaces;

/** How long unsent words are kept, for pages that say so. */
export const daysOfDrafts = DRAFT_DAYS;
