/** Every URL of Levain as a function. Nothing else spells one out. */
export const paths = {
  home: () => "/",
  latest: () => "/latest",
  signIn: () => "/sign-in",
  signedOut: () => "/signed-out",
  /** Where the sign-in page's form posts to. */
  startSignIn: () => "/api/auth/sign-in",
  /** What a device shows while it has no network. */
  offline: () => "/offline",
  waiting: () => "/waiting",
  doorLetters: () => "/waiting/letters",
  spaces: () => "/spaces",
  newSpace: () => "/spaces/new",
  space: (slug: string) => `/spaces/${slug}`,
  spaceMembers: (slug: string) => `/spaces/${slug}/members`,
  /** Who waits for a place, for those who may give one. */
  spaceRequests: (slug: string) => `/spaces/${slug}/requests`,
  aboutSpace: (slug: string) => `/spaces/${slug}/about`,
  editSpace: (slug: string) => `/spaces/${slug}/edit`,
  compose: (slug: string) => `/spaces/${slug}/compose`,
  post: (id: string) => `/posts/${id}`,
  editPost: (id: string) => `/posts/${id}/edit`,
  /** Where one asks somebody for their advice on a post. */
  askAdvice: (id: string) => `/posts/${id}/ask`,
  /** A comment in its conversation; a long one begins where the comment stands. */
  comment: (post: string, comment: string) => `/posts/${post}?at=${comment}#c-${comment}`,
  search: () => "/search",
  movePost: (id: string) => `/posts/${id}/move`,
  /** Who has not said yet that they have read an announcement. */
  unreadBy: (id: string) => `/posts/${id}/unread`,
  /** The versions of a post, or of one comment under it. */
  postHistory: (id: string, comment?: string) => `/posts/${id}/history${comment ? `?comment=${comment}` : ""}`,
  /** Everybody who reacted to a post, or to one comment under it. */
  reactions: (id: string, comment?: string) => `/posts/${id}/reactions${comment ? `?comment=${comment}` : ""}`,
  /** A post's event as a file for calendars. */
  eventFile: (id: string) => `/calendar/posts/${id}.ics`,
  saved: () => "/saved",
  /** The same for whoever has just said it, who may still take it back. */
  commentSaid: (post: string, comment: string) => `/posts/${post}?at=${comment}&done=said#c-${comment}`,
  people: () => "/people",
  person: (id: string) => `/people/${id}`,
  boards: () => "/boards",
  newBoard: () => "/boards/new",
  /** What waits for the hosts on all boards, and the same as a file. */
  boardsDesk: () => "/boards/desk",
  boardsDeskFile: () => "/api/boards/desk.csv",
  /** Pairs of ideas that may be one. */
  boardsDoubles: () => "/boards/desk/doubles",
  /** What members told the hosts alone. */
  boardsNotes: () => "/boards/desk/notes",
  /** Where one says something about the page that one stands on. */
  tellUs: () => "/tell-us",
  board: (slug: string) => `/boards/${slug}`,
  editBoard: (slug: string) => `/boards/${slug}/edit`,
  /** The ideas of a board as a table. */
  boardExport: (slug: string) => `/boards/${slug}/export`,
  boardImport: (slug: string) => `/boards/${slug}/import`,
  /** Where a file with ideas is sent to, and where the lines of a run that were left out come from. */
  boardImportDoor: (slug: string) => `/api/boards/${slug}/import`,
  importProblems: (run: string) => `/api/imports/${run}/problems.csv`,
  suggest: (slug: string) => `/boards/${slug}/suggest`,
  idea: (id: string) => `/ideas/${id}`,
  ideaHistory: (id: string, comment?: string) => `/ideas/${id}/history${comment ? `?comment=${comment}` : ""}`,
  ideaReactions: (id: string, comment?: string) => `/ideas/${id}/reactions${comment ? `?comment=${comment}` : ""}`,
  ideaVotes: (id: string) => `/ideas/${id}/votes`,
  mergeIdea: (id: string) => `/ideas/${id}/merge`,
  transferIdea: (id: string) => `/ideas/${id}/board`,
  /** Where hosts name who shaped an idea. */
  ideaCredits: (id: string) => `/ideas/${id}/credits`,
  editIdea: (id: string) => `/ideas/${id}/edit`,
  ideaComment: (idea: string, comment: string) => `/ideas/${idea}?at=${comment}#c-${comment}`,
  roadmap: () => "/roadmap",
  promises: () => "/promises",
  workbench: () => "/workbench",
  founders: () => "/founders",
  changelog: () => "/changelog",
  newEntry: () => "/changelog/new",
  editEntry: (id: string) => `/changelog/${id}/edit`,
  /** The entries of the changelog that tell of an idea. */
  entriesOf: (idea: string) => `/changelog?idea=${idea}`,
  notices: () => "/notices",
  /** Leads on to what a notice tells, and marks it as read. */
  notice: (id: string) => `/notices/${id}`,
  /** Where a reader brings words to the hosts. */
  report: (thing: string) => `/report/${thing}`,
  moderation: () => "/moderation",
  moderated: (thing: string) => `/moderation/${thing}`,
  journal: () => "/journal",
  launch: () => "/launch",
  launchInvitations: () => "/launch/invitations",
  launchAnnouncements: () => "/launch/announcements",
  launchDoor: () => "/launch/door",
  launchDoorLetter: (letter: string) => `/launch/door/${letter}`,
  launchEntry: () => "/launch/entry",
  launchWaves: () => "/launch/waves",
  launchAdvice: () => "/launch/advice",
  launchHistory: () => "/launch/history",
  launchCurves: () => "/launch/curves",
  launchCalendar: () => "/launch/calendar",
  /** The one question to members: whether they would miss the place. */
  missed: () => "/question",
  /** The table behind the curves, as CSV. */
  launchCurvesFile: () => "/api/launch/curves.csv",
  launchGraph: () => "/launch/graph",
  launchRehearsal: (stage: string) => `/launch/rehearsal/${stage}`,
  launchRoom: (stage: string, slug: string) => `/launch/rehearsal/${stage}/rooms/${slug}`,
  adminPeople: () => "/admin/people",
  adminFeatures: () => "/admin/features",
  adminMail: () => "/admin/mail",
  adminLetter: (id: string) => `/admin/mail/${id}`,
  adminWebhooks: () => "/admin/webhooks",
  adminWebhook: (id: string) => `/admin/webhooks/${id}`,
  adminAudit: () => "/admin/audit",
  drafts: () => "/drafts",
  settings: () => "/settings",
  settingsProfile: () => "/settings/profile",
  /** What one did oneself, for nobody else. */
  settingsInvitations: () => "/settings/invitations",
  settingsActivity: () => "/settings/activity",
  settingsPreviews: () => "/settings/previews",
  /** Where one says how one wants to be told of. */
  settingsCredits: () => "/settings/credits",
  settingsSpaces: () => "/settings/spaces",
  settingsDevices: () => "/settings/devices",
  settingsNotices: () => "/settings/notices",
  /** Why one got a mail, or none. */
  settingsMail: () => "/settings/mail",
  /** Where the link in a mail leads that ends such mails; `unsubscribeDoor` is what the form there, or a mail program, posts to. */
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  unsubscribeDoor: (token: string) => `/api/unsubscribe/${token}`,
  settingsLanguage: () => "/settings/language",
  /** An uploaded file. */
  file: (id: string, name: string) => `/files/${id}/${plainName(name)}`,
  /** A picture in small, where the storage has it so. */
  smallFile: (id: string, name: string) => `/files/${id}/${plainName(name)}?size=small`,
  /** Where scripts send a file to. */
  uploads: () => "/api/files",
  /** What hosts said about one's own words. */
  wordsOfHosts: () => "/settings/words",
  settingsComfort: () => "/settings/comfort",
  /** One's own keys: for feed readers and for programs. */
  settingsKeys: () => "/settings/keys",
  /** A feed by its name, `changelog` or `boards/garden`; a reader's own address has its key as well. */
  feed: (name: string) => `/feeds/${name}.atom`,
  feedWithKey: (name: string, key: string) => `/feeds/${name}.atom?key=${key}`,
  /** The programs' door, and the document that describes it. */
  api: () => "/api/v1",
  apiDocument: () => "/api/v1/openapi.json",
  /** Where a form without JavaScript posts to. */
  form: (procedure: string) => `/form/${procedure}`,
} as const;

/** `path` with query parameters; those without a value are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** A name as a step of an address, with brackets and quotes escaped too: in Markdown they would end it. */
function plainName(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
