import { randomUUID } from "node:crypto";
import { Client, type Served } from "@tests/support/served";
import { clientAs } from "@tests/support/uploads";
import { DOORS, type DoorAccess } from "@/assembly/access-doors";
import { unsubscribeToken } from "@/mail/unsubscribe/token";
import { betrayed, type Leak } from "./ask";
import type { Garden, Thing, ThingKind } from "./garden";
import type { Kind } from "./oracle";

/** A request at a door, about one thing or about none. */
type Knock = { readonly path: string; readonly form?: Record<string, string>; readonly about: Thing | null };

const of =
  (kind: ThingKind, ask: (key: string) => Omit<Knock, "about">) =>
  ({ things }: Garden): Knock[] =>
    things.filter((thing) => thing.kind === kind).map((about) => ({ ...ask(about.key), about }));

const asInTheTable = ({ tried }: DoorAccess): Knock => ({ path: tried.path, form: tried.form ?? {}, about: null });

const query = (procedure: string, input: unknown) =>
  `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;

/** What is asked at the doors that lead to things; at the others, what their table tries. */
const KNOCKS: Readonly<Record<string, (garden: Garden) => Knock[]>> = {
  trpc: (garden) => [
    ...of("post", (post) => ({ path: query("posts.one", { post }) }))(garden),
    ...of("slug", (slug) => ({ path: query("spaces.bySlug", { slug }) }))(garden),
    ...of("idea", (idea) => ({ path: query("feedback.idea", { idea }) }))(garden),
  ],
  feed: of("board slug", (slug) => ({ path: `/feeds/boards/${slug}.atom` })),
  table: of("board slug", (slug) => ({ path: `/boards/${slug}/export` })),
  notice: of("notice", (id) => ({ path: `/notices/${id}` })),
  "event-file": of("post", (id) => ({ path: `/calendar/posts/${id}.ics` })),
  file: of("file", (id) => ({ path: `/files/${id}/it.webp` })),
  form: (garden) => [
    ...of("post", (post) => ({ path: "/form/posts.addComment", form: { post, body: "Hello" } }))(garden),
    ...of("space", (space) => ({ path: "/form/spaces.join", form: { space } }))(garden),
  ],
  unsubscribe: ({ things, cast }) =>
    things
      .filter(({ kind }) => kind === "post" || kind === "space")
      .map(({ kind, key }) => {
        const scope = kind === "post" ? ("thread" as const) : ("space" as const);
        const token = unsubscribeToken({ person: cast.ids.former, scope, key });
        return { path: `/api/unsubscribe/${token}`, form: { "List-Unsubscribe": "One-Click" }, about: null };
      }),
};

/** Knocks at every door as somebody of a kind, and gives what they learn that is not for them. */
export async function knockAs(garden: Garden, served: () => Served, kind: Kind): Promise<Leak[]> {
  const client = kind === "nobody" ? new Client(served) : await clientAs(served, garden.cast.ids[kind]);
  const leaks: Leak[] = [];
  for (const [name, door] of Object.entries(DOORS)) {
    // Whoever signs out is somebody else at the next door.
    if (name === "sign-out") continue;
    const knocks = KNOCKS[name]?.(garden) ?? [asInTheTable(door)];
    const unknown = new Map<string, ReturnType<typeof said>>();
    for (const knock of knocks.filter(({ about }) => about === null || !about.isThere(kind))) {
      const answer = await said(client, door, knock);
      const who = { who: kind, asks: `the door ${name}`, with: knock.path };
      leaks.push(...betrayed(garden, kind, answer).map(({ place }) => ({ ...who, learns: place })));
      if (knock.about === null) continue;
      const nothing = unknown.get(knock.about.kind) ?? said(client, door, insteadOf(knock, knock.about));
      unknown.set(knock.about.kind, nothing);
      if (JSON.stringify(await nothing) !== JSON.stringify(answer))
        leaks.push({ ...who, learns: `that a ${knock.about.kind} is there: ${JSON.stringify(answer)}`.slice(0, 300) });
    }
  }
  return leaks;
}

async function said(client: Client, door: DoorAccess, { path, form }: Knock) {
  const accept = { accept: "application/json" };
  const answer = await (door.tried.method === "GET" ? client.get(path, accept) : client.post(path, form ?? {}, accept));
  const headers = ["location", "content-disposition", "etag", "content-type"].map((name) => answer.headers.get(name));
  return { status: answer.status, headers: headers.map(withoutIds), body: withoutIds(await answer.text()) };
}

/** Addresses that only say again what was asked, and the number of a request, are not told apart. */
function withoutIds(text: string | null): string {
  return (text ?? "").replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…");
}

function insteadOf(knock: Knock, about: Thing): Knock {
  const other = JSON.stringify(knock).replaceAll(about.key, about.kind === "slug" ? "nowhere-at-all" : randomUUID());
  return JSON.parse(other);
}
