import { lettingAll } from "@tests/support/boards";
import { keepRefused } from "@/assembly/doors/refused-forms";
import { offer, offerAsk } from "@/care/offers/schema";
import { KEPT_FIELDS } from "@/members/privacy-shape";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { draftPlaces } from "@/posts/drafts/shape";
import { asking, SITE } from "./cast";
import type { Board, Garden, Grown, Rooms } from "./garden";
import { BOARD, either, type MayKnow, OF_THE_SITE, only, SHARES_A_ROOM } from "./oracle";
import { growWorkbench } from "./workbench";

/** A board of the team, with an idea, an answer to it, a vote, and what is said below. */
export async function growBoard(garden: Garden): Promise<Board> {
  const isCohorts = garden.plan.board === "cohort";
  const known = isCohorts ? either(BOARD, OF_THE_SITE) : BOARD;
  const word = (place: string) => garden.word(place, known, "former host");
  const host = await asking(garden.cast, "former host");
  const slug = `board-${word("address of a board")}`;
  const opensAt = garden.plan.board === "later" ? "general" : "groundwork";
  const to = garden.plan.board === "later" ? "members" : garden.plan.board;
  const stages = { opensAt, votesAt: opensAt } as const;
  const { board } = await host.feedback.openBoard({
    slug,
    name: word("name of a board"),
    purpose: word("purpose of a board"),
    ...lettingAll(to, isCohorts ? [`site:${SITE}`] : []),
    ...stages,
  });
  for (const kind of ["category", "tag"] as const) await host.feedback.addLabel({ board, kind, name: word(kind) });
  const files = [await garden.file("attachment", "file on an idea", "former host", known)];
  const { idea } = await host.feedback.suggest({
    board,
    title: word("first title of an idea"),
    body: `${word("first text of an idea")} for @Fanny Former`,
    files,
    aware: "yes",
  });
  await host.feedback.editIdea({ idea, title: word("title of an idea"), body: word("text of an idea") });
  const { comment } = await host.feedback.addComment({ idea, body: word("comment under an idea") });
  const admin = await asking(garden.cast, "admin");
  await admin.feedback.addComment({
    idea,
    body: garden.word("answer under an idea", known, "admin"),
    parentId: comment,
  });
  await admin.feedback.addNote({ idea, body: garden.word("note among hosts on an idea", BOARD, "admin") });
  const effortLine = garden.word("what an idea would take", BOARD, "admin");
  await admin.desk.weigh({ idea, effort: 3, effortLine });
  const note = garden.word("answer to an idea", known, "admin");
  await admin.feedback.move({ idea, status: "planned", note, promisedFor: "2026-12-24" });
  await growWorkbench(garden, idea, known);
  garden.thing("board", board, known);
  garden.thing("board slug", slug, known);
  garden.thing("idea", idea, known);
  garden.thing("idea comment", comment, known);
  return { board, slug, idea };
}

/** A profile that keeps some of its fields to itself, or to people of its rooms. */
export async function growProfile(garden: Garden): Promise<void> {
  const { fields, to } = garden.plan.kept;
  const mayKnow: MayKnow = to === "nobody" ? only() : SHARES_A_ROOM;
  const api = await asking(garden.cast, "member");
  const word = (field: (typeof fields)[number]) =>
    fields.includes(field) ? garden.word(`${field} of a profile`, mayKnow, "member") : "";
  await api.members.editProfile({
    person: garden.cast.ids.member,
    displayName: "Mona Member",
    title: "",
    pronouns: word("pronouns"),
    about: word("about"),
    languages: word("languages"),
    interests: word("interests"),
    canHelpWith: word("canHelpWith"),
    wantsToLearn: word("wantsToLearn"),
  });
  if (fields.includes("photo"))
    await api.members.setPhoto({ photo: await garden.file("photo", "photo of a profile", "member", mayKnow) });
  const hidden = [...fields, "offers"];
  await api.members.setShown(
    Object.fromEntries(KEPT_FIELDS.map((field) => [field, hidden.includes(field) ? to : "inside"])) as Parameters<
      typeof api.members.setShown
    >[0],
  );
  await offered(garden, mayKnow);
}

async function offered(garden: Garden, mayKnow: MayKnow): Promise<void> {
  const { ids } = garden.cast;
  const words = garden.word("offer of help", mayKnow, "member");
  const asked = garden.word("ask for help", only("member"), "owner");
  const id = newId<"offer">();
  await transaction(async (tx) => {
    await tx.insert(offer).values({ id, personId: ids.member, words, createdAt: now() });
    const ask = { id: newId<"offer-ask">(), offerId: id, askerId: ids.owner, words: asked, askedAt: now() };
    await tx.insert(offerAsk).values(ask);
  });
  const thanks = garden.word("thanks that nobody showed", only("member"), "owner");
  await (await asking(garden.cast, "owner")).care.thank({ person: ids.member, words: thanks, about: "" });
}

/** Texts that nobody has sent: in the closed room, below a post, and in a form that was refused. */
export async function growDrafts(garden: Garden, { room }: Rooms, { post }: Grown): Promise<void> {
  const api = await asking(garden.cast, "member");
  for (const place of [draftPlaces.newPost(room), draftPlaces.comment(post)]) {
    const title = garden.word("title of a draft", only(), "member");
    const body = garden.word("text of a draft", only(), "member");
    await api.posts.saveDraft({ place, path: "/drafts", title, body });
    garden.thing("draft", place, only("member"));
  }
  const typed = { title: [garden.word("refused form", only(), "member")] };
  const form = { procedure: "posts.publish", problem: { code: "fault", ref: "x" } as const, typed };
  const personId = garden.cast.ids.member;
  garden.thing("refused form", await transaction((tx) => keepRefused(tx, { personId }, form)), only("member"));
}

/** Somebody who is not inside is asked for advice: the hosts read for what, and not on which post. */
export async function askAdvice(garden: Garden, { post }: Grown): Promise<void> {
  const words = garden.word("words to hosts about advice", either(BOARD), "member");
  await (await asking(garden.cast, "member")).advice.ask({ post, address: "guest@elsewhere.example", words });
}
