import { eq, sql } from "drizzle-orm";
import webPush from "web-push";
import { knownTimeZone } from "@/i18n/format";
import { DEFAULT_LOCALE } from "@/i18n/locale";
import { words } from "@/i18n/words";
import { person } from "@/members/schema";
import { paths } from "@/paths";
import { now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import { env } from "@/platform/env";
import type { Id } from "@/platform/ids";
import { log } from "@/platform/log";
import { conversation, post } from "@/posts/schema";
import { currentStage } from "@/stages/queries";
import { wordsBetween } from "../between";
import { openToReader, stillThere, waits } from "../policy";
import type { Somebody } from "../queries";
import { notice } from "../schema";
import type { NoticeId, Why } from "../shape";
import { toldWords } from "../ui/words";
import { VOICES } from "../voices";
import { isQuiet } from "../wishes/hours";
import { noticeWish } from "../wishes/schema";
import { DEFAULT_WISH } from "../wishes/shape";
import { wayTo } from "../wishes/way";
import { noticePush } from "./queue";
import { pushDevice } from "./schema";

type Showing = {
  device: Id<"push-device">;
  endpoint: string;
  p256dh: string;
  auth: string;
  id: NoticeId;
  why: Why;
  title: string;
  locale: "en" | "fr" | null;
  time_zone: string | null;
  quiet_from: number;
  quiet_until: number;
  workdays: number[];
  voices: Somebody[] | null;
  actor: Somebody | null;
};

/** A notice that nobody fetched for a day is news no more; the bell has it. */
const LIVES_SECONDS = 86_400;
const WITHIN_MS = 10_000;

/**
 * Shows one thing on the browsers of those who want it at once, may see it now, have not read it, and are not in their
 * quiet hours. Each notice is taken before it is shown, so that it is shown once.
 */
export async function pushNotices(data: unknown): Promise<void> {
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY } = env();
  if (VAPID_PUBLIC_KEY === undefined || VAPID_PRIVATE_KEY === undefined) return;
  const { bundle } = noticePush.shape.parse(data);
  const at = now();
  const showing = await transaction((tx) => take(tx, bundle, at));
  const loud = showing.filter((one) => {
    const quiet = { quietFrom: one.quiet_from, quietUntil: one.quiet_until, workdays: one.workdays };
    return !isQuiet(at, knownTimeZone(one.time_zone), quiet);
  });
  await Promise.all(loud.map((one) => show(one, { publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY })));
}

async function take(tx: Tx, bundle: string, at: Date): Promise<Showing[]> {
  const launch = await currentStage(tx);
  const way = wayTo({
    person: sql`${notice.personId}`,
    kind: sql`${notice.kind}`,
    space: sql`${post.spaceId}`,
    thread: sql`${notice.conversationId}`,
    why: sql`${notice.why}`,
  });
  const wish = (column: "quietFrom" | "quietUntil") =>
    sql`coalesce(${noticeWish[column]}, ${sql.raw(String(DEFAULT_WISH[column]))})`;
  const rows: Iterable<Showing> = await tx.execute<Showing>(sql`
    with mine as (
      select ${notice.id} as id, ${notice.lastAt} as told_at from ${notice}
      join ${person} on ${person.id} = ${notice.personId}
      left join ${conversation} on ${conversation.id} = ${notice.conversationId}
      left join ${post} on ${post.id} = ${notice.conversationId}
      where ${notice.bundle} = ${bundle} and ${waits} and ${stillThere} and ${way} = 'mail'
        and ${notice.pushedAt} is distinct from ${notice.lastAt}
        and ${openToReader(launch, at)}
        and exists (select 1 from ${pushDevice} d where d.person_id = ${notice.personId})
      for update of ${sql.raw("notice")} skip locked
    ), taken as (
      update ${notice} set pushed_at = mine.told_at from mine where ${notice.id} = mine.id returning ${notice.id}
    )
    select ${pushDevice.id} as device, ${pushDevice.endpoint}, ${pushDevice.p256dh}, ${pushDevice.auth},
      ${notice.id}, ${notice.why}, coalesce(${conversation.title}, ${wordsBetween}) as title, ${person.locale}, ${person.timeZone},
      ${wish("quietFrom")} as quiet_from, ${wish("quietUntil")} as quiet_until,
      coalesce(${noticeWish.workdays}, '{${sql.raw(DEFAULT_WISH.workdays.join(","))}}'::smallint[]) as workdays,
      said.voices,
      (select jsonb_build_object('id', a.id, 'name', a.display_name) from person a where a.id = ${notice.actorId}) as actor
    from taken join ${notice} on ${notice.id} = taken.id
    join ${person} on ${person.id} = ${notice.personId}
    left join ${conversation} on ${conversation.id} = ${notice.conversationId}
    join ${pushDevice} on ${pushDevice.personId} = ${notice.personId}
    left join ${noticeWish} on ${noticeWish.personId} = ${notice.personId}
    left join lateral (${VOICES}) said on true`);
  return [...rows];
}

type Keys = { publicKey: string; privateKey: string };

/** Hands one notice to a browser's push service, encrypted for that browser; one that is gone is forgotten. */
async function show(one: Showing, keys: Keys): Promise<void> {
  const t = words(one.locale ?? DEFAULT_LOCALE);
  const who = one.voices ?? (one.actor === null ? [] : [one.actor]);
  const said = toldWords(t, { why: one.why, who: who.slice(0, 3), whoCount: who.length });
  const payload = JSON.stringify({ title: one.title, body: said, url: paths.notice(one.id), tag: one.id });
  const subscription = { endpoint: one.endpoint, keys: { p256dh: one.p256dh, auth: one.auth } };
  const vapidDetails = { subject: env().APP_URL, ...keys };
  try {
    const { method, headers, body } = webPush.generateRequestDetails(subscription, payload, {
      vapidDetails,
      TTL: LIVES_SECONDS,
      urgency: "normal",
      topic: one.id.replaceAll("-", ""),
    });
    const answer = await fetch(one.endpoint, {
      method,
      headers: headers as Record<string, string>,
      body: body === null ? null : new Uint8Array(body),
      redirect: "error",
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    if (answer.status === 404 || answer.status === 410) await forget(one.device);
    else if (!answer.ok) log().warn({ device: one.device, status: answer.status }, "a push service refused a notice");
  } catch (error) {
    // The bell and the mail tell it as well: one lost push is not worth another for everybody else.
    log().warn({ device: one.device, err: error }, "a notice could not be pushed");
  }
}

async function forget(device: Id<"push-device">): Promise<void> {
  await transaction((tx) => tx.delete(pushDevice).where(eq(pushDevice.id, device)));
}
