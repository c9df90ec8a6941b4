import { sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { admission } from "@/stages/schema";
import { invitation } from "../schema";
import { wave, waveMember } from "./schema";
import { answersTo } from "./talk";
import type { WaveView } from "./views";

type Row = Omit<WaveView, "sentAt"> & { sentAt: string };

/** Who answers somebody later than this is no part of how they were welcomed. */
const WELCOME_DAYS = 28;
const WELCOME = {
  from: sql`${waveMember.joinedAt}`,
  until: sql`${waveMember.joinedAt} + make_interval(days => ${WELCOME_DAYS})`,
};

/** The waves that went, the latest first: who came, and who answered them. One statement. */
export async function waves(db: Reader, page: PageInput): Promise<Page<WaveView>> {
  const key = decodeKey(page.after, momentKey);
  const after =
    key === null ? sql`true` : sql`(${wave.sentAt}, ${wave.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows = await db.execute<Row>(sql`
    select ${wave.id} as id, ${wave.sentAt} as "sentAt",
      (select sender.display_name from ${person} sender where sender.id = ${wave.sentBy}) as "sentBy", come.members
    from (select * from ${wave} where ${after} order by sent_at desc, id desc limit ${page.take + 1}) ${wave}
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('id', ${person.id}, 'displayName', ${person.displayName},
        'because', ${waveMember.because}, 'came', ${admission.acceptedAt} is not null,
        'host', (select host.display_name from ${person} host where host.id = ${waveMember.hostId}),
        'answeredBy', (select answerer.display_name from ${answersTo(sql`${person.id}`, WELCOME)} told
          join ${person} answerer on answerer.id = told.who and answerer.kind = 'human'
          where told.who <> ${person.id}
          order by told.at limit 1)) order by ${waveMember.position}), '[]'::jsonb) as members
      from ${waveMember}
      join ${person} on ${person.id} = ${waveMember.personId}
      join ${invitation} on ${invitation.id} = ${waveMember.invitationId}
      join ${admission} on ${admission.id} = ${invitation.admissionId}
      where ${waveMember.waveId} = ${wave.id}) come
    order by ${wave.sentAt} desc, ${wave.id} desc`);
  const told = rows.map((row) => ({ ...row, sentAt: new Date(row.sentAt) }));
  return cut(told, page.take, (row) => [row.sentAt.toISOString(), row.id]);
}
