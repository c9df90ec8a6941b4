import { atomOfBoard, atomOfChangelog } from "@/feedback/feeds/atom";
import { FEED_ENTRIES } from "@/feedback/feeds/entries";
import { words } from "@/i18n/words";
import { refusalOf } from "@/platform/access/procedure";
import { sendTagged } from "@/platform/http/etag";
import { TurnedAway, type Visit } from "@/platform/http/visit";
import { spend } from "@/platform/limits/limit";
import { createCaller } from "../router";
import { below, type Door } from "./door";
import { keyedOf } from "./keyed";
import { spendAnonymous } from "./limits";
import { type Visitor, visitorOf } from "./visitor";

const PATH = "/feeds";
const NAMED = /^\/feeds\/(changelog|boards\/([a-z0-9-]{2,60}))\.atom$/;

/** How often one address may be read; readers ask a few times an hour. */
const OFTEN = { name: "feed", points: 60, seconds: 600 };

/**
 * What is new on a board, or what was shipped, for feed readers. They have no session: the address holds a key that
 * reads this feed alone, as what its owner may see at that moment. A browser that is signed in may look as well.
 */
export const feedDoor: Door = {
  name: "feed",
  opensTo: below(PATH),
  methods: ["GET"],
  handle: async (visit) => {
    const [, name, slug] = NAMED.exec(visit.url.pathname) ?? [];
    if (name === undefined) throw new TurnedAway(404, "not-found");
    const token = visit.url.searchParams.get("key");
    const visitor = token === null ? await signedIn(visit) : await keyed(visit, token, name);
    sendTagged(visit, "application/atom+xml; charset=utf-8", await atomFor(visit, visitor, slug));
  },
};

async function signedIn(visit: Visit): Promise<Visitor> {
  const visitor = await visitorOf(visit);
  await spendAnonymous(visit, visitor);
  return visitor;
}

async function keyed(visit: Visit, token: string, name: string): Promise<Visitor> {
  const visitor = await keyedOf(visit, token);
  if (visitor === null || visitor.key.feed !== name) throw new TurnedAway(404, "not-found");
  await spend(OFTEN, visitor.key.id);
  return visitor;
}

async function atomFor(visit: Visit, visitor: Visitor, slug: string | undefined): Promise<string> {
  const caller = createCaller({ ...visitor, requestId: visit.requestId });
  const t = words(visitor.locale);
  const read = async () => {
    if (slug === undefined) return atomOfChangelog(t, (await caller.feedback.news({ take: FEED_ENTRIES })).items);
    const { board, entries } = await caller.feeds.board({ slug });
    return atomOfBoard(t, board, entries);
  };
  return read().catch((error: unknown) => {
    // An address that may have reached others says nothing of why it opens nothing any more.
    if (visitor.viewer !== null && refusalOf(error) !== null) throw new TurnedAway(404, "not-found");
    throw error;
  });
}
