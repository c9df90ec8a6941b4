import { type BoardId, phaseOf } from "@/feedback/shape";
import { trendOf, trendWith } from "@/feedback/trend";
import { shortHash } from "@/mail/reading/identity";
import type { PersonId } from "@/members/shape";
import { at, now } from "@/platform/clock";
import type { Sql } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { RENDER_VERSION, render } from "@/posts/render";
import type { ConversationId } from "@/posts/shape";
import type { ImportRunId } from "../shape";
import type { IdeaLine } from "./line";
import { type Cast, castOf, knownVoters, seed } from "./people";

/** Where ideas go, and who speaks for those who are named nowhere. */
export type Place = { readonly board: BoardId; readonly run: ImportRunId | null; readonly fallback: PersonId | null };

export type Counted = { imported: number; duplicates: number; people: number; votes: number; importedVotes: number };

/** Remembers what this run has met, on its own connection: a file may name the same idea twice. */
export async function prepareSeen(db: Sql): Promise<void> {
  await db`create temporary table import_seen (hash text primary key)`;
  await db`create temporary table import_met (key text primary key)`;
}

/** Which of these a run before this one, or this one, has not met; they are met now. */
async function unmet(db: Sql, board: BoardId, hashes: readonly string[]): Promise<Set<string>> {
  const all = [...new Set(hashes)];
  const fresh = await db<{ hash: string }[]>`
    insert into import_seen select h from unnest(${all}::text[]) h
    where not exists (select from import_idea i where i.board_id = ${board} and i.source_hash = h)
    on conflict do nothing returning hash`;
  return new Set(fresh.map(({ hash }) => hash));
}

/** Counts people whom a rehearsal would make known, each once. */
async function countMet(db: Sql, { seeded }: Cast): Promise<number> {
  const keys = seeded.map(({ who }) => who.address ?? `name:${who.name}`);
  const rows = await db`
    insert into import_met select k from unnest(${keys}::text[]) k on conflict do nothing returning key`;
  return rows.length;
}

type Placed = {
  readonly id: ConversationId;
  readonly hash: string;
  readonly line: IdeaLine;
  readonly voters: readonly PersonId[];
};

/** Writes some hundred ideas in one transaction, or only counts them; those that are there already are left out. */
export async function writeIdeas(db: Sql, place: Place, lines: readonly IdeaLine[]): Promise<Counted> {
  const hashed = lines.map((line) => ({ line, hash: shortHash(line.source) }));
  const fresh = await unmet(
    db,
    place.board,
    hashed.map(({ hash }) => hash),
  );
  const first = hashed.filter(({ hash }) => fresh.delete(hash));
  const named = first.flatMap(({ line }) => [line.author, line.answer?.by ?? null].filter((who) => who !== null));
  const cast = await castOf(db, named);
  const voters = await knownVoters(
    db,
    first.flatMap(({ line }) => [...line.voters]),
  );
  const placed = first.map(({ line, hash }): Placed => {
    const ids = line.voters.flatMap((address) => voters.get(address) ?? []);
    const id = at(line.createdAt, () => newId<"conversation">());
    return { id, hash, line, voters: [...new Set(ids)] };
  });
  const votes = placed.reduce((sum, one) => sum + one.voters.length, 0);
  const importedVotes = placed.reduce((sum, one) => sum + elsewhere(one), 0);
  const counted = { imported: placed.length, duplicates: lines.length - placed.length, votes, importedVotes };
  if (place.run === null) return { ...counted, people: await countMet(db, cast) };
  await db.begin((tx) => writeBatch(tx as unknown as Sql, { ...place, run: place.run as ImportRunId }, cast, placed));
  return { ...counted, people: cast.seeded.length };
}

/** The votes of people who are not known here. */
function elsewhere({ line, voters }: Placed): number {
  return Math.max(0, Math.max(line.votes, line.voters.length) - voters.length);
}

type Into = Place & { readonly run: ImportRunId };

async function writeBatch(tx: Sql, into: Into, cast: Cast, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return;
  const { board, run } = into;
  const moment = now().toISOString();
  await seed(tx, run, cast.seeded);
  await tx`insert into conversation ${tx(placed.map((one) => conversationRow(one, authorOf(into, cast, one))))}`;
  await tx`insert into idea ${tx(
    placed.map((one) => ({
      id: one.id,
      board_id: board,
      status: one.line.status,
      vote_count: one.voters.length,
      need_count: one.voters.length,
      trend: one.voters.reduce((trend) => trendWith(trend, one.line.createdAt), trendOf(one.line.createdAt)),
      // Nobody here was asked before today: what was promised begins now.
      waiting_since: phaseOf(one.line.status) === "waiting" ? moment : null,
      answered_at: one.line.answer?.at.toISOString() ?? null,
      imported_votes: elsewhere(one),
      created_at: one.line.createdAt.toISOString(),
    })),
  )}`;
  const votes = placed.flatMap(({ id, voters, line }) =>
    voters.map((person) => ({ idea_id: id, person_id: person, need: "need", voted_at: line.createdAt.toISOString() })),
  );
  if (votes.length > 0) {
    await tx`insert into idea_vote ${tx(votes)}`;
    const ids = placed.map(({ id }) => id);
    await tx`update idea_vote v set department = p.department from person p
      where p.id = v.person_id and v.idea_id in ${tx(ids)}`;
    await tx`update idea set department_count = (select count(distinct v.department)::int from idea_vote v
      where v.idea_id = idea.id and v.department <> '') where id in ${tx(ids)}`;
  }
  const moves = placed.flatMap((one) => moveRows(into, cast, one));
  if (moves.length > 0) await tx`insert into idea_move ${tx(moves)}`;
  const answered = new Set(moves.map((move) => move.idea_id));
  await tx`insert into import_idea ${tx(
    placed.map(({ id, hash, voters }) => ({
      board_id: board,
      source_hash: hash,
      run_id: run,
      idea_id: id,
      votes: voters.length,
      moves: answered.has(id) ? 1 : 0,
    })),
  )}`;
  await tx`update board set idea_count = idea_count + ${placed.length} where id = ${board}`;
}

function authorOf({ fallback }: Into, cast: Cast, { line }: Placed): PersonId {
  const author = line.author === null ? fallback : cast.of(line.author);
  if (author === null) throw new Error("a line without an author was let through");
  return author;
}

function conversationRow({ id, line }: Placed, author: PersonId) {
  const { bodyHtml, excerpt } = render(line.body);
  const moment = line.createdAt.toISOString();
  return {
    id,
    kind: "idea",
    author_id: author,
    title: line.title,
    body: line.body,
    body_html: bodyHtml,
    render_version: RENDER_VERSION,
    excerpt,
    created_at: moment,
    last_activity_at: moment,
    via: "import",
  };
}

/** The answer that it had there, in the name of whoever gave it. */
function moveRows({ fallback }: Into, cast: Cast, { id, line }: Placed) {
  const { answer } = line;
  if (answer === null) return [];
  const by = answer.by === null ? fallback : cast.of(answer.by);
  if (by === null) return [];
  return [
    {
      id: newId<"idea-move">(),
      idea_id: id,
      from_status: "open",
      to_status: line.status,
      note: answer.note.slice(0, 4000),
      note_html: render(answer.note.slice(0, 4000)).bodyHtml,
      moved_by: by,
      moved_at: answer.at.toISOString(),
    },
  ];
}
