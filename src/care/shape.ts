/** What a person's own activity is looked at by. */
export const DEEDS = ["written", "voted", "reacted", "saved", "following", "helping"] as const;
export type Deeds = (typeof DEEDS)[number];
