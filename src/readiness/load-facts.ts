import { type SQL, sql } from "drizzle-orm";
import { ideaMeant } from "@/feedback/credits/schema";
import { ideaMerge } from "@/feedback/merging/schema";
import { previewAnswer } from "@/feedback/previews/schema";
import { idea, ideaMove } from "@/feedback/schema";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { conversation } from "@/posts/schema";
import { admittedAsOf } from "@/stages/admitted";
import type { StageView } from "@/stages/queries";
import { arrivalsAt } from "./arrivals";
import type { Arrival, AskedRound, Facts, Suggestion } from "./facts";
import { epoch } from "./moments";
import { missedAnswer, missedRound, personUnit } from "./schema";
import { type Placed, unitsOf } from "./units";

type Row = {
  placed: Placed[];
  suggestions: Suggestion[];
  offers: { person: string; at: number }[];
  reports: { person: string; at: number }[];
  rounds: AskedRound[];
  arrivals: Arrival[];
};

/** What L11 to L14 read, in one statement; nothing that came after the moment. */
export async function loadFacts(
  db: Reader,
  { stage, audience }: Pick<StageView, "stage" | "audience">,
  at: Date,
): Promise<{ facts: Facts; siteOf: ReadonlyMap<string, string> }> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const rows: Iterable<Row> = await db.execute<Row>(sql`select
    (${placedAt(sql`${admittedAsOf(stage, audience, at)}`, moment)}) as placed,
    (${suggestionsAt(moment)}) as suggestions,
    (${offersAt(moment)}) as offers,
    (${reportsAt(moment)}) as reports,
    (${roundsAt(moment)}) as rounds,
    (${list(arrivalsAt(stage, moment))}) as arrivals`);
  const [row] = rows;
  if (row === undefined) throw new Error("a select without a row");
  const { units, targeted } = unitsOf(row.placed, stage);
  const siteOf = new Map(row.placed.map(({ id, site }) => [id, site]));
  const { suggestions, offers, reports, rounds, arrivals } = row;
  return { facts: { units, targeted, suggestions, offers, reports, rounds, arrivals }, siteOf };
}

function list(rows: SQL): SQL {
  return sql`select coalesce(jsonb_agg(to_jsonb(found)), '[]') from (${rows}) found`;
}

function placedAt(inside: SQL, moment: SQL): SQL {
  return list(sql`select ${person.id} as id, coalesce(${personUnit.department}, ${person.department}) as department,
      coalesce(${personUnit.site}, ${person.site}) as site, ${inside} as inside
    from ${person} left join ${personUnit} on ${personUnit.personId} = ${person.id}
    where ${person.kind} = 'human' and ${person.createdAt} <= ${moment}
      and coalesce(${personUnit.department}, ${person.department}) || coalesce(${personUnit.site}, ${person.site}) <> ''`);
}

/** What was suggested here. What was imported was suggested, and perhaps answered, to somebody else. */
function suggestionsAt(moment: SQL): SQL {
  // An idea that was joined with another one has been dealt with, as long as it stays so.
  const answers = sql`select coalesce(jsonb_agg(jsonb_build_object('at', ${epoch(sql`answer.at`)}, 'by', answer.by_id,
      'shipped', answer.shipped, 'reasoned', answer.note <> '') order by answer.at, answer.id), '[]')
    from (select ${ideaMove.id} as id, ${ideaMove.movedAt} as at, ${ideaMove.movedBy} as by_id,
        ${ideaMove.toStatus} = 'shipped' as shipped, ${ideaMove.note} as note
      from ${ideaMove} where ${ideaMove.ideaId} = ${idea.id} and ${ideaMove.movedAt} < ${moment}
      union all select ${ideaMerge.id}, ${ideaMerge.mergedAt}, ${ideaMerge.mergedBy}, false, ${ideaMerge.note}
      from ${ideaMerge} where ${ideaMerge.ideaId} = ${idea.id} and ${ideaMerge.mergedAt} < ${moment}
        and (${ideaMerge.undoneAt} is null or ${ideaMerge.undoneAt} >= ${moment})) answer`;
  const meant = sql`select coalesce(jsonb_agg(jsonb_build_object('at', ${epoch(sql`${ideaMeant.at}`)}, 'yes', ${ideaMeant.meant})
      order by ${ideaMeant.at}, ${ideaMeant.id}), '[]')
    from ${ideaMeant} where ${ideaMeant.ideaId} = ${idea.id} and ${ideaMeant.at} < ${moment}
      and ${ideaMeant.personId} = ${conversation.authorId}`;
  return list(sql`select ${conversation.authorId} as author, ${epoch(sql`${conversation.createdAt}`)} as at,
      ${epoch(sql`least(${conversation.removedAt}, ${idea.removedAt})`)} as "removedAt",
      ${idea.recordedBy} as "recordedBy", (${answers}) as answers, (${meant}) as meant
    from ${idea} join ${conversation} on ${conversation.id} = ${idea.id}
    where ${conversation.createdAt} < ${moment} and ${conversation.via} <> 'import' order by ${conversation.createdAt}`);
}

/** Offers of help stand in a later room; what reaches this one are the events. */
function offersAt(moment: SQL): SQL {
  return list(sql`select ${event.actorId} as person, ${epoch(sql`${event.at}`)} as at from ${event}
    where ${event.name} = 'offer.made' and ${event.actorId} is not null
      and ${event.at} < ${moment} and ${event.at} >= ${moment} - interval '200 days'`);
}

/** The first moment alone is asked for: a second thought about the same preview is no second act. */
function reportsAt(moment: SQL): SQL {
  return list(sql`select ${previewAnswer.personId} as person, ${epoch(sql`${previewAnswer.reportedAt}`)} as at
    from ${previewAnswer} where ${previewAnswer.reportedAt} < ${moment}`);
}

function roundsAt(moment: SQL): SQL {
  const answers = sql`select coalesce(jsonb_agg(jsonb_build_object('day', ${epoch(sql`${missedAnswer.day}::timestamp`)},
      'very', ${missedAnswer.answer} = 'very')), '[]')
    from ${missedAnswer}, generate_series(1, ${missedAnswer.count}) where ${missedAnswer.roundId} = ${missedRound.id}`;
  return list(sql`select ${epoch(sql`${missedRound.openedAt}`)} as at, ${epoch(sql`${missedRound.closesAt}`)} as until,
      ${missedRound.asked} as asked, (${answers}) as answers
    from ${missedRound} where ${missedRound.openedAt} < ${moment} order by ${missedRound.openedAt}`);
}
