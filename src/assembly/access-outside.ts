import { admins, hosts, hostsOn, inside, type Row, row, signedIn } from "./access-rows";

/** Things that exist for admins alone. */
const adminsAlone = row("not-yet", "not-found", "not-found", "not-found", "not-found", "yes");

/** The part of `ACCESS` that is about what reads and hears of boards from outside: keys, feeds, webhooks. */
export const OUTSIDE_ACCESS: Readonly<Record<string, Row>> = {
  "keys.mine": signedIn,
  "keys.make": inside,
  "keys.hide": signedIn,
  "keys.end": signedIn,
  "feeds.board": inside,
  "feeds.followBoard": inside,
  "feeds.followChangelog": inside,
  "table.ideas": hosts,
  "imports.runs": hosts,
  "imports.problems": hostsOn,
  "imports.undo": hostsOn,
  "webhooks.list": admins,
  "webhooks.boards": admins,
  "webhooks.add": admins,
  "webhooks.one": adminsAlone,
  "webhooks.deliveries": adminsAlone,
  "webhooks.edit": adminsAlone,
  "webhooks.rotate": adminsAlone,
  "webhooks.hideSecret": adminsAlone,
  "webhooks.pause": adminsAlone,
  "webhooks.remove": adminsAlone,
  "webhooks.test": adminsAlone,
  "webhooks.sendAgain": adminsAlone,
};
