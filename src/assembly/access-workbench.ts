import { admins, hosts, hostsOn, inside, type Row, row } from "./access-rows";

/**
 * The part of `ACCESS` that is about what members try, who is credited for it, and the changelog. The tried preview is
 * the space member's to try, and so is the tried credit.
 */
export const WORKBENCH_ACCESS: Readonly<Record<string, Row>> = {
  "previews.ofIdea": inside,
  "previews.workbench": inside,
  "previews.visit": inside,
  "previews.volunteer": inside,
  "previews.leave": inside,
  "previews.leaveAll": inside,
  "previews.start": hosts,
  "previews.widen": hosts,
  "previews.withdraw": hosts,
  "previews.setNeeded": admins,
  "previews.used": row("not-yet", "not-found", "yes", "not-found", "not-found", "not-found"),
  "previews.answer": row("not-yet", "not-found", "yes", "not-found", "not-found", "not-found"),
  "previews.dismiss": row("not-yet", "not-found", "yes", "not-found", "not-found", "not-found"),
  "credits.ofIdea": inside,
  "credits.desk": hosts,
  "credits.mine": inside,
  "credits.onFeature": inside,
  "credits.founders": inside,
  "credits.propose": hosts,
  "credits.takeBack": hosts,
  "credits.answer": row("not-yet", "not-found", "yes", "not-found", "not-found", "not-found"),
  "credits.sayMeant": row("not-yet", "not-allowed", "yes", "not-allowed", "not-allowed", "not-allowed"),
  "changelog.entries": inside,
  "changelog.drafts": hosts,
  "changelog.entry": hostsOn,
  "changelog.linkable": hosts,
  "changelog.write": hosts,
  "changelog.edit": hostsOn,
  "changelog.publish": hostsOn,
  "changelog.takeBack": hostsOn,
  "changelog.remove": hostsOn,
  "changelog.saw": inside,
};
