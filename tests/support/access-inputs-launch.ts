import { randomUUID } from "node:crypto";
import type { AccessWorld, Somebody } from "@tests/support/access-world";
import { acting, aPerson } from "@tests/support/people";
import { sql } from "drizzle-orm";
import { joinRequest } from "@/launch/schema";
import { inviteColleague } from "@/launch/vouching/actions/invite-colleague";
import { waveRule } from "@/launch/waves/schema";
import { reader, transaction } from "@/platform/database/client";
import { GATE_KEYS } from "@/readiness/shape";
import { currentStage } from "@/stages/queries";
import { launchState } from "@/stages/schema";
import { stageAfter } from "@/stages/shape";

/** Makes a good input for one try: whatever fails then fails for want of access. */
export type InputOf = (world: AccessWorld, who: Somebody) => unknown;

/** Somebody at whose company others are already. */
const colleague = () => ({ address: `${randomUUID()}@test.example` });

/** Somebody who asked to come in. */
async function freshWaiting(w: AccessWorld): Promise<{ person: string }> {
  const person = await w.freshPerson();
  await transaction((tx) =>
    tx.execute(
      sql`insert into join_request (id, person_id, asked_at) values (gen_random_uuid(), ${person}::uuid, now())
        on conflict do nothing`,
    ),
  );
  return { person };
}

/** A letter that stands at the door. */
async function freshDoorLetter(): Promise<{ letter: string }> {
  const letter = randomUUID();
  await transaction((tx) =>
    tx.execute(sql`insert into door_letter (id, title, body, body_html, language, written_at)
      values (${letter}::uuid, 'News', 'We bake.', '<p>We bake.</p>', 'en', now())`),
  );
  return { letter };
}

/** A line of the calendar. */
async function freshLine(): Promise<{ entry: string }> {
  const entry = randomUUID();
  await transaction((tx) =>
    tx.execute(sql`insert into calendar_entry (id, kind, name, from_day, until_day, entered_at)
      values (${entry}::uuid, 'leave', 'Summer', '2026-08-03', '2026-08-07', now())`),
  );
  return { entry };
}

/** Nobody was asked lately. */
async function lately(): Promise<undefined> {
  await transaction((tx) => tx.execute(sql`truncate missed_round cascade`));
}

/** Somebody is asked whether they would miss the place. */
async function askedMissed(w: AccessWorld, who: Somebody): Promise<{ answer: string }> {
  const round = randomUUID();
  await transaction(async (tx) => {
    await tx.execute(sql`insert into missed_round (id, opened_at, closes_at, asked)
      values (${round}::uuid, now(), now() + interval '14 days', 1)`);
    await tx.execute(sql`insert into missed_ask (round_id, person_id) values (${round}::uuid, ${w.people[who]})`);
  });
  return { answer: "very" };
}

/** A step of the ladder from where the launch stands now: up, or down from the top. */
async function step(): Promise<{ to: string; version: number }> {
  const { stage, version } = await currentStage(reader());
  return { to: stageAfter(stage) ?? "pilot", version };
}

const COUNTS = [
  "gained",
  "lost",
  "letters",
  "spacesOpened",
  "spacesClosed",
  "boardsOpened",
  "boardsClosed",
  "emptyRooms",
];
const NO_EFFECT = JSON.stringify(Object.fromEntries(COUNTS.map((count) => [count, 0])));

/** A flip to where the launch stands now, whose letters still wait. */
async function heldFlip(): Promise<{ flip: string }> {
  const id = randomUUID();
  await transaction(async (tx) => {
    await tx.execute(sql`update launch_state set version = version + 1`);
    await tx.execute(sql`insert into flip (id, from_stage, to_stage, version, flipped_at, gates, effect)
      select ${id}::uuid, case when stage = 'early' then 'pilot' else 'early' end, stage, version, now(), '[]', ${NO_EFFECT}::jsonb
      from launch_state`);
    await tx.execute(sql`insert into flip_hold (flip_id, until, since_before)
      values (${id}::uuid, now() + interval '10 minutes', now())`);
  });
  return { flip: id };
}

/** All that can stand in a step's way: an override for it lets every step through. */
const ANYTHING = ["G1", "G2", ...GATE_KEYS, "reports", "promises", "council", "answering"];

/** A flip that another admin planned, in a state; no other is open. */
async function openPlan(state: "proposed" | "planned" | "late"): Promise<{ plan: string }> {
  const id = randomUUID();
  const by = await aPerson({ roles: ["admin"] });
  await transaction(async (tx) => {
    await tx.execute(sql`delete from flip_plan`);
    await tx.execute(sql`insert into flip_plan (id, to_stage, version, proposed_by, proposed_at, due_at, time_zone,
        reason, override, overrides, needs_second, state)
      select ${id}::uuid, case when stage = 'early' then 'pilot' else 'early' end, version, ${by}::uuid, now(),
        now() + interval '1 day', 'UTC', 'tried', 'tried', ${`{${ANYTHING.join()}}`}::text[], true, ${state} from launch_state`);
  });
  return { plan: id };
}

/** What the procedures of the launch are tried with. */
export const LAUNCH_INPUTS: Readonly<Record<string, InputOf>> = {
  "readiness.current": () => undefined,
  "readiness.curves": () => undefined,
  "readiness.past": () => undefined,
  "readiness.calendar": () => undefined,
  "readiness.enter": () => ({ kind: "leave", name: "Summer", from: "2026-08-03", until: "2026-08-07" }),
  "readiness.takeOut": freshLine,
  "readiness.setNeverAsked": () => ({ never: false }),
  "readiness.askMissed": lately,
  "readiness.question": () => undefined,
  "readiness.answerQuestion": askedMissed,
  "door.mine": () => undefined,
  "door.show": () => ({ words: "I bake." }),
  "door.hide": () => undefined,
  "door.follow": () => undefined,
  "door.unfollow": () => undefined,
  "door.letters": () => ({}),
  "door.desk": () => ({}),
  "door.letter": freshDoorLetter,
  "door.built": () => undefined,
  "door.writeLetter": () => ({ title: "This week", body: "Three of you came.", language: "en" }),
  "door.previewLetter": () => ({ body: "Three of you came." }),
  "door.changeLetter": async () => ({ ...(await freshDoorLetter()), title: "Now", body: "Four.", language: "en" }),
  "door.takeLetterDown": freshDoorLetter,
  "entry.rules": () => undefined,
  "entry.setAudience": async () => ({ version: (await currentStage(reader())).version, departments: "Tried" }),
  "vouching.mine": () => undefined,
  "vouching.invite": () => colleague(),
  "vouching.takeBack": async (w, who) => ({
    invitation: await acting(w.people[who], async (act) => {
      // Each has a few; what was tried before this is not counted.
      await act.tx.update(launchState).set({ memberInvitations: sql`least(${launchState.memberInvitations} + 1, 50)` });
      return inviteColleague(act, { ...colleague(), locale: "en", note: "" });
    }),
  }),
  "vouching.setNumber": () => ({ number: 10 }),
  "waves.desk": () => ({}),
  "waves.list": () => ({}),
  // Nobody waits: a wave of nobody goes, and lets nobody in.
  "waves.send": async () => {
    await transaction((tx) => tx.delete(joinRequest));
    return { size: 1, plan: "" };
  },
  "waves.expect": freshWaiting,
  "waves.expectNoMore": freshWaiting,
  "waves.askHosts": () => ({ size: 1 }),
  "waves.setPlaces": () => ({ places: 3, topics: "ovens" }),
  "waves.liftPause": async () => {
    const paused = { pausedAt: new Date() };
    await transaction((tx) =>
      tx.insert(waveRule).values(paused).onConflictDoUpdate({ target: waveRule.only, set: paused }),
    );
    return { reason: "Because." };
  },
  "waves.setPace": () => ({ perDay: 4 }),
  "launch.room": () => undefined,
  "launch.rehearsal": async () => ({ to: (await step()).to }),
  "launch.rehearsalPeople": async () => ({ to: (await step()).to, change: "gained" }),
  "launch.flip": async () => ({ ...(await step()), reason: "tried", override: "tried", confirm: "yes" }),
  "launch.announcements": () => undefined,
  "launch.writeAnnouncement": () => ({ stage: "early", english: "Come **in**.", french: "" }),
  "launch.undo": heldFlip,
  "launch.plan": async () => {
    await transaction((tx) => tx.execute(sql`delete from flip_plan`));
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    return { ...(await step()), reason: "tried", override: "tried", day, time: "09:00", zone: "UTC", confirm: "yes" };
  },
  "launch.approvePlan": () => openPlan("proposed"),
  "launch.startPlan": () => openPlan("late"),
  "launch.cancelPlan": () => openPlan("planned"),
  "launch.setSecondAdmin": () => ({ on: "no" }),
  "launch.history": () => ({}),
  "launch.graph": () => undefined,
  "launch.invitations": () => ({}),
  "launch.requests": () => ({}),
  "launch.seededAuthors": () => ({}),
  "launch.invite": () => ({ addresses: `${randomUUID()}@test.example` }),
  "launch.invitePerson": async (w) => ({ person: await w.freshPerson() }),
  "launch.revokeInvitation": (w) => w.freshInvitation(),
  "launch.resendInvitation": (w) => w.freshInvitation(),
  "launch.previewAnnouncement": () => ({ stage: "pilot", english: "It begins." }),
  "launch.waiting": () => undefined,
  "launch.askToJoin": () => ({}),
  "launch.takeRequestBack": async (w, who) => {
    await w.askedToJoin(who);
  },
};
