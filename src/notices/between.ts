import { sql } from "drizzle-orm";
import { offer, offerAsk } from "@/care/offers/schema";
import { thanks } from "@/care/thanks/schema";
import type { PersonId } from "@/members/shape";
import { notice } from "./schema";

/** What was written from one person to the other, as a column beside `notice`; null for what stands in a conversation. */
export const wordsBetween = sql<string | null>`coalesce(
  (select ${thanks.words} from ${thanks} where ${thanks.id} = ${notice.thanksId}),
  (select ${offerAsk.words} from ${offerAsk} where ${offerAsk.id} = ${notice.askId}))`;

/** On whose profile it stands: thanks on that of whoever got them, help on that of whoever offers it. */
export const profileBetween = sql<PersonId | null>`case when ${notice.thanksId} is not null then ${notice.personId}
  when ${notice.askId} is not null then (select ${offer.personId} from ${offer}
    join ${offerAsk} on ${offerAsk.offerId} = ${offer.id} where ${offerAsk.id} = ${notice.askId}) end`;
