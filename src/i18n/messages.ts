import enAdmin from "@/i18n/messages/en/admin.json";
import enCare from "@/i18n/messages/en/care.json";
import enChangelog from "@/i18n/messages/en/changelog.json";
import enCommon from "@/i18n/messages/en/common.json";
import enCredits from "@/i18n/messages/en/credits.json";
import enDemo from "@/i18n/messages/en/demo.json";
import enDoor from "@/i18n/messages/en/door.json";
import enEditor from "@/i18n/messages/en/editor.json";
import enEntry from "@/i18n/messages/en/entry.json";
import enFault from "@/i18n/messages/en/fault.json";
import enFeatures from "@/i18n/messages/en/features.json";
import enFeedback from "@/i18n/messages/en/feedback.json";
import enFeeds from "@/i18n/messages/en/feeds.json";
import enIdeas from "@/i18n/messages/en/ideas.json";
import enImports from "@/i18n/messages/en/imports.json";
import enJournal from "@/i18n/messages/en/journal.json";
import enKeys from "@/i18n/messages/en/keys.json";
import enLaunch from "@/i18n/messages/en/launch.json";
import enLive from "@/i18n/messages/en/live.json";
import enMail from "@/i18n/messages/en/mail.json";
import enMembers from "@/i18n/messages/en/members.json";
import enModeration from "@/i18n/messages/en/moderation.json";
import enNotices from "@/i18n/messages/en/notices.json";
import enPosts from "@/i18n/messages/en/posts.json";
import enPreviews from "@/i18n/messages/en/previews.json";
import enReadiness from "@/i18n/messages/en/readiness.json";
import enReading from "@/i18n/messages/en/reading.json";
import enRefusals from "@/i18n/messages/en/refusals.json";
import enRooms from "@/i18n/messages/en/rooms.json";
import enSearch from "@/i18n/messages/en/search.json";
import enShell from "@/i18n/messages/en/shell.json";
import enSignIn from "@/i18n/messages/en/sign-in.json";
import enSpaces from "@/i18n/messages/en/spaces.json";
import enStages from "@/i18n/messages/en/stages.json";
import enTellUs from "@/i18n/messages/en/tell-us.json";
import enVouching from "@/i18n/messages/en/vouching.json";
import enWaves from "@/i18n/messages/en/waves.json";
import enWebhooks from "@/i18n/messages/en/webhooks.json";
import frAdmin from "@/i18n/messages/fr/admin.json";
import frCare from "@/i18n/messages/fr/care.json";
import frChangelog from "@/i18n/messages/fr/changelog.json";
import frCommon from "@/i18n/messages/fr/common.json";
import frCredits from "@/i18n/messages/fr/credits.json";
import frDemo from "@/i18n/messages/fr/demo.json";
import frDoor from "@/i18n/messages/fr/door.json";
import frEditor from "@/i18n/messages/fr/editor.json";
import frEntry from "@/i18n/messages/fr/entry.json";
import frFault from "@/i18n/messages/fr/fault.json";
import frFeatures from "@/i18n/messages/fr/features.json";
import frFeedback from "@/i18n/messages/fr/feedback.json";
import frFeeds from "@/i18n/messages/fr/feeds.json";
import frIdeas from "@/i18n/messages/fr/ideas.json";
import frImports from "@/i18n/messages/fr/imports.json";
import frJournal from "@/i18n/messages/fr/journal.json";
import frKeys from "@/i18n/messages/fr/keys.json";
import frLaunch from "@/i18n/messages/fr/launch.json";
import frLive from "@/i18n/messages/fr/live.json";
import frMail from "@/i18n/messages/fr/mail.json";
import frMembers from "@/i18n/messages/fr/members.json";
import frModeration from "@/i18n/messages/fr/moderation.json";
import frNotices from "@/i18n/messages/fr/notices.json";
import frPosts from "@/i18n/messages/fr/posts.json";
import frPreviews from "@/i18n/messages/fr/previews.json";
import frReadiness from "@/i18n/messages/fr/readiness.json";
import frReading from "@/i18n/messages/fr/reading.json";
import frRefusals from "@/i18n/messages/fr/refusals.json";
import frRooms from "@/i18n/messages/fr/rooms.json";
import frSearch from "@/i18n/messages/fr/search.json";
import frShell from "@/i18n/messages/fr/shell.json";
import frSignIn from "@/i18n/messages/fr/sign-in.json";
import frSpaces from "@/i18n/messages/fr/spaces.json";
import frStages from "@/i18n/messages/fr/stages.json";
import frTellUs from "@/i18n/messages/fr/tell-us.json";
import frVouching from "@/i18n/messages/fr/vouching.json";
import frWaves from "@/i18n/messages/fr/waves.json";
import frWebhooks from "@/i18n/messages/fr/webhooks.json";

/** Every sentence of the English interface, by room. The other languages have the same keys, which a test holds. */
export const english = {
  admin: enAdmin,
  care: enCare,
  changelog: enChangelog,
  common: enCommon,
  credits: enCredits,
  demo: enDemo,
  door: enDoor,
  editor: enEditor,
  entry: enEntry,
  fault: enFault,
  features: enFeatures,
  feedback: enFeedback,
  feeds: enFeeds,
  ideas: enIdeas,
  imports: enImports,
  journal: enJournal,
  keys: enKeys,
  launch: enLaunch,
  live: enLive,
  mail: enMail,
  members: enMembers,
  moderation: enModeration,
  notices: enNotices,
  posts: enPosts,
  previews: enPreviews,
  reading: enReading,
  readiness: enReadiness,
  refusals: enRefusals,
  rooms: enRooms,
  search: enSearch,
  shell: enShell,
  signIn: enSignIn,
  spaces: enSpaces,
  stages: enStages,
  tellUs: enTellUs,
  vouching: enVouching,
  waves: enWaves,
  webhooks: enWebhooks,
};

/** Every sentence of the French interface, by room. */
export const french: SameWords<typeof english> = {
  admin: frAdmin,
  care: frCare,
  changelog: frChangelog,
  common: frCommon,
  credits: frCredits,
  demo: frDemo,
  door: frDoor,
  editor: frEditor,
  entry: frEntry,
  fault: frFault,
  features: frFeatures,
  feedback: frFeedback,
  feeds: frFeeds,
  ideas: frIdeas,
  imports: frImports,
  journal: frJournal,
  keys: frKeys,
  launch: frLaunch,
  live: frLive,
  mail: frMail,
  members: frMembers,
  moderation: frModeration,
  notices: frNotices,
  posts: frPosts,
  previews: frPreviews,
  reading: frReading,
  readiness: frReadiness,
  refusals: frRefusals,
  rooms: frRooms,
  search: frSearch,
  shell: frShell,
  signIn: frSignIn,
  spaces: frSpaces,
  stages: frStages,
  tellUs: frTellUs,
  vouching: frVouching,
  waves: frWaves,
  webhooks: frWebhooks,
};

/** A catalogue with the same keys as another. */
type SameWords<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameWords<T[K]> };
