import ical, { ICalCalendarMethod } from "ical-generator";
import type { PostView } from "../views";

/**
 * The event of a post as a file for calendars (RFC 5545). The same post always gives the same identifier, so that a
 * calendar that has it changes it instead of showing it twice; the version of the post orders the changes.
 * @param address the post's own address, whole
 */
export function calendarOf(post: PostView & { event: NonNullable<PostView["event"]> }, address: string): string {
  const { startsAt, endsAt, place, link } = post.event;
  const calendar = ical({ prodId: { company: "Levain", product: "Levain" }, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${post.id}@levain`,
    sequence: post.version - 1,
    stamp: post.editedAt ?? post.createdAt,
    created: post.createdAt,
    lastModified: post.editedAt ?? post.createdAt,
    start: startsAt,
    end: endsAt,
    summary: post.title,
    description: [post.excerpt, link, address].filter((line) => line !== "").join("\n\n"),
    ...(place === "" ? {} : { location: place }),
    url: address,
  });
  return calendar.toString();
}
