/** Every URL of Levain as a function. Nothing else spells one out. */
export const paths = {
  home: () => "/",
  latest: () => "/latest",
  signIn: () => "/sign-in",
  signedOut: () => "/signed-out",
  /** Where the sign-in page's form posts to. */
  startSignIn: () => "/api/auth/sign-in",
  waiting: () => "/waiting",
  spaces: () => "/spaces",
  newSpace: () => "/spaces/new",
  space: (slug: string) => `/spaces/${slug}`,
  spaceMembers: (slug: string) => `/spaces/${slug}/members`,
  editSpace: (slug: string) => `/spaces/${slug}/edit`,
  compose: (slug: string) => `/spaces/${slug}/compose`,
  post: (id: string) => `/posts/${id}`,
  editPost: (id: string) => `/posts/${id}/edit`,
  /** Where one asks somebody for their advice on a post. */
  askAdvice: (id: string) => `/posts/${id}/ask`,
  /** A comment in its conversation; a long one begins where the comment stands. */
  comment: (post: string, comment: string) => `/posts/${post}?at=${comment}#c-${comment}`,
  people: () => "/people",
  person: (id: string) => `/people/${id}`,
  boards: () => "/boards",
  newBoard: () => "/boards/new",
  board: (slug: string) => `/boards/${slug}`,
  editBoard: (slug: string) => `/boards/${slug}/edit`,
  suggest: (slug: string) => `/boards/${slug}/suggest`,
  idea: (id: string) => `/ideas/${id}`,
  editIdea: (id: string) => `/ideas/${id}/edit`,
  ideaComment: (idea: string, comment: string) => `/ideas/${idea}?at=${comment}#c-${comment}`,
  roadmap: () => "/roadmap",
  promises: () => "/promises",
  changelog: () => "/changelog",
  notices: () => "/notices",
  /** Leads on to what a notice tells, and marks it as read. */
  notice: (id: string) => `/notices/${id}`,
  launch: () => "/launch",
  launchInvitations: () => "/launch/invitations",
  launchAdvice: () => "/launch/advice",
  launchHistory: () => "/launch/history",
  launchCurves: () => "/launch/curves",
  /** The table behind the curves, as CSV. */
  launchCurvesFile: () => "/api/launch/curves.csv",
  launchGraph: () => "/launch/graph",
  launchRehearsal: (stage: string) => `/launch/rehearsal/${stage}`,
  adminPeople: () => "/admin/people",
  adminMail: () => "/admin/mail",
  adminLetter: (id: string) => `/admin/mail/${id}`,
  adminAudit: () => "/admin/audit",
  settings: () => "/settings",
  settingsProfile: () => "/settings/profile",
  settingsDevices: () => "/settings/devices",
  settingsLanguage: () => "/settings/language",
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
