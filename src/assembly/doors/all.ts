import { apiDoor } from "./api";
import { curvesDoor } from "./curves";
import { deskDoor } from "./desk";
import type { Door } from "./door";
import { downloadDoor } from "./download";
import { eventFileDoor } from "./event-file";
import { feedDoor } from "./feed";
import { formDoor } from "./form";
import { healthDoor, metricsDoor, readyDoor } from "./health";
import { importDoor, importProblemsDoor } from "./import";
import { noticeDoor } from "./notice";
import { callbackDoor, signInDoor, signOutDoor } from "./sign-in";
import { tableDoor } from "./table";
import { trpcDoor } from "./trpc";
import { unsubscribeDoor } from "./unsubscribe";
import { uploadDoor } from "./upload";

/** Every way in beside the pages. The first that opens answers. */
export const doors: readonly Door[] = [
  healthDoor,
  readyDoor,
  metricsDoor,
  trpcDoor,
  apiDoor,
  curvesDoor,
  deskDoor,
  noticeDoor,
  unsubscribeDoor,
  eventFileDoor,
  feedDoor,
  tableDoor,
  importDoor,
  importProblemsDoor,
  callbackDoor,
  signInDoor,
  signOutDoor,
  uploadDoor,
  downloadDoor,
  formDoor,
];
