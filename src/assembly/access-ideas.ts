import { hosts, inside, type Row } from "./access-rows";

/** The part of `ACCESS` that is about what hosts do with ideas, and how members follow them. */
export const IDEAS_ACCESS: Readonly<Record<string, Row>> = {
  "feedback.mergeTargets": hosts,
  "feedback.merge": hosts,
  "feedback.undoMerge": hosts,
  "feedback.course": inside,
  "feedback.followIdea": inside,
  "feedback.transferTargets": hosts,
  "feedback.transfer": hosts,
  "feedback.lockTalk": hosts,
  "feedback.notes": hosts,
  "feedback.addNote": hosts,
  "feedback.removeNote": hosts,
  "desk.open": hosts,
  "desk.table": hosts,
  "desk.pairs": hosts,
  "desk.keepApart": hosts,
  "desk.weigh": hosts,
  "desk.place": hosts,
  "desk.keepView": hosts,
  "desk.dropView": hosts,
};
