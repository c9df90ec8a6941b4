import { endingOf } from "@/mail/unsubscribe/token";
import { endMails, resumeMails } from "@/notices/unsubscribe/end-mails";
import { paths, withQuery } from "@/paths";
import { transaction } from "@/platform/database/client";
import { sendOn, sendText } from "@/platform/http/answers";
import { readBody } from "@/platform/http/body";
import { readForm } from "@/platform/http/form-fields";
import { headerOf, TurnedAway } from "@/platform/http/visit";
import { spend } from "@/platform/limits/limit";
import { below, type Door } from "./door";

const PATH = "/api/unsubscribe";
const BYTES_MAX = 4096;

/** What one network may end: mail programs of a whole company press the button from one address. */
const LIMIT = { name: "door-unsubscribe", points: 600, seconds: 60 };

/**
 * Ends the mails that a link names. The link is the key: mail programs press the button for people (RFC 8058), without a
 * session, from no page of ours. They are answered plainly; a person is led to a page that says what was done.
 */
export const unsubscribeDoor: Door = {
  name: "unsubscribe",
  opensTo: below(PATH),
  methods: ["POST"],
  fromAnywhere: true,
  handle: async (visit) => {
    await spend(LIMIT, visit.client);
    const token = visit.url.pathname.slice(PATH.length + 1);
    const ending = endingOf(token);
    const fields = new Map(await readForm(headerOf(visit.req, "content-type"), await readBody(visit.req, BYTES_MAX)));
    if (ending === null) throw new TurnedAway(404, "not-found");
    const resumes = fields.get("do") === "resume";
    await transaction((tx) => (resumes ? resumeMails(tx, ending) : endMails(tx, ending)));
    if (fields.get("List-Unsubscribe") === "One-Click") return sendText(visit.res, 200, "text/plain", "");
    sendOn(visit.res, withQuery(paths.unsubscribe(token), { done: resumes ? "resumed" : "ended" }));
  },
};
