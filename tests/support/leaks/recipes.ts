import { randomUUID } from "node:crypto";
import { IDEA_ORDERS } from "@/feedback/shape";
import { STAGES } from "@/stages/shape";
import type { Garden, Thing, ThingKind } from "./garden";

/** One question: what is asked, and the thing that it names, if it names one that is not there for everybody. */
export type Question = { readonly input: unknown; readonly about: Thing | null };
/** Every question that a procedure is asked in a world. */
export type Recipe = (garden: Garden) => readonly Question[];

/** Questions about each thing of a kind, by its key. */
function of(kind: ThingKind, input: (key: string) => unknown): Recipe {
  return ({ things }) =>
    things.filter((thing) => thing.kind === kind).map((about) => ({ input: input(about.key), about }));
}

/** A question that names no thing: a list, and whatever is one's own. */
function plain(...inputs: readonly unknown[]): Recipe {
  return () => (inputs.length === 0 ? [undefined] : inputs).map((input) => ({ input, about: null }));
}

function all(...recipes: readonly Recipe[]): Recipe {
  return (garden) => recipes.flatMap((recipe) => recipe(garden));
}

/** Questions about the people whom things are told of. */
const aboutPeople =
  (more: object = {}): Recipe =>
  ({ cast }) =>
    (["member", "owner", "former", "former host"] as const).map((kind) => ({
      input: { person: cast.ids[kind], ...more },
      about: null,
    }));

const post = of("post", (key) => ({ post: key }));
const comment = of("comment", (key) => ({ comment: key }));
const idea = of("idea", (key) => ({ idea: key }));
const slug = of("slug", (key) => ({ slug: key }));
const page = plain({ take: 50 });

/** What to ask every procedure that tells something. The walk fails when the router has one that is not here. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  "members.profile": aboutPeople(),
  "members.directory": page,
  "members.forAdmins": page,
  "care.beside": aboutPeople(),
  "care.mine": plain({ deeds: "written" }, { deeds: "voted" }, { deeds: "following" }, { deeds: "helping" }),
  "features.list": plain({}),
  "features.mine": plain({}),
  "spaces.list": plain({ of: "live", take: 50 }, { of: "mine" }, { of: "all" }),
  "spaces.bySlug": slug,
  "spaces.about": slug,
  "spaces.members": slug,
  "spaces.requests": slug,
  "spaces.settings": slug,
  "posts.feed": page,
  "posts.inSpace": of("space", (space) => ({ space })),
  "posts.room": slug,
  "posts.byPerson": aboutPeople(),
  "posts.one": post,
  "posts.comments": post,
  "posts.comment": comment,
  "posts.draft": of("draft", (place) => ({ place })),
  "posts.drafts": page,
  "posts.names": of("space", (space) => ({ space, text: "o" })),
  "posts.spaceNames": all(
    plain({ text: "" }, { text: "z" }),
    of("space", (here) => ({ text: "z", here })),
  ),
  "posts.justRemoved": post,
  "posts.history": post,
  "posts.commentHistory": comment,
  "posts.saved": page,
  "posts.reactors": post,
  "posts.commentReactors": comment,
  "posts.unreadBy": post,
  "posts.emptyRoom": of("slug", (slug) => ({ slug })),
  "posts.moveTo": all(
    post,
    of("post", (key) => ({ post: key, to: randomUUID() })),
  ),
  "reading.home": page,
  "reading.thread": all(
    post,
    of("post", (key) => ({ post: key, edge: "start" })),
  ),
  "moderation.reportable": all(
    of("post", (thing) => ({ thing })),
    of("comment", (thing) => ({ thing })),
    of("idea", (thing) => ({ thing })),
    of("idea comment", (thing) => ({ thing })),
  ),
  "moderation.cases": plain({ show: "open" }, { show: "settled" }),
  "moderation.case": of("case", (thing) => ({ thing })),
  "moderation.ownWords": page,
  "advice.requests": page,
  "audit.list": page,
  "notices.bell": plain(),
  "notices.list": plain({ take: 50 }, { show: "unread" }),
  "notices.decisions": page,
  "notices.decided": plain(),
  "wishes.mine": plain(),
  "sessions.mine": plain(),
  "stages.standing": plain(),
  "readiness.current": plain(),
  "readiness.curves": plain(),
  "readiness.past": plain(),
  "readiness.calendar": plain(),
  "readiness.question": plain(),
  "files.one": of("file", (file) => ({ file })),
  "live.changes": all(
    of("space", (key) => ({ topics: [`space:${key}`] })),
    of("post", (key) => ({ topics: [`conversation:${key}`] })),
    of("idea", (key) => ({ topics: [`conversation:${key}`] })),
  ),
  "doors.refused": of("refused form", (id) => ({ id })),
  "keys.mine": plain(),
  "feeds.board": of("board slug", (key) => ({ slug: key })),
  "table.ideas": of("board slug", (key) => ({ slug: key })),
  "imports.runs": of("board slug", (key) => ({ slug: key })),
  "imports.problems": plain({ run: randomUUID() }),
  "webhooks.list": plain(),
  "webhooks.boards": plain({}),
  "webhooks.one": plain({ webhook: randomUUID() }),
  "webhooks.deliveries": plain({ webhook: randomUUID() }),
  "feedback.listBoards": page,
  "feedback.boardBySlug": of("board slug", (key) => ({ slug: key })),
  "feedback.ideas": all(
    of("board slug", (key) => ({ slug: key, show: "all" })),
    ...IDEA_ORDERS.map((order) => of("board slug", (key) => ({ slug: key, order }))),
  ),
  "feedback.mine": page,
  "feedback.roadmap": plain(),
  "feedback.promises": plain({ show: "coming" }, { show: "late" }, { show: "withdrawn" }),
  "feedback.news": page,
  "feedback.idea": idea,
  "feedback.ideaWithTalk": idea,
  "feedback.voters": idea,
  "feedback.segments": idea,
  "feedback.cohorts": plain(),
  "feedback.comments": idea,
  "feedback.similar": of("board", (board) => ({ board, text: "z" })),
  "feedback.names": of("board", (board) => ({ board, text: "o" })),
  "feedback.reactors": idea,
  "feedback.commentReactors": of("idea comment", (key) => ({ comment: key })),
  "feedback.history": idea,
  "feedback.course": idea,
  "feedback.notes": idea,
  "feedback.mergeTargets": all(
    idea,
    of("idea", (key) => ({ idea: key, search: "z" })),
  ),
  "feedback.transferTargets": idea,
  "desk.open": plain({}, { show: "all" }, { show: "all", order: "value" }, { show: "planned" }),
  "desk.table": plain({ show: "all" }),
  "desk.pairs": plain(),
  "telling.mine": page,
  "telling.desk": plain({}, { show: "answered" }, { show: "closed" }),
  "feedback.commentHistory": of("idea comment", (key) => ({ comment: key })),
  "previews.ofIdea": idea,
  "previews.workbench": plain(),
  "previews.visit": plain({ feature: "roadmap" }, { feature: "promises" }),
  "credits.ofIdea": idea,
  "credits.desk": idea,
  "credits.mine": page,
  "credits.onFeature": plain({ feature: "roadmap" }),
  "credits.founders": page,
  "changelog.entries": all(
    page,
    of("idea", (key) => ({ idea: key })),
  ),
  "changelog.drafts": page,
  "changelog.entry": of("entry", (entry) => ({ entry })),
  "changelog.linkable": plain(),
  "door.mine": plain(),
  "door.letters": page,
  "journal.mine": page,
  "door.desk": page,
  "door.letter": of("letter", (letter) => ({ letter })),
  "door.built": plain(),
  "entry.rules": plain(),
  "vouching.mine": plain(),
  "waves.desk": plain({}, { size: 50 }),
  "waves.list": page,
  "launch.room": plain(),
  "launch.rehearsal": plain(...STAGES.filter((to) => to !== "founding").map((to) => ({ to }))),
  "launch.rehearsalPeople": plain({ to: "general", change: "gained" }),
  "launch.announcements": plain(),
  "launch.history": plain({}),
  "launch.graph": plain(),
  "launch.invitations": page,
  "launch.requests": page,
  "launch.seededAuthors": page,
  "launch.waiting": plain(),
  "search.find": all(
    plain({ q: "" }, { q: "bread" }, { q: "from:mona" }, { q: "kind:comment" }),
    of("slug", (key) => ({ q: `in:${key}` })),
    of("board slug", (key) => ({ q: `in:${key}` })),
  ),
  "search.people": all(
    plain({}, { role: "host" }),
    of("slug", (space) => ({ space })),
  ),
  "mail.letters": page,
  "mail.letter": of("letter", (letter) => ({ letter })),
};

/** Searches, and whatever else takes a text: what each of them is asked with a word that somebody may not know. */
export const SEARCHES: Readonly<Record<string, (text: string, garden: Garden) => unknown>> = {
  "search.find": (q) => ({ q }),
  "search.people": (search) => ({ search }),
  "members.directory": (search) => ({ search }),
  "members.forAdmins": (search) => ({ search }),
  "posts.spaceNames": (text) => ({ text }),
  "posts.names": (text, { open }) => ({ space: open, text }),
};

/** The same question about a thing that nobody has ever made. */
export function aboutNothing({ input, about }: Question): unknown {
  if (about === null) throw new Error("the question names nothing");
  const made = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(about.key)?.[0];
  const text = JSON.stringify(input);
  const other = made === undefined ? text.replaceAll(about.key, "nowhere-at-all") : text.replaceAll(made, randomUUID());
  return JSON.parse(other);
}
