import { isNull, type SQL, sql } from "drizzle-orm";
import { shapedOf } from "@/feedback/credits/queries";
import { peopleVisibleTo } from "@/members/policy";
import { fieldVisibleTo } from "@/members/privacy";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { postsVisibleTo } from "@/posts/policy";
import { comment, conversation, post } from "@/posts/schema";
import { space } from "@/spaces/schema";
import { offer, offerAsk } from "./offers/schema";
import { OFFERS_MAX } from "./offers/shape";
import { thanks } from "./thanks/schema";
import { THANKS_LISTED } from "./thanks/shape";
import { type BesideView, besideView } from "./views";

/** So many asks for one offer are listed, the newest first. */
const ASKS_LISTED = 20;

/** What a person offers, was thanked for and shaped, as far as the viewer may read it, in one statement. */
export async function besideProfile(db: Reader, viewer: Viewer, id: PersonId): Promise<BesideView> {
  const rows: Iterable<{ offers: unknown; thanks: unknown; shaped: unknown }> = await db.execute<{
    offers: unknown;
    thanks: unknown;
    shaped: unknown;
  }>(sql`
    select ${offersOf(viewer)} as offers, ${thanksTo(viewer)} as thanks, ${shapedOf(viewer)} as shaped
    from ${person} where ${person.id} = ${id} and ${person.state} = 'active' and ${peopleVisibleTo(viewer)}`);
  const [row] = [...rows];
  const keep = viewer.id === id;
  const found = besideView.omit({ may: true }).parse(row ?? { offers: [], thanks: [], shaped: [] });
  return { ...found, may: { keep, offerMore: keep && found.offers.length < OFFERS_MAX } };
}

function offersOf(viewer: Viewer): SQL {
  const asks = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', one.id, 'words', one.words, 'state', one.state,
      'askedAt', one.asked_at, 'by', jsonb_build_object('id', asker.id, 'displayName', asker.display_name))
      order by one.asked_at desc, one.id desc), '[]')
    from (select * from ${offerAsk} where ${offerAsk.offerId} = ${offer.id}
      and ${viewer.id} in (${offer.personId}, ${offerAsk.askerId})
      order by ${offerAsk.askedAt} desc, ${offerAsk.id} desc limit ${ASKS_LISTED}) one
    join ${person} asker on asker.id = one.asker_id)`;
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', ${offer.id}, 'words', ${offer.words},
      'open', ${offer.isOpen}, 'asks', ${asks}) order by ${offer.createdAt}, ${offer.id}), '[]')
    from ${offer} where ${offer.personId} = ${person.id} and ${isNull(offer.removedAt)} and ${fieldVisibleTo(viewer, "offers")})`;
}

/** Shown thanks for everybody; all of them for whoever got them, and one's own for whoever gave them. */
function thanksTo(viewer: Viewer): SQL {
  const about = sql`(select jsonb_build_object('post', ${post.id}, 'comment', ${comment.id}, 'title', ${conversation.title})
    from ${post} join ${space} on ${space.id} = ${post.spaceId} join ${conversation} on ${conversation.id} = ${post.id}
    left join ${comment} on ${comment.id} = one.comment_id and ${comment.removedAt} is null
    where ${post.id} = one.conversation_id and ${postsVisibleTo(viewer)})`;
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', one.id, 'words', one.words, 'state', one.state,
      'givenAt', one.given_at, 'by', jsonb_build_object('id', giver.id, 'displayName', giver.display_name), 'about', ${about})
      order by one.given_at desc, one.id desc), '[]')
    from (select * from ${thanks} where ${thanks.toId} = ${person.id}
      and (${thanks.state} = 'shown' or ${viewer.id} in (${thanks.toId}, ${thanks.fromId}))
      order by ${thanks.givenAt} desc, ${thanks.id} desc limit ${THANKS_LISTED}) one
    join ${person} giver on giver.id = one.from_id)`;
}
