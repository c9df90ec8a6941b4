import { z } from "zod";
import { spaceId } from "@/spaces/shape";
import { NOTICE_KINDS, type NoticeKind } from "../shape";

/** The one switch: what comes by mail at once. `mine` is what concerns the person: named, answered, their ideas. */
export const POSITIONS = ["all", "mine", "digest", "nothing"] as const;
export type Position = (typeof POSITIONS)[number];

/** How something reaches a person, from the loudest: by mail at once, in the digest, in the bell alone, not at all. */
export const WAYS = ["mail", "digest", "bell", "nothing"] as const;
export type Way = (typeof WAYS)[number];

export const RHYTHMS = ["daily", "weekly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What a wish can be about that is not for everything; a thread's is made by the link in its mails. */
export const SCOPES = ["thread", "space", "kind"] as const;
export type Scope = (typeof SCOPES)[number];

/** What people choose the way of. Reactions and word of the launch never leave the bell: a mail for each would thank nobody. */
type ChosenKind = Exclude<NoticeKind, "reaction" | "launch">;
const isChosen = (kind: NoticeKind): kind is ChosenKind => kind !== "reaction" && kind !== "launch";
export const CHOSEN_KINDS = NOTICE_KINDS.filter(isChosen);

const hour = z.coerce.number().int().min(0).max(23);
const day = z.coerce.number().int().min(1).max(7);

/** A list of days from tick boxes: none, one, or several. Monday is 1, as in ISO 8601. */
const days = z
  .preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(day))
  .transform((given) => [...new Set(given)].sort());

export const wishShape = z.object({
  position: z.enum(POSITIONS),
  rhythm: z.enum(RHYTHMS),
  digestDay: day,
  digestHour: hour,
  quietFrom: hour,
  quietUntil: hour,
  workdays: days,
});
export type WishInput = z.output<typeof wishShape>;
export type Wish = WishInput;

/** What holds for whoever has not chosen: what concerns them at once on working days, the rest once a week. */
export const DEFAULT_WISH: Wish = {
  position: "mine",
  rhythm: "weekly",
  digestDay: 1,
  digestHour: 8,
  quietFrom: 20,
  quietUntil: 7,
  workdays: [1, 2, 3, 4, 5],
};

const way = z.enum([...WAYS, "default"]);

export const rulesShape = z.object({
  kinds: z.partialRecord(z.enum(CHOSEN_KINDS), way).default({}),
  spaces: z.record(spaceId, way).default({}),
});
