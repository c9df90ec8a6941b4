import { test as journeys, type Levain } from "@tests/support/levain";
import { paths } from "@/paths";

/** Whoever may stand before a page. */
export type Kind = "nobody" | "waiting" | "member" | "host" | "admin";

/** What a page is to somebody: itself, the same with a no and its reason, or what takes its place. */
export type Seen = "page" | "refused" | "missing" | "sign-in" | "waiting" | "home";

const mail = (name: string) => `${name}@demo.levain.example`;

/** Who of the demo stands for each kind; nobody has no address. */
export const PEOPLE: Readonly<Record<Exclude<Kind, "nobody">, string>> = {
  waiting: mail("oliver.bennett"),
  member: mail("tom.ashworth"),
  host: mail("hannah.whitfield"),
  admin: mail("claire.fontaine"),
};

/** What the addresses of the pages name. */
export type Named = {
  space: string;
  post: string;
  ownPost: string;
  /** An announcement of the host's that asks to be read. */
  news: string;
  idea: string;
  ownIdea: string;
  person: string;
  letter: string;
  /** A letter that stands at the door. */
  doorLetter: string;
  webhook: string;
  /** A draft of the changelog. */
  entry: string;
  /** An idea that is a preview. */
  tried: string;
};

type Worker = { named: Named };

/** Journeys at the founding stage, on a Levain that no other file shares, with something to see on every page. */
export const test = journeys.extend<object, Worker>({
  named: [async ({ levain }, use) => use(await prepared(levain)), { scope: "worker", timeout: 60_000 }],
});

async function prepared({ sql, command }: Levain): Promise<Named> {
  await command("stage", "flip", "founding", "--override", "The circle is small and has met.");
  const [owner] = await sql`select person_id as id from person_address where address = ${PEOPLE.member}`;
  // Tom's idea, so that one member has everything that an author has.
  await sql`update conversation set author_id = ${owner?.id} where id = (
    select i.id from idea i where i.status = 'open' order by i.vote_count, i.id limit 1)`;
  await sql`insert into join_request (id, person_id, needs, brings, asked_at)
    select gen_random_uuid(), person_id, 'Quality talks to everybody, one by one.', 'Photographs of defects.', now()
    from person_address where address = ${mail("adam.kowalski")}`;
  await sql`insert into webhook (id, name, url, events, secret, secret_at, created_at)
    values (gen_random_uuid(), 'Chat', 'https://chat.example/hook', '{idea.shipped}', 'none', now(), now())`;
  const [row] = await sql<Named[]>`
    select 'shop-floor' as space,
      (select c.id from conversation c join post p using (id) join space s on s.id = p.space_id
        where s.slug = 'oven-care' order by c.comment_count desc, c.id limit 1) as post,
      (select c.id from conversation c join post p using (id) where c.author_id = ${owner?.id} limit 1) as "ownPost",
      (select i.id from idea i join idea_move m on m.idea_id = i.id where i.status <> 'shipped'
        and not exists (select 1 from idea_vote v where v.idea_id = i.id and v.person_id = ${owner?.id})
        order by i.vote_count desc, i.id limit 1) as idea,
      (select p.id from post p join conversation c using (id)
        where p.asks_seen and c.author_id = (select person_id from person_address where address = ${PEOPLE.host})
        limit 1) as news,
      (select c.id from conversation c join idea i using (id)
        where c.author_id = ${owner?.id} and i.status = 'open' limit 1) as "ownIdea",
      (select person_id from person_address where address = ${PEOPLE.host}) as person,
      (select id from letter order by created_at, id limit 1) as letter,
      (select id from door_letter order by written_at, id limit 1) as "doorLetter",
      (select id from webhook limit 1) as webhook,
      (select id from changelog_entry where published_at is null order by created_at, id limit 1) as entry,
      (select idea_id from preview order by tied_at, idea_id limit 1) as tried`;
  if (row === undefined || Object.values(row).some((id) => id === null)) throw new Error("the demo lacks something");
  return row;
}

export type PageUnderTest = {
  /** Where it is made, below src/app. */
  readonly file: string;
  readonly address: (named: Named) => string;
  /** The message that stands in the browser's tab; null for a page that is called like what it shows. */
  readonly title: string | null;
  readonly seen: Readonly<Record<Kind, Seen>>;
};

const INSIDE = { nobody: "sign-in", waiting: "waiting", member: "page", host: "page", admin: "page" } as const;
const TEAM = { ...INSIDE, member: "refused" } as const;
const ADMINS = { ...TEAM, host: "refused" } as const;
/** A letter that one may not read is not there. */
const LETTER = { ...INSIDE, member: "missing", host: "missing" } as const;
/** What hosts look at is nothing to others. */
const DESK = { ...INSIDE, member: "missing" } as const;
/** Whoever waits sees their own profile and nobody else's. */
const PROFILE = { ...INSIDE, waiting: "missing" } as const;
const OWN = { ...INSIDE, waiting: "page" } as const;
/** A feature that opens with a later stage: the team prepares it. */
const NOT_YET = { ...INSIDE, member: "refused" } as const;
/** The author, the owners of the space and the team move a post. */
const MOVER = INSIDE;
/** The tried announcement is the host's own. */
const HOSTS_NEWS = { ...INSIDE, member: "refused", admin: "refused" } as const;
const AUTHOR = { ...INSIDE, host: "refused", admin: "refused" } as const;

function inside(
  file: string,
  title: string | null,
  address: string | ((named: Named) => string),
  seen: Readonly<Record<Kind, Seen>> = INSIDE,
): PageUnderTest {
  const of = typeof address === "string" ? () => address : address;
  return { file: `(inside)/${file}`, address: of, title, seen };
}

/** Every page of Levain, with what it is to each kind of person at the founding stage. */
export const PAGES: readonly PageUnderTest[] = [
  inside("page.tsx", "reading.home.title", paths.home()),
  inside("latest/page.tsx", "reading.latest.title", paths.latest()),
  inside("spaces/page.tsx", "spaces.list.title", paths.spaces()),
  inside("spaces/new/page.tsx", "spaces.form.newTitle", paths.newSpace(), TEAM),
  inside("spaces/[slug]/page.tsx", null, ({ space }) => paths.space(space)),
  inside("spaces/[slug]/members/page.tsx", "spaces.people.title", ({ space }) => paths.spaceMembers(space)),
  inside("spaces/[slug]/about/page.tsx", "spaces.about.title", ({ space }) => paths.aboutSpace(space)),
  inside("spaces/[slug]/requests/page.tsx", "spaces.requests.title", ({ space }) => paths.spaceRequests(space), TEAM),
  inside("spaces/[slug]/edit/page.tsx", "spaces.form.editTitle", ({ space }) => paths.editSpace(space), TEAM),
  inside("spaces/[slug]/compose/page.tsx", "posts.compose.tab", ({ space }) => paths.compose(space)),
  inside("posts/[id]/page.tsx", null, ({ post }) => paths.post(post)),
  inside("drafts/page.tsx", "editor.drafts.title", paths.drafts(), OWN),
  inside("posts/[id]/history/page.tsx", "posts.history.title", ({ post }) => paths.postHistory(post)),
  inside("posts/[id]/reactions/page.tsx", "posts.reactions.all", ({ post }) => paths.reactions(post)),
  inside("posts/[id]/move/page.tsx", "posts.move.title", ({ ownPost }) => paths.movePost(ownPost), MOVER),
  inside("posts/[id]/unread/page.tsx", "posts.seen.title", ({ news }) => paths.unreadBy(news), HOSTS_NEWS),
  inside("saved/page.tsx", "posts.saved.title", paths.saved()),
  inside("posts/[id]/edit/page.tsx", "posts.edit.title", ({ ownPost }) => paths.editPost(ownPost), AUTHOR),
  inside("posts/[id]/ask/page.tsx", "launch.advice.title", ({ post }) => paths.askAdvice(post)),
  inside("search/page.tsx", "search.title", paths.search()),
  inside("people/page.tsx", "members.list.title", paths.people()),
  inside("people/[id]/page.tsx", null, ({ person }) => paths.person(person), PROFILE),
  inside("boards/page.tsx", "feedback.boards.title", paths.boards()),
  inside("roadmap/page.tsx", "feedback.roadmap.title", paths.roadmap(), NOT_YET),
  inside("promises/page.tsx", "feedback.promises.title", paths.promises()),
  inside("workbench/page.tsx", "previews.bench.title", paths.workbench()),
  inside("founders/page.tsx", "credits.founders.title", paths.founders(), NOT_YET),
  inside("changelog/new/page.tsx", "changelog.form.newTitle", paths.newEntry(), TEAM),
  inside("changelog/[id]/edit/page.tsx", "changelog.form.editTitle", ({ entry }) => paths.editEntry(entry), DESK),
  inside("changelog/page.tsx", "feedback.news.title", paths.changelog()),
  inside("boards/new/page.tsx", "feedback.form.newTitle", paths.newBoard(), TEAM),
  inside("boards/desk/page.tsx", "ideas.desk.title", paths.boardsDesk(), TEAM),
  inside("boards/desk/notes/page.tsx", "tellUs.desk.title", paths.boardsNotes(), TEAM),
  inside("tell-us/page.tsx", "tellUs.title", paths.tellUs()),
  inside("boards/desk/doubles/page.tsx", "ideas.doubles.title", paths.boardsDoubles(), TEAM),
  inside("boards/[slug]/page.tsx", null, paths.board("this-place")),
  inside("boards/[slug]/edit/page.tsx", "feedback.form.editTitle", paths.editBoard("this-place"), TEAM),
  inside("boards/[slug]/import/page.tsx", "imports.ideas.title", paths.boardImport("this-place"), TEAM),
  inside("boards/[slug]/suggest/page.tsx", "feedback.suggest.tab", paths.suggest("this-place")),
  inside("ideas/[id]/page.tsx", null, ({ idea }) => paths.idea(idea)),
  inside("ideas/[id]/votes/page.tsx", "feedback.segments.title", ({ idea }) => paths.ideaVotes(idea)),
  inside("ideas/[id]/history/page.tsx", "posts.history.title", ({ idea }) => paths.ideaHistory(idea)),
  inside("ideas/[id]/reactions/page.tsx", "posts.reactions.all", ({ idea }) => paths.ideaReactions(idea)),
  inside("ideas/[id]/merge/page.tsx", "ideas.merge.tab", ({ idea }) => paths.mergeIdea(idea), TEAM),
  inside("ideas/[id]/board/page.tsx", "ideas.board.title", ({ idea }) => paths.transferIdea(idea), TEAM),
  inside("ideas/[id]/credits/page.tsx", "credits.desk.open", ({ tried }) => paths.ideaCredits(tried), TEAM),
  inside("ideas/[id]/edit/page.tsx", "feedback.edit.title", ({ ownIdea }) => paths.editIdea(ownIdea), AUTHOR),
  inside("notices/page.tsx", "notices.list.title", paths.notices()),
  inside("report/[thing]/page.tsx", "moderation.report.title", ({ post }) => paths.report(post)),
  inside("moderation/page.tsx", "moderation.queue.title", paths.moderation(), TEAM),
  inside("moderation/[thing]/page.tsx", null, ({ post }) => paths.moderated(post), DESK),
  inside("launch/page.tsx", "launch.room.title", paths.launch(), TEAM),
  inside("launch/invitations/page.tsx", "launch.invitations.title", paths.launchInvitations(), TEAM),
  inside("launch/announcements/page.tsx", "launch.announcements.title", paths.launchAnnouncements(), TEAM),
  inside("journal/page.tsx", "journal.title", paths.journal(), TEAM),
  inside("launch/door/page.tsx", "door.desk.title", paths.launchDoor(), TEAM),
  inside("launch/door/[id]/page.tsx", "door.desk.change", ({ doorLetter }) => paths.launchDoorLetter(doorLetter), DESK),
  inside("launch/waves/page.tsx", "waves.title", paths.launchWaves(), TEAM),
  inside("launch/entry/page.tsx", "entry.title", paths.launchEntry(), TEAM),
  inside("launch/advice/page.tsx", "launch.advice.requests", paths.launchAdvice(), TEAM),
  inside("launch/history/page.tsx", "launch.history.title", paths.launchHistory(), TEAM),
  inside("launch/curves/page.tsx", "readiness.curves.title", paths.launchCurves(), TEAM),
  inside("launch/calendar/page.tsx", "launch.calendar.title", paths.launchCalendar(), TEAM),
  inside("question/page.tsx", "launch.question.title", paths.missed()),
  inside("launch/graph/page.tsx", "readiness.graph.title", paths.launchGraph(), TEAM),
  inside("launch/rehearsal/[stage]/page.tsx", "launch.rehearsal.title", paths.launchRehearsal("early"), TEAM),
  inside(
    "launch/rehearsal/[stage]/rooms/[slug]/page.tsx",
    "rooms.title",
    ({ space }) => paths.launchRoom("early", space),
    TEAM,
  ),
  inside("admin/people/page.tsx", "admin.people.title", paths.adminPeople(), ADMINS),
  inside("admin/features/page.tsx", "features.admin.title", paths.adminFeatures(), ADMINS),
  inside("admin/mail/page.tsx", "mail.admin.title", paths.adminMail(), ADMINS),
  inside("admin/mail/[id]/page.tsx", null, ({ letter }) => paths.adminLetter(letter), LETTER),
  inside("admin/webhooks/page.tsx", "webhooks.title", paths.adminWebhooks(), ADMINS),
  inside("admin/webhooks/[id]/page.tsx", null, ({ webhook }) => paths.adminWebhook(webhook), LETTER),
  inside("admin/audit/page.tsx", "admin.audit.title", paths.adminAudit(), ADMINS),
  inside("settings/page.tsx", "members.settings.title", paths.settings(), OWN),
  inside("settings/profile/page.tsx", "members.edit.title", paths.settingsProfile(), OWN),
  inside("settings/activity/page.tsx", "care.mine.title", paths.settingsActivity()),
  inside("settings/invitations/page.tsx", "vouching.title", paths.settingsInvitations()),
  inside("settings/previews/page.tsx", "features.mine.title", paths.settingsPreviews()),
  inside("settings/credits/page.tsx", "credits.mine.title", paths.settingsCredits()),
  inside("settings/spaces/page.tsx", "spaces.mySpaces.title", paths.settingsSpaces(), OWN),
  inside("settings/notices/page.tsx", "notices.wishes.title", paths.settingsNotices()),
  inside("settings/mail/page.tsx", "notices.decisions.title", paths.settingsMail()),
  inside("settings/devices/page.tsx", "members.devices.title", paths.settingsDevices(), OWN),
  inside("settings/keys/page.tsx", "keys.title", paths.settingsKeys(), OWN),
  inside("settings/words/page.tsx", "moderation.own.title", paths.wordsOfHosts()),
  inside("settings/comfort/page.tsx", "members.settings.tabs.comfort", paths.settingsComfort(), OWN),
  inside("settings/language/page.tsx", "members.settings.tabs.language", paths.settingsLanguage(), OWN),
  {
    file: "waiting/page.tsx",
    address: paths.waiting,
    title: "launch.waiting.title",
    seen: { nobody: "sign-in", waiting: "page", member: "home", host: "home", admin: "home" },
  },
  {
    file: "waiting/letters/page.tsx",
    address: paths.doorLetters,
    title: "door.letters.title",
    seen: { nobody: "sign-in", waiting: "page", member: "page", host: "page", admin: "page" },
  },
  {
    file: "sign-in/page.tsx",
    address: paths.signIn,
    title: "signIn.title",
    seen: { nobody: "page", waiting: "waiting", member: "home", host: "home", admin: "home" },
  },
  {
    file: "unsubscribe/[token]/page.tsx",
    address: () => paths.unsubscribe("made-up"),
    title: "notices.unsubscribe.unknown",
    seen: { nobody: "page", waiting: "page", member: "page", host: "page", admin: "page" },
  },
  {
    file: "signed-out/page.tsx",
    address: paths.signedOut,
    title: "signIn.signedOut.title",
    seen: { nobody: "page", waiting: "page", member: "page", host: "page", admin: "page" },
  },
  {
    file: "offline/page.tsx",
    address: paths.offline,
    title: "shell.offline.title",
    seen: { nobody: "page", waiting: "page", member: "page", host: "page", admin: "page" },
  },
  {
    file: "not-found.tsx",
    address: () => "/nothing/is/here",
    title: "shell.missing.title",
    seen: { nobody: "missing", waiting: "missing", member: "missing", host: "missing", admin: "missing" },
  },
];
