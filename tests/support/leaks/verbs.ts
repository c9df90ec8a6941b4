import { randomUUID } from "node:crypto";
import { INPUTS } from "@tests/support/access-inputs";
import type { AccessWorld } from "@tests/support/access-world";
import { proceduresOf } from "@/assembly/access-document";
import { appRouter } from "@/assembly/router";
import { transaction } from "@/platform/database/client";
import { rateLimit } from "@/platform/limits/schema";
import { ask, betrayed, type Leak } from "./ask";
import { asking } from "./cast";
import type { Garden, Thing, ThingKind } from "./garden";
import type { Kind, Somebody } from "./oracle";

/** Those whose input the access walk makes by changing something; here they are only asked. */
const ONLY_ASKED: Readonly<Record<string, (thing: string) => unknown>> = {
  "moderation.restore": (thing) => ({ thing, reason: "Because." }),
  "moderation.leave": (thing) => ({ thing, reason: "Because." }),
  "moderation.suspend": (thing) => ({ thing, reason: "Because.", days: 1 }),
};

/** A world for the inputs of the access walk in which everything that is made anew is a thing of this one. */
function asAccessWorld({ cast, things }: Garden): AccessWorld {
  const one = (kind: ThingKind) => things.find((thing) => thing.kind === kind)?.key ?? randomUUID();
  const { ids } = cast;
  const people = { waiting: ids.waiting, member: ids.stranger, "space member": ids.member, "space owner": ids.owner };
  const [space, post, comment, idea] = [one("space"), one("post"), one("comment"), one("idea")];
  const fresh = {
    people: { ...people, host: ids.host, admin: ids.admin },
    freshPerson: async () => ids.stranger,
    freshSpace: async () => ({ space, slug: one("slug") }),
    freshRequest: async () => ({ request: randomUUID(), space }),
    freshPost: async () => ({ space, post }),
    freshComment: async () => ({ post, comment }),
    freshFile: async () => ({ file: one("file") }),
    freshUpload: async () => randomUUID(),
    freshBoard: async () => ({ board: one("board"), slug: one("board slug") }),
    freshLabel: async () => ({ board: one("board"), label: randomUUID() }),
    freshIdea: async () => ({ idea }),
    freshIdeaComment: async () => ({ comment: one("idea comment") }),
    freshInvitation: async () => ({ invitation: randomUUID() }),
    freshAdvice: async () => ({ advice: randomUUID(), invite: "no" }),
    freshSession: async () => ({ session: randomUUID() }),
    askedToJoin: async () => {},
    freshLetter: async () => ({ letter: one("letter") }),
    freshNotice: async () => ({ notice: one("notice") }),
    freshOffer: async () => ({ offer: randomUUID() }),
    freshAsk: async () => ({ ask: randomUUID() }),
    freshThanks: async () => ({ thanks: randomUUID() }),
  };
  return fresh as unknown as AccessWorld;
}

/** Every verb of the router that names a thing, with an input that names one of this world. */
export async function verbsOn(garden: Garden): Promise<{ path: string; input: object; about: Thing }[]> {
  const world = asAccessWorld(garden);
  const post = garden.keys("case")[0] ?? "";
  const verbs: { path: string; input: object; about: Thing }[] = [];
  for (const { path, type } of proceduresOf(appRouter)) {
    if (type !== "mutation") continue;
    const input = ONLY_ASKED[path]?.(post) ?? (await INPUTS[path]?.(world, "member"));
    if (typeof input !== "object" || input === null) continue;
    const about = garden.things.find(({ key, kind }) => kind !== "case" && Object.values(input).includes(key));
    if (about !== undefined) verbs.push({ path, input, about });
  }
  return verbs;
}

/** Tries the verbs on things that are not there for somebody: each is answered as for one that was never made. */
export async function tryAs(garden: Garden, kind: Kind & Somebody): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const { path, input, about } of await verbsOn(garden)) {
    if (about.isThere(kind)) continue;
    await transaction((tx) => tx.delete(rateLimit));
    const caller = await asking(garden.cast, kind);
    const answer = await ask(caller, path, input);
    const other = JSON.parse(JSON.stringify(input).replaceAll(about.key, randomUUID()));
    const nothing = await ask(caller, path, other);
    const who = { who: kind, asks: path, with: JSON.stringify(input) };
    leaks.push(...betrayed(garden, kind, answer).map(({ place }) => ({ ...who, learns: place })));
    if ("told" in answer || JSON.stringify(answer) !== JSON.stringify(nothing))
      leaks.push({
        ...who,
        learns: `that a ${about.kind} is there: ${JSON.stringify([answer, nothing])}`.slice(0, 400),
      });
  }
  return leaks;
}
