import { createECDH, randomBytes } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { deliverLetter } from "@/mail/deliver";
import { letter } from "@/mail/schema";
import { person } from "@/members/schema";
import { sendDigests } from "@/notices/digest/send";
import { mailDue } from "@/notices/letters/send";
import { pushNotices } from "@/notices/push/send";
import { notice } from "@/notices/schema";
import { at } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { betrayed, type Leak } from "./ask";
import { asking, type Cast, kindOf } from "./cast";
import type { Garden } from "./garden";
import type { Kind } from "./oracle";
import { later } from "./world";

/** Those whose devices show notices. */
const WITH_A_DEVICE = ["stranger", "former", "out of the group", "in the group", "member", "owner", "host"] as const;

/**
 * Turns notices on, on a device of everybody who may.
 * @param host where the push service answers; each kind of person has an address of their own there
 */
export async function turnOnPush(cast: Cast, host: string): Promise<void> {
  for (const kind of WITH_A_DEVICE) {
    const p256dh = createECDH("prime256v1").generateKeys().toString("base64url");
    const endpoint = `http://${host}/${encodeURIComponent(kind)}`;
    await (await asking(cast, kind)).push.add({ endpoint, p256dh, auth: randomBytes(16).toString("base64url") });
  }
}

/**
 * Shows everything that waits on the devices, thing by thing.
 * @param shown whose devices were reached since it was last asked
 */
export async function pushAll(garden: Garden, shown: () => Kind[]): Promise<{ leaks: Leak[]; count: number }> {
  const bundles = await reader().selectDistinct({ bundle: notice.bundle, of: notice.conversationId }).from(notice);
  const leaks: Leak[] = [];
  let count = 0;
  for (const { bundle, of } of bundles) {
    await at(later(4), () => pushNotices({ bundle }));
    const about = garden.things.find((thing) => (thing.kind === "post" || thing.kind === "idea") && thing.key === of);
    for (const kind of shown()) {
      count += 1;
      if (about !== undefined && !about.isThere(kind))
        leaks.push({ who: kind, asks: "a device", with: bundle, learns: `of a ${about.kind}` });
    }
  }
  return { leaks, count };
}

/** Writes the letters and the digests that are due, loses one more reader, and only then sends them. */
export async function sendAll(garden: Garden): Promise<{ leaks: Leak[]; told: ReadonlySet<Kind> }> {
  await at(later(10), mailDue);
  await at(later(24 * 60), sendDigests);
  const written = await lettersOf();
  const late = garden.cast.ids["in the group"];
  await transaction((tx) => tx.update(person).set({ site: "" }).where(eq(person.id, late)));
  const sent: typeof written = [];
  for (const { id } of written)
    await at(later(25 * 60), () =>
      deliverLetter({ letterId: id }, async (row) => void sent.push(row as (typeof sent)[0])),
    );
  const leaks: Leak[] = [];
  const told = new Set<Kind>();
  const lookInto = (one: (typeof written)[0], asks: string, lost: boolean) => {
    const who = kindOf(garden.cast, one.personId);
    // Whoever lost their place since is told as little as those who lost it before.
    const as = lost && who === "in the group" ? "out of the group" : who;
    for (const { place } of betrayed(garden, as, one)) leaks.push({ who, asks, with: one.kind, learns: place });
    if (garden.plants.some(({ word }) => JSON.stringify(one).includes(word))) told.add(who);
  };
  for (const one of written) lookInto(one, "a letter that was written", false);
  for (const one of sent) lookInto(one, "a letter that was sent", true);
  return { leaks, told };
}

function lettersOf() {
  return reader().select().from(letter).orderBy(asc(letter.createdAt), asc(letter.id));
}

/** Notes every letter and notice as a thing that can be asked for: by an admin, and by whoever was told. */
export async function noteSent(garden: Garden): Promise<void> {
  for (const { id } of await lettersOf()) garden.thing("letter", id, (kind) => kind === "admin");
  const told = await reader().select({ id: notice.id, of: notice.conversationId, who: notice.personId }).from(notice);
  for (const { id, of, who } of told) {
    const about = garden.things.find(({ key }) => key === of);
    const owner = kindOf(garden.cast, who);
    garden.thing("notice", id, (kind) => kind === owner && about?.isThere(kind) !== false);
  }
}
