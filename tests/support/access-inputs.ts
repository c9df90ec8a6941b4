import type { AccessWorld, Somebody } from "@tests/support/access-world";

/** Makes a good input for one try: whatever fails then fails for want of access. */
export type InputOf = (world: AccessWorld, who: Somebody) => unknown;

const profile = {
  displayName: "New name",
  title: "",
  pronouns: "",
  about: "",
  languages: "English",
  canHelpWith: "",
  wantsToLearn: "",
};
const words = { title: "A title", body: "Some words" };
const roomEdit = { name: "A room", purpose: "", visibility: "open", opensAt: "founding" };
let slugs = 0;

/** A good input for every procedure of the router; the walk fails when one is missing. */
export const INPUTS: Readonly<Record<string, InputOf>> = {
  "members.profile": (w) => ({ person: w.people["space member"] }),
  "members.directory": () => ({}),
  "members.forAdmins": () => ({}),
  "members.editProfile": (w) => ({ person: w.people["space member"], ...profile }),
  "members.setPreferences": () => ({ locale: "fr", timeZone: "Europe/Paris" }),
  "members.grantRole": async (w) => ({ person: await w.freshPerson(), role: "host" }),
  "members.endRole": async (w) => ({ person: await w.freshPerson(), role: "host" }),
  "members.suspend": async (w) => ({ person: await w.freshPerson(), suspended: true }),
  "spaces.list": () => ({}),
  "spaces.bySlug": async (w) => ({ slug: (await w.freshSpace()).slug }),
  "spaces.members": async (w) => ({ space: (await w.freshSpace()).space }),
  "spaces.open": () => {
    slugs += 1;
    return { slug: `opened-${slugs}`, ...roomEdit };
  },
  "spaces.edit": async (w) => ({ space: (await w.freshSpace()).space, ...roomEdit }),
  "spaces.archive": async (w) => ({ space: (await w.freshSpace()).space, archived: true }),
  "spaces.join": async (w) => ({ space: (await w.freshSpace()).space }),
  "spaces.leave": async (w) => ({ space: (await w.freshSpace()).space }),
  "spaces.givePlace": async (w) => ({
    space: (await w.freshSpace()).space,
    person: await w.freshPerson(),
    role: "member",
  }),
  "spaces.takePlace": async (w) => ({
    space: (await w.freshSpace()).space,
    person: w.people["space member"],
  }),
  "posts.feed": () => ({}),
  "posts.inSpace": async (w) => ({ space: (await w.freshSpace()).space }),
  "posts.byPerson": (w) => ({ person: w.people["space member"] }),
  "posts.one": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.comments": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.comment": async (w) => ({ comment: (await w.freshComment()).comment }),
  "posts.publish": async (w) => ({ space: (await w.freshSpace()).space, kind: "discussion", ...words }),
  "posts.edit": async (w) => ({ post: (await w.freshPost()).post, ...words }),
  "posts.remove": async (w) => ({ post: (await w.freshPost()).post }),
  "posts.addComment": async (w) => ({ post: (await w.freshPost()).post, body: "a word" }),
  "posts.editComment": async (w) => ({ comment: (await w.freshComment()).comment, body: "another word" }),
  "posts.removeComment": async (w) => ({ comment: (await w.freshComment()).comment }),
  "audit.list": () => ({}),
};
