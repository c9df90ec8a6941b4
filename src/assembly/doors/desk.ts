import { type DeskList, deskListShape } from "@/feedback/desk/shape";
import type { DeskIdea } from "@/feedback/desk/views";
import { STATUS_WORDS } from "@/feedback/ui/words";
import { type Words, words } from "@/i18n/words";
import { paths } from "@/paths";
import { env } from "@/platform/env";
import type { Row } from "@/platform/http/csv";
import { sendTable } from "@/platform/http/send-table";
import { createCaller } from "../router";
import { at, type Door } from "./door";
import { spendAnonymous } from "./limits";
import { visitorOf } from "./visitor";

/** The list on the hosts' desk as a file, under the filters of its address, for whoever may open the desk. */
export const deskDoor: Door = {
  name: "desk",
  opensTo: at(paths.boardsDeskFile()),
  methods: ["GET"],
  handle: async (visit) => {
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const list: DeskList = deskListShape.parse(Object.fromEntries(visit.url.searchParams));
    const ideas = await createCaller({ ...visitor, requestId: visit.requestId }).desk.table(list);
    const t = words(visitor.locale);
    const head = COLUMNS.map((column) => t(`ideas.desk.file.${column}`));
    await sendTable(visit, "levain-ideas", head, [ideas.map((idea) => rowOf(t, idea))]);
  },
};

const COLUMNS = [
  "title",
  "board",
  "author",
  "status",
  "suggested",
  "promised",
  "votes",
  "comments",
  "value",
  "valueLine",
  "effort",
  "effortLine",
  "address",
] as const;

function rowOf(t: Words, idea: DeskIdea): Row {
  return [
    idea.title,
    idea.board.name,
    idea.author.displayName,
    t(STATUS_WORDS[idea.status].name),
    idea.createdAt.toISOString().slice(0, 10),
    idea.promisedFor,
    idea.voteCount,
    idea.commentCount,
    idea.value,
    idea.valueLine,
    idea.effort,
    idea.effortLine,
    `${env().APP_URL}${paths.idea(idea.id)}`,
  ];
}
