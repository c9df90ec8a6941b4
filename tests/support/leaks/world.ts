import { atStage } from "@tests/support/people";
import { asc, eq } from "drizzle-orm";
import { dispatchEvent } from "@/assembly/dispatch";
import { reactions } from "@/assembly/reactions";
import { person, personRole } from "@/members/schema";
import { at, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { event } from "@/platform/events/schema";
import { rateLimit } from "@/platform/limits/schema";
import { learnWords } from "@/search/vocabulary";
import { askAdvice, growBoard, growDrafts, growProfile } from "./beside";
import { asking, type Cast, clearAll, makeCast, SITE } from "./cast";
import { Garden, type Grown, type Rooms } from "./garden";
import { BROUGHT, either, RULE } from "./oracle";
import type { Plan } from "./plan";
import { growPost, LOOKED_AFTER, meetFate } from "./posts";

/** A Monday at ten in the morning, UTC: everybody is there, and what is planted a minute later is new to them. */
export const MONDAY = new Date("2026-11-23T10:00:00Z");
export const later = (minutes: number): Date => new Date(MONDAY.getTime() + minutes * MINUTE);

/** An empty house with its people, and an open room in which they talk of bread. */
export async function makeHouse(plan: Plan): Promise<Garden> {
  await clearAll();
  await atStage("founding");
  const cast = await at(MONDAY, () => makeCast(plan.mails));
  return at(later(1), async () => {
    const host = await asking(cast, "host");
    const edit = { name: "Bakery", purpose: "Bread", guidelines: "", visibility: "open", opensAt: "founding" } as const;
    const { space: open } = await host.spaces.open({ slug: "bakery", ...edit });
    const stranger = await asking(cast, "stranger");
    await stranger.spaces.join({ space: open });
    const words = { title: "Our bread", body: "Flour, water, salt.", aware: "yes" } as const;
    const { post } = await stranger.posts.publish({ space: open, kind: "question", ...words });
    await host.posts.addComment({ post, body: "And time." });
    await tellAll();
    return new Garden(plan, cast, open);
  });
}

/** Plants a word in every place that the plan has, and lets those who lose their place go. */
export async function plantAll(house: Garden): Promise<void> {
  const { plan, cast } = house;
  const rooms = await at(later(1), () => openRoom(house));
  const posts: Grown[] = [];
  await at(later(1), async () => {
    for (const seed of plan.posts) posts.push(await growPost(house, rooms, seed));
    await tellAll();
    await learnWords();
    for (const [n, grown] of posts.entries()) await meetFate(house, rooms, grown, plan.posts[n]?.fate ?? "stays");
    await showThanks(cast);
    await growBoard(house);
    await growProfile(house);
    const [first] = posts;
    if (first !== undefined && !first.isGone) await askAdvice(house, first);
    if (first !== undefined) await growDrafts(house, rooms, first);
    await tellAll();
  });
  await at(later(2), () => lose(house, rooms));
  await at(later(3), () => speakOn(house, posts));
}

/** The closed room, open for the time being if the plan says so, with a word in everything that it says of itself. */
async function openRoom(house: Garden): Promise<Rooms> {
  const { plan, cast } = house;
  const isReported = plan.posts.some(({ fate }) => fate === "reported");
  const isHidden = plan.posts.some(({ fate }) => fate === "hidden answer");
  const desk = either(...(isReported ? [BROUGHT] : []), ...(isHidden ? [LOOKED_AFTER[plan.closed]] : []));
  const { known } = RULE[plan.closed];
  const word = (place: string, mayKnow = known) => house.word(place, mayKnow, "owner");
  const says = {
    // The desk says where the words stand that somebody brought there.
    name: word("name of the room", either(known, desk)),
    purpose: word("purpose of the room"),
  };
  const { space: room, slug } = await (await asking(cast, "former host")).spaces.open({
    slug: `room-${word("address of the room")}`,
    ...says,
    guidelines: word("guidelines of the room"),
    visibility: plan.loss === "room closed" ? "open" : plan.closed === "later" ? "open" : plan.closed,
    opensAt: "founding",
  });
  const opener = await asking(cast, "former host");
  await opener.spaces.givePlace({ space: room, person: cast.ids.owner, role: "owner" });
  await opener.spaces.addGroup({ space: room, group: `site:${SITE}` });
  await opener.spaces.leave({ space: room });
  const api = await asking(cast, "owner");
  for (const kind of ["member", "suspended", ...(plan.loss === "room closed" ? [] : (["former"] as const))] as const)
    await api.spaces.givePlace({ space: room, person: cast.ids[kind], role: "member" });
  const cover = await house.file("cover", "cover of the room", "owner", known);
  await api.spaces.setCover({ space: room, cover, alt: word("words for the cover") });
  house.thing("space", room, known);
  house.thing("slug", slug, known);
  return { room, slug, says };
}

async function showThanks({ ids, ...cast }: Cast): Promise<void> {
  const former = await asking({ ids, ...cast }, "former");
  const { thanks } = await former.care.beside({ person: ids.former });
  for (const { id } of thanks) await former.care.showThanks({ thanks: id, show: "yes" });
}

/** Those who lose their place lose it, each in another way, and the room is closed for good. */
async function lose({ plan, cast }: Garden, { room, says }: Rooms): Promise<void> {
  const owner = await asking(cast, "owner");
  if (plan.loss === "left") await (await asking(cast, "former")).spaces.leave({ space: room });
  if (plan.loss === "put out") await owner.spaces.takePlace({ space: room, person: cast.ids.former });
  await changePeople(cast, "after");
  const visibility = plan.closed === "later" ? "open" : plan.closed;
  const opensAt = plan.closed === "later" ? "general" : "founding";
  await owner.spaces.edit({ space: room, ...says, visibility, opensAt });
}

/**
 * What befalls people in the open: somebody's site changes, somebody is suspended, somebody is a host no more. It can be
 * undone, to see beforehand what the house looks like then.
 */
export async function changePeople({ ids }: Cast, to: "before" | "after"): Promise<void> {
  const gone = to === "after";
  await transaction(async (tx) => {
    const site = gone ? "" : SITE;
    await tx.update(person).set({ site }).where(eq(person.id, ids["out of the group"]));
    const state = gone ? "suspended" : "active";
    await tx.update(person).set({ state }).where(eq(person.id, ids.suspended));
    const until = gone ? now() : null;
    await tx.update(personRole).set({ until }).where(eq(personRole.personId, ids["former host"]));
  });
}

/** The room talks on: other titles, other words, and a call for those who are gone. */
async function speakOn(house: Garden, posts: readonly Grown[]): Promise<void> {
  const { plan, cast } = house;
  const { read } = RULE[plan.closed];
  const owner = await asking(cast, "owner");
  for (const [n, grown] of posts.entries()) {
    if (grown.isGone) continue;
    const { fate = "stays", kind = "discussion" } = plan.posts[n] ?? {};
    const name = `${fate} ${kind}`;
    // A member waits with everybody else for the room to open.
    if (plan.closed !== "later" || grown.writer === "owner") await reword(house, grown, fate, name);
    if (fate === "locked") continue;
    const said = house.word(`last comment under a ${name}`, read, "owner");
    await owner.posts.addComment({ post: grown.post, body: `${said} @Fanny Former`, aware: "yes" });
  }
  await tellAll();
}

async function reword(house: Garden, { post, writer }: Grown, fate: string, name: string): Promise<void> {
  const { read } = RULE[house.plan.closed];
  const brought = either(read, BROUGHT);
  const looked = either(read, LOOKED_AFTER[house.plan.closed]);
  const isCalledSo = fate === "reported" ? brought : fate === "hidden answer" ? looked : read;
  const title = house.word(`new title of a ${name}`, isCalledSo, writer);
  const text = house.word(`new text of a ${name}`, fate === "reported" ? brought : read, writer);
  const body = `${text} for @Fanny Former and @Otto Outgroup`;
  await (await asking(house.cast, writer)).posts.edit({ post, title, body, aware: "yes" });
}

/** Tells every event to all who react to it, as the worker does; what was told is not told again. */
async function tellAll(): Promise<void> {
  await transaction((tx) => tx.delete(rateLimit));
  for (const { id } of await reader().select({ id: event.id }).from(event).orderBy(asc(event.at), asc(event.id)))
    await dispatchEvent(id, reactions);
}
