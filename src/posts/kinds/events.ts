import { z } from "zod";
import { declareEvent } from "@/platform/events/event";
import { touched } from "@/platform/live/topic";

/** The post itself, for those who have it open. */
const itself = (id: string) => [touched("conversation", id)];

export const pollAnswered = declareEvent(
  "poll.answered",
  "post",
  z.object({}),
  "Somebody answered a poll; without the person where the poll has no names.",
  itself,
);
export const pollClosed = declareEvent(
  "poll.closed",
  "post",
  z.object({ until: z.iso.datetime().nullable() }),
  "Its author, or who looks after the space, closed a poll before its time; until then it was to be open.",
  itself,
);
export const pollReopened = declareEvent("poll.reopened", "post", z.object({}), "A poll takes answers again.", itself);
export const announcementRead = declareEvent(
  "announcement.read",
  "post",
  z.object({}),
  "Somebody said that they have read an announcement.",
  itself,
);
