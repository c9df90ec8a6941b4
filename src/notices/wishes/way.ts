import { type SQL, sql } from "drizzle-orm";
import { REASONS } from "../shape";
import { noticeRule, noticeWish } from "./schema";
import { DEFAULT_WISH } from "./shape";

/** What a wish is asked about; each part a column or a value. */
type Asked = { person: SQL; kind: SQL; space: SQL; thread: SQL };

/** The narrowest wish that a person has for such a thing, or null: its thread before its space before its kind. */
function ruleFor({ person, kind, space, thread }: Asked): SQL {
  return sql`(select r.way from ${noticeRule} r where r.person_id = ${person}
    and ((r.scope = 'thread' and r.key = ${thread}::text) or (r.scope = 'space' and r.key = ${space}::text)
      or (r.scope = 'kind' and r.key = ${kind}))
    order by array_position(array['thread', 'space', 'kind'], r.scope) limit 1)`;
}

const MINE = sql.join(
  REASONS.filter((reason) => "mine" in reason).map(({ why }) => sql`${why}`),
  sql`, `,
);

/** By which way something reaches a person. Reactions never leave the bell. */
export function wayTo(asked: Asked & { why: SQL }): SQL<string> {
  const position = sql`coalesce((select w.position from ${noticeWish} w where w.person_id = ${asked.person}),
    ${DEFAULT_WISH.position})`;
  return sql`case when ${asked.kind} = 'reaction' then coalesce(nullif(${ruleFor(asked)}, 'mail'), 'bell')
    else coalesce(${ruleFor(asked)}, case ${position} when 'nothing' then 'bell' when 'digest' then 'digest'
      when 'all' then 'mail' else case when ${asked.why} in (${MINE}) then 'mail' else 'digest' end end) end`;
}

/** Whether a person does not want to hear of such a thing at all. */
export function unwanted(asked: Asked): SQL {
  return sql`coalesce(${ruleFor(asked)} = 'nothing', false)`;
}
