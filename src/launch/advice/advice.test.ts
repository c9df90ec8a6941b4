import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { publishPost } from "@/posts/actions/publish-post";
import type { ConversationId } from "@/posts/shape";
import { invitation } from "../schema";
import { advice } from "./schema";

withDatabase();

const words = "You welded these for years.";
let member: PersonId;
let colleague: PersonId;
let host: PersonId;
let open: ConversationId;
let secret: ConversationId;

beforeAll(async () => {
  await atStage("founding");
  member = await aPerson({ admitted: "host-invitation" });
  colleague = await aPerson({ admitted: "host-invitation" });
  host = await aPerson({ roles: ["host"] });
  const hidden = await aSpace({
    visibility: "private",
    places: [
      [member, "member"],
      [host, "member"],
    ],
  });
  const room = await aSpace({ places: [[member, "member"]] });
  const titled = (title: string) => ({ kind: "question", title, body: "How?" }) as const;
  open = await acting(member, (act) => publishPost(act, room, titled("Welding 0.8 mm")));
  secret = await acting(member, (act) => publishPost(act, hidden, titled("The secret merger")));
});

const asked = async (id: PersonId) => createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
const rowsOf = (post: ConversationId) => reader().select().from(advice).where(eq(advice.conversationId, post));
const invitationOf = async (who: PersonId) =>
  (await reader().select().from(invitation).where(eq(invitation.personId, who)))[0];

test("whoever reads the post is told, once a person and post", async () => {
  const api = await asked(member);
  await api.advice.ask({ post: open, person: colleague, words });
  const [row] = (await rowsOf(open)).filter((one) => one.personId === colleague);
  expect(row?.state).toBe("told");
  const events = await reader()
    .select()
    .from(event)
    .where(eq(event.subject, `advice:${row?.id}`));
  expect(events.map((one) => one.payload)).toEqual([{ conversationId: open, personId: colleague }]);
  await expect(api.advice.ask({ post: open, person: colleague, words })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(api.advice.ask({ post: open, person: member, words })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(api.advice.ask({ post: open, words })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("whom a host asks is invited with the line, and with the title only when the host agrees and the space is open", async () => {
  const api = await asked(host);
  const [plain, named, hidden] = [await aPerson(), await aPerson(), await aPerson()];
  await api.advice.ask({ post: open, person: plain, words });
  await api.advice.ask({ post: open, person: named, words, title: "yes" });
  await api.advice.ask({ post: secret, person: hidden, words, title: "yes" });
  expect((await invitationOf(plain))?.note).toBe(words);
  expect((await invitationOf(named))?.note).toBe(`Welding 0.8 mm\n\n${words}`);
  expect((await invitationOf(hidden))?.note).toBe(words);
});

test("whom a member would have inside is put before the hosts, and nobody becomes known by it", async () => {
  const api = await asked(member);
  await api.advice.ask({ post: open, address: "New.Voice@test.example", words });
  await api.advice.ask({ post: secret, address: "other.voice@test.example", words });
  const none = await reader().select().from(personAddress).where(eq(personAddress.address, "new.voice@test.example"));
  expect(none).toEqual([]);
  const outside = await aPerson({ roles: ["admin"] });
  const list = (await (await asked(outside)).advice.requests({})).items;
  const [shown] = list.filter((one) => one.address === "new.voice@test.example");
  expect(shown).toMatchObject({ words, post: { title: "Welding 0.8 mm", mayName: true }, by: { id: member } });
  // An admin who does not read the private space learns nothing of the post.
  expect(list.filter((one) => one.address === "other.voice@test.example").map((one) => one.post)).toEqual([null]);
  await expect(api.advice.requests({})).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a host invites whom a member asked for, or says no, once", async () => {
  const api = await asked(member);
  const [wanted, other] = [await aPerson(), await aPerson()];
  await api.advice.ask({ post: open, person: wanted, words });
  await api.advice.ask({ post: open, person: other, words });
  const desk = await asked(host);
  const requests = (await desk.advice.requests({ take: 50 })).items;
  const of = (who: PersonId) => requests.find((one) => one.person?.id === who)?.id ?? "";
  await desk.advice.answer({ advice: of(wanted), invite: "yes", title: "yes" });
  await desk.advice.answer({ advice: of(other), invite: "no" });
  expect((await invitationOf(wanted))?.note).toBe(`Welding 0.8 mm\n\n${words}`);
  expect(await invitationOf(other)).toBeUndefined();
  await expect(desk.advice.answer({ advice: of(other), invite: "yes" })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("an address tells a member nothing of whether it is known", async () => {
  const api = await asked(member);
  const [known] = await reader().select().from(personAddress).where(eq(personAddress.personId, colleague));
  const answers = [known?.address ?? "", "nobody.at.all@test.example"].map((address) =>
    api.advice.ask({ post: secret, address, words }),
  );
  expect(await Promise.all(answers)).toEqual([{ post: secret }, { post: secret }]);
});
