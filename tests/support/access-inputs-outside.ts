import type { InputOf } from "@tests/support/access-inputs-launch";
import type { AccessWorld, Somebody } from "@tests/support/access-world";
import { acting } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beginRun } from "@/imports/ideas/actions/begin-run";
import { makeProgramKey } from "@/members/keys/actions/make-key";
import { accessKey } from "@/members/keys/schema";
import { addWebhook } from "@/notices/webhooks/actions/run-webhook";
import { webhookDelivery } from "@/notices/webhooks/schema";
import { deliver } from "@/notices/webhooks/told";
import { reader, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";

const hook = { name: "Chat", url: "https://chat.example/hook", events: ["idea.moved"] };

/** A key of the person asking; nobody holds many. */
async function freshKey(w: AccessWorld, who: Somebody) {
  const person = w.people[who];
  await transaction((tx) => tx.delete(accessKey).where(eq(accessKey.personId, person)));
  return { key: await acting(person, (act) => makeProgramKey(act, { name: "A program", scope: "read", days: "30" })) };
}

async function freshWebhook(w: AccessWorld) {
  const input = { ...hook, events: ["idea.moved" as const], boards: [] };
  return { webhook: await acting(w.people.admin, (act) => addWebhook(act, input)) };
}

async function freshDelivery(w: AccessWorld) {
  const { webhook } = await freshWebhook(w);
  await transaction((tx) => deliver(tx, { webhook, type: "webhook.test", body: "{}", of: null }));
  const [row] = await reader().select().from(webhookDelivery).where(eq(webhookDelivery.webhookId, webhook));
  return { delivery: row?.id };
}

/** Ideas that the host read out of a table. */
async function freshRun(w: AccessWorld) {
  const { board } = await w.freshBoard();
  const run = newId<"import-run">();
  await acting(w.people.host, (act) => beginRun(act, run, { board, fileName: "ideas.csv", isRehearsal: false }));
  return { run };
}

/** A good input for every procedure about what stands outside. */
export const OUTSIDE_INPUTS: Readonly<Record<string, InputOf>> = {
  "keys.mine": () => undefined,
  "keys.make": async (w, who) => {
    await freshKey(w, who);
    return { name: "A program", scope: "write", days: "30" };
  },
  "keys.hide": freshKey,
  "keys.end": freshKey,
  "feeds.board": async (w) => ({ slug: (await w.freshBoard()).slug }),
  "feeds.followBoard": async (w) => ({ slug: (await w.freshBoard()).slug }),
  "feeds.followChangelog": () => undefined,
  "table.ideas": async (w) => ({ slug: (await w.freshBoard()).slug }),
  "imports.runs": async (w) => ({ slug: (await w.freshBoard()).slug }),
  "imports.problems": freshRun,
  "imports.undo": freshRun,
  "webhooks.list": () => undefined,
  "webhooks.boards": () => ({}),
  "webhooks.add": () => hook,
  "webhooks.one": freshWebhook,
  "webhooks.deliveries": freshWebhook,
  "webhooks.edit": async (w) => ({ ...hook, ...(await freshWebhook(w)) }),
  "webhooks.rotate": freshWebhook,
  "webhooks.hideSecret": freshWebhook,
  "webhooks.pause": async (w) => ({ ...(await freshWebhook(w)), paused: "yes" }),
  "webhooks.remove": freshWebhook,
  "webhooks.test": freshWebhook,
  "webhooks.sendAgain": freshDelivery,
};
