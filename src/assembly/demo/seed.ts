import { sql } from "drizzle-orm";
import { grantRole } from "@/members/actions/set-role";
import { person, personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { connect, databaseOn, type Tx } from "@/platform/database/client";
import { HOUR } from "@/platform/durations";
import { newId } from "@/platform/ids";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import { comment, conversation } from "@/posts/schema";
import { givePlace } from "@/spaces/actions/give-place";
import { openSpace } from "@/spaces/actions/open-space";
import { addGroup } from "@/spaces/actions/steer-space";
import type { SpaceId } from "@/spaces/shape";
import { currentStage } from "@/stages/queries";
import { seedAdmissions } from "./admissions";
import { seedCare } from "./care";
import type { Cast } from "./cast";
import { seedIdeas } from "./ideas";
import { seedKinds } from "./kinds";
import { demoPeople } from "./people";
import { seedReport } from "./report";
import { demoSpaces } from "./rooms";
import { demoTalk } from "./talk";

const REQUEST = "demo";

/**
 * Fills an empty database with the demo community; does nothing when anybody is known already.
 * @param url the database, migrated; `DATABASE_URL` of this process must name the same one
 * @returns whether it wrote
 */
export async function seedDemo(url: string): Promise<boolean> {
  const client = connect(url, 1);
  try {
    return await databaseOn(client).transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(7238103)`);
      const [known] = await tx.select({ id: person.id }).from(person).limit(1);
      if (known !== undefined) return false;
      const cast = await seedPeople(tx);
      const rooms = await seedSpaces(cast);
      await seedTalk(cast, rooms);
      await seedKinds(cast, rooms);
      await seedIdeas(cast);
      await seedReport(cast);
      await seedAdmissions(cast);
      await seedCare(cast);
      return true;
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function seedPeople(tx: Tx): Promise<Cast> {
  const ids = new Map<string, PersonId>();
  const moment = daysAfter(now(), -70);
  for (const one of demoPeople) {
    if (one.arrives === "stranger") continue;
    const id = newId<"person">();
    ids.set(one.key, id);
    await tx.insert(person).values({
      id,
      displayName: one.name,
      title: one.title,
      department: one.department,
      site: one.site,
      languages: [...one.languages],
      canHelpWith: [...one.canHelpWith],
      wantsToLearn: [...one.wantsToLearn],
      locale: one.locale,
      createdAt: moment,
    });
    await tx
      .insert(personAddress)
      .values({ address: one.email, personId: id, rank: "primary", verifiedAt: moment, createdAt: moment });
    const cause = { tx, actor: null, requestId: REQUEST };
    await at(moment, async () => {
      if (one.role !== null) await grantRole(cause, id, one.role, "demo");
    });
  }
  const who = (key: string) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`the demo knows nobody by the key ${key}`);
    return id;
  };
  return { tx, who };
}

async function seedSpaces(cast: Cast): Promise<Map<string, SpaceId>> {
  const rooms = new Map<string, SpaceId>();
  for (const room of demoSpaces) {
    const act = { tx: cast.tx, actor: cast.who(room.owner), requestId: REQUEST };
    await at(daysAfter(now(), -63), async () => {
      const { id } = await openSpace(act, room);
      rooms.set(room.slug, id);
      for (const key of room.members) await givePlace(act, { spaceId: id, personId: cast.who(key), role: "member" });
      for (const group of room.groups ?? []) await addGroup(act, id, group);
    });
  }
  return rooms;
}

/** In the demo everybody who is named may read what names them. */
const EVERYBODY = { readers: sql`true`, space: null, callsAll: false, agreed: null } as const;

async function seedTalk(cast: Cast, rooms: Map<string, SpaceId>): Promise<void> {
  for (const talk of demoTalk) {
    const room = rooms.get(talk.space);
    if (room === undefined) throw new Error(`the demo has no space ${talk.space}`);
    const opened = daysAfter(now(), -talk.daysAgo);
    const said = (key: string) => ({ tx: cast.tx, actor: cast.who(key), requestId: REQUEST });
    const among = { ...EVERYBODY, launch: await currentStage(cast.tx) };
    const id = await at(opened, () => publishPost(said(talk.by), room, { ...talk, among }));
    for (const answer of talk.answers) {
      const moment = new Date(opened.getTime() + answer.after * HOUR);
      await at(moment, () => addComment(said(answer.by), id, { body: answer.body, among }));
    }
  }
  // At groundwork people take part by mail only, and so did these.
  await cast.tx.update(conversation).set({ via: "mail" });
  await cast.tx.update(comment).set({ via: "mail" });
}
