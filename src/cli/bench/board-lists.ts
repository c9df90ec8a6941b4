import { writeBoard } from "@/assembly/world/ideas";
import { writeWorld } from "@/assembly/world/world";
import { compared, type Scaled, signedIn } from "@/cli/bench/scale";
import { aside, Failure } from "@/cli/output";
import { boardBySlug } from "@/feedback/boards";
import { ideasOn } from "@/feedback/list";
import { IDEA_ORDERS, SHOWN_NAMES } from "@/feedback/shape";
import { connect, databaseOn, type Sql } from "@/platform/database/client";
import { migrate } from "@/platform/database/migrate";

/** The lists of a large board beside those of a small one. */
export type BoardLists = {
  readonly small: { ideas: number; votes: number };
  readonly large: { ideas: number; votes: number };
  readonly scaled: Scaled[];
};

/** The small board: enough ideas for a few pages of each list, and as many votes on each as the large one has. */
const SMALL_IDEAS = 500;
const AIM = 1.3;
const TAKE = 20;
/** A page takes a few milliseconds: its fastest quarter is told, because what else the machine does only adds to it. */
const QUARTER = 0.25;
/** How far a list is followed before it is asked for the page after that. */
const PAGES_ON = 3;
const MEMBERS = 20_000;
const SLUG = "synthetic";

type Ask = { readonly what: string; readonly aim: number; readonly run: () => Promise<unknown> };

/**
 * Writes a board of so many ideas and votes and a small one, each into a database of its own on one server,
 * and asks both in turn for the same pages, in every order.
 * @param url a server on which databases can be made
 */
export async function boardListsOf(
  url: string,
  size: { ideas: number; votes: number },
  rounds: number,
  signal: AbortSignal,
): Promise<BoardLists> {
  const admin = connect(url, 1);
  const clients: Sql[] = [];
  const world = async (name: string, { ideas, votes }: typeof size) => {
    await admin.unsafe(`create database ${name}`);
    const at = new URL(url);
    at.pathname = `/${name}`;
    await migrate(at.toString());
    aside(`Writing a board of ${ideas} ideas and ${votes} votes …`);
    await writeWorld(at.toString(), { members: MEMBERS, posts: 1000, spaces: 5, years: 1, seed: 1 });
    const client = connect(at.toString(), 1);
    clients.push(client);
    const held = await writeBoard(client, SLUG, { ideas, votes });
    return { held, asks: await asksOf(client) };
  };
  try {
    const small = await world("boards_small", {
      ideas: SMALL_IDEAS,
      votes: Math.round((size.votes * SMALL_IDEAS) / size.ideas),
    });
    signal.throwIfAborted();
    const large = await world("boards_large", size);
    const scaled: Scaled[] = [];
    for (const [n, ask] of small.asks.entries()) {
      signal.throwIfAborted();
      const other = large.asks[n];
      if (other !== undefined) scaled.push(await compared(ask, other, rounds, QUARTER));
    }
    return { small: small.held, large: large.held, scaled };
  } finally {
    for (const client of [...clients, admin]) await client.end({ timeout: 5 });
  }
}

/** Every order as a board shows it, its fourth page, and every other view in the order that it begins with. */
async function asksOf(client: Sql): Promise<Ask[]> {
  const { reader: db } = databaseOn(client);
  const [somebody] = await client<
    { id: string }[]
  >`select person_id as id from idea_vote group by 1 order by count(*) desc, 1 limit 1`;
  const viewer = await signedIn(client, somebody?.id ?? "");
  const on = await boardBySlug(db, viewer, SLUG);
  if (on === null) throw new Failure("The bench cannot read its own board.");
  const asks: Ask[] = [];
  for (const order of IDEA_ORDERS) {
    const list = { show: "current", order } as const;
    asks.push({ what: `board by ${order}`, aim: AIM, run: () => ideasOn(db, viewer, on, list, { take: TAKE }) });
    let after: string | undefined;
    for (let page = 0; page < PAGES_ON; page += 1)
      after = (await ideasOn(db, viewer, on, list, { take: TAKE, after })).next ?? after;
    const from = { take: TAKE, after };
    asks.push({ what: `board by ${order}, page 4`, aim: AIM, run: () => ideasOn(db, viewer, on, list, from) });
  }
  for (const show of SHOWN_NAMES.filter((name) => name !== "current")) {
    const list = { show, order: "need" } as const;
    asks.push({ what: `board, ${show}`, aim: AIM, run: () => ideasOn(db, viewer, on, list, { take: TAKE }) });
  }
  return asks;
}
