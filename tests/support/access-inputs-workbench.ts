import { randomUUID } from "node:crypto";
import type { InputOf } from "@tests/support/access-inputs-launch";
import type { AccessWorld } from "@tests/support/access-world";
import { sql } from "drizzle-orm";
import { transaction } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";

type OnIdea = { idea: ConversationId };

/** An idea of the space member's that waits for people who would try it: them alone, which is enough. */
async function waiting(w: AccessWorld): Promise<OnIdea> {
  const { idea } = await w.freshIdea();
  const member = w.people["space member"];
  await transaction(async (tx) => {
    await tx.execute(sql`insert into preview_rule (needed) values (1) on conflict ("only") do update set needed = 1`);
    await tx.execute(
      sql`insert into preview (idea_id, feature, tied_at) values (${idea}::uuid, 'promises', now()) on conflict do nothing`,
    );
    await tx.execute(
      sql`insert into preview_volunteer (idea_id, person_id, at) values (${idea}::uuid, ${member}, now()) on conflict do nothing`,
    );
  });
  return { idea };
}

/** The same once it has begun; the space member tries it, and nobody else. */
async function running(w: AccessWorld): Promise<OnIdea> {
  const { idea } = await waiting(w);
  await transaction(async (tx) => {
    await tx.execute(sql`update preview set started_at = now(), feature = 'roadmap' where idea_id = ${idea}::uuid`);
    await tx.execute(sql`insert into feature_grant (person_id, source, feature, at)
      values (${w.people["space member"]}, ${idea}::uuid, 'roadmap', now()) on conflict do nothing`);
  });
  return { idea };
}

/** The space member's idea, shipped, with a credit for asking where one is wanted. */
async function shipped(w: AccessWorld, credited = false): Promise<OnIdea> {
  const { idea } = await w.freshIdea();
  await transaction(async (tx) => {
    await tx.execute(sql`update idea set status = 'shipped' where id = ${idea}::uuid`);
    if (credited)
      await tx.execute(sql`insert into credit (idea_id, person_id, role, proposed_at)
        values (${idea}::uuid, ${w.people["space member"]}, 'asked', now()) on conflict do nothing`);
  });
  return { idea };
}

/** A draft of the changelog. */
async function draft(): Promise<{ entry: string }> {
  const entry = randomUUID();
  await transaction((tx) =>
    tx.execute(sql`insert into changelog_entry (id, title, body, body_html, excerpt, created_at)
      values (${entry}::uuid, 'New', 'Words', '<p>Words</p>', 'Words', now())`),
  );
  return { entry };
}

const why = { note: "Because." };
const words = { title: "An entry", body: "Some words" };

/** The part of `INPUTS` that is about what members try, who is credited for it, and the changelog. */
export const WORKBENCH_INPUTS: Readonly<Record<string, InputOf>> = {
  "previews.ofIdea": (w) => waiting(w),
  "previews.workbench": () => ({}),
  "previews.visit": () => ({ feature: "promises" }),
  "previews.volunteer": (w) => waiting(w),
  "previews.leave": (w) => waiting(w),
  "previews.leaveAll": () => undefined,
  "previews.start": (w) => waiting(w),
  "previews.widen": async (w) => ({ ...(await running(w)), audience: "voters", ...why }),
  "previews.withdraw": async (w) => ({ ...(await running(w)), ...why }),
  "previews.setNeeded": () => ({ needed: 1 }),
  "previews.used": (w) => running(w),
  "previews.answer": async (w) => ({ ...(await running(w)), solved: "yes" }),
  "previews.dismiss": (w) => running(w),
  "credits.ofIdea": (w) => w.freshIdea(),
  "credits.desk": (w) => shipped(w),
  "credits.mine": () => ({}),
  "credits.onFeature": () => ({ feature: "roadmap" }),
  "credits.founders": () => ({}),
  "credits.propose": async (w) => ({ ...(await shipped(w)), role: "asked", people: [w.people["space member"]] }),
  "credits.takeBack": async (w) => ({ ...(await shipped(w, true)), role: "asked", person: w.people["space member"] }),
  "credits.answer": async (w) => ({ ...(await shipped(w, true)), role: "asked", shown: "name" }),
  "credits.sayMeant": async (w) => ({ ...(await shipped(w)), meant: "yes" }),
  "changelog.entries": () => ({}),
  "changelog.drafts": () => ({}),
  "changelog.entry": () => draft(),
  "changelog.linkable": () => undefined,
  "changelog.write": () => words,
  "changelog.edit": async () => ({ ...(await draft()), ...words }),
  "changelog.publish": () => draft(),
  "changelog.takeBack": () => draft(),
  "changelog.remove": () => draft(),
  "changelog.saw": () => undefined,
};
