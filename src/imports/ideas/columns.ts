import { IDEA_STATUSES, type IdeaStatus } from "@/feedback/shape";

/** What a line can tell of an idea. */
export const IDEA_FIELDS = [
  "source",
  "title",
  "body",
  "createdAt",
  "authorName",
  "authorEmail",
  "status",
  "votes",
  "voters",
  "answer",
  "answeredBy",
  "answeredAt",
] as const;
export type IdeaField = (typeof IDEA_FIELDS)[number];

/** The tools whose tables are known by their columns. */
export const IDEA_TOOLS = ["levain", "fider", "canny", "other"] as const;
export type IdeaTool = (typeof IDEA_TOOLS)[number];

/**
 * What each field is called by the tools that people come from, without case and signs: Fider's `posts.csv` (its newer
 * and its older names), Canny's posts, our own table, and what people write by hand. The first that is there counts.
 */
const NAMES: Readonly<Record<IdeaField, readonly string[]>> = {
  source: ["levainid", "postid", "number", "id", "url"],
  title: ["title", "name", "idea"],
  body: ["description", "details", "body", "text"],
  createdAt: ["createdat", "created", "createddate", "datecreated", "date"],
  authorName: ["createdby", "authorname", "author", "username"],
  authorEmail: ["authoremail", "createdbyemail", "useremail", "email"],
  status: ["status", "state"],
  votes: ["votescount", "totalvotes", "votecount", "votes", "upvotes", "score"],
  voters: ["voteremails", "voters"],
  answer: ["response", "answer", "officialresponse"],
  answeredBy: ["respondedby", "answeredby"],
  answeredAt: ["respondedat", "answeredat"],
};

/** Where each field stands in a line. */
export type Columns = {
  readonly tool: IdeaTool;
  readonly at: Readonly<Partial<Record<IdeaField, number>>>;
  /** The header as it is, for whoever is told of a bad line. */
  readonly header: readonly string[];
  /** Columns that nobody reads. */
  readonly ignored: readonly string[];
};

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Finds out which column tells what; null when there is none for the title, without which nothing is an idea. */
export function columnsOf(header: readonly string[]): Columns | null {
  const names = header.map(plain);
  const at: Partial<Record<IdeaField, number>> = {};
  for (const field of IDEA_FIELDS) {
    const found = NAMES[field].map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (found !== undefined) at[field] = found;
  }
  if (at.title === undefined) return null;
  const read = new Set(Object.values(at));
  return { tool: toolOf(names), at, header, ignored: header.filter((name, index) => name !== "" && !read.has(index)) };
}

function toolOf(names: readonly string[]): IdeaTool {
  const has = (...all: string[]) => all.every((name) => names.includes(name));
  if (has("levainid", "title")) return "levain";
  if (has("number", "title", "description", "createdby")) return "fider";
  if (has("title", "details") && names.some((name) => name.startsWith("author"))) return "canny";
  return "other";
}

/** What the tools call their statuses, without case and signs. */
const STATUSES: ReadonlyMap<string, IdeaStatus> = new Map([
  ...IDEA_STATUSES.map((status) => [plain(status), status] as const),
  ["", "open"],
  ["started", "in-progress"],
  ["inpreview", "in-preview"],
  ["beta", "in-preview"],
  ["completed", "shipped"],
  ["complete", "shipped"],
  ["done", "shipped"],
  ["declined", "not-now"],
  ["closed", "not-now"],
  ["duplicate", "not-now"],
] as const);

/** Our status for one of theirs; null for one that nobody knows, which is taken in as open. */
export function statusOf(theirs: string): IdeaStatus | null {
  return STATUSES.get(plain(theirs)) ?? null;
}
