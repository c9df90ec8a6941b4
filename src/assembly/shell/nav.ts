import type { Words } from "@/i18n/words";
import type { BellView } from "@/notices/views";
import { paths, withQuery } from "@/paths";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { NavGroup, NavItem } from "@/ui/shell";

/** The path below which a place of the index is the current one. */
type Place = NavItem & { readonly below: readonly string[] };

/** Where ideas are: on their boards, on the way, and done. */
const IDEAS = [
  paths.boards(),
  "/ideas",
  paths.roadmap(),
  paths.promises(),
  paths.workbench(),
  paths.changelog(),
  paths.founders(),
];

function everyday(t: Words, unread: number, news: number): Place[] {
  const count = news === 0 ? null : { number: news, words: t("changelog.waiting", { count: news }) };
  return [
    { href: paths.home(), label: t("shell.nav.home"), icon: "home", below: [] },
    bell(t, unread),
    { href: paths.spaces(), label: t("shell.nav.spaces"), icon: "spaces", below: [paths.spaces(), "/posts"] },
    { href: paths.people(), label: t("shell.nav.people"), icon: "people", below: [paths.people()] },
    { href: paths.boards(), label: t("shell.nav.boards"), icon: "idea", below: IDEAS, count },
  ];
}

/** What waits for the viewer; the words count for those who listen. */
function bell(t: Words, unread: number): Place {
  const count = unread === 0 ? null : { number: unread, words: t("notices.bell.waiting", { count: unread }) };
  return { href: paths.notices(), label: t("notices.bell.name"), icon: "bell", below: [paths.notices()], count };
}

/** Words that somebody reported; owners of a space see the desk while something waits there. */
function moderation(t: Words, cases: number): Place {
  const count = cases === 0 ? null : { number: cases, words: t("moderation.waiting", { count: cases }) };
  return {
    href: paths.moderation(),
    label: t("moderation.desk"),
    icon: "flag",
    below: [paths.moderation()],
    count,
  };
}

function desks(t: Words, viewer: Viewer, cases: number): Place[] {
  if (!isTeam(viewer)) return cases === 0 ? [] : [moderation(t, cases)];
  const launch: Place = {
    href: paths.launch(),
    label: t("shell.nav.launch"),
    icon: "launch",
    below: [paths.launch()],
  };
  const journal: Place = {
    href: paths.journal(),
    label: t("journal.title"),
    icon: "care",
    below: [paths.journal()],
  };
  const both = [launch, journal, moderation(t, cases)];
  if (!viewer.roles.has("admin")) return both;
  return [...both, { href: paths.adminPeople(), label: t("shell.nav.admin"), icon: "admin", below: ["/admin"] }];
}

function own(t: Words, viewer: Viewer): Place[] {
  const profile = paths.person(viewer.id);
  return [
    { href: profile, label: t("shell.nav.profile"), icon: "person", below: [profile] },
    { href: paths.drafts(), label: t("editor.drafts.title"), icon: "edit", below: [paths.drafts()] },
    { href: paths.saved(), label: t("shell.nav.saved"), icon: "save", below: [paths.saved()] },
    { href: paths.settings(), label: t("shell.nav.settings"), icon: "settings", below: [paths.settings()] },
  ];
}

function at(pathname: string) {
  return ({ below, ...item }: Place): NavItem => {
    const current =
      item.href === pathname || below.some((path) => pathname === path || pathname.startsWith(`${path}/`));
    return current ? { ...item, current } : item;
  };
}

/** Where one says something about the page that one is on. */
export function tellUs(t: Words, pathname: string, title: string): NavItem {
  const label = t("tellUs.link");
  if (pathname === paths.tellUs()) return { href: paths.tellUs(), label, icon: "comment", current: true };
  return { href: withQuery(paths.tellUs(), { from: pathname, title }), label, icon: "comment" };
}

type Index = { nav: NavGroup[]; bar: NavItem[]; own: NavItem[]; bell: NavItem };

/**
 * The index of the house, and the short bar of a small screen, for whoever is inside.
 * @param waiting what waits for the viewer: notices, words to look after, and what is new in the changelog
 */
export function navOf(t: Words, viewer: Viewer, pathname: string, { unread, cases, news }: BellView): Index {
  const mark = at(pathname);
  const mine = own(t, viewer).map(mark);
  const isMine = mine.some((item) => item.current);
  // One's own profile stands below the directory too; only one place is the current one.
  const rooms = everyday(t, unread, news)
    .map(mark)
    .map((item) => (isMine && item.href === paths.people() ? { ...item, current: false } : item));
  const team = desks(t, viewer, cases).map(mark);
  const groups: NavGroup[] = [{ items: rooms }];
  if (team.length > 0) groups.push({ title: t("shell.nav.team"), items: team });
  // On a small screen the bell stands at the top, and the bar has the places.
  const bar = rooms.filter((item) => item.href !== paths.notices());
  return { nav: groups, bar, own: mine, bell: mark(bell(t, unread)) };
}
