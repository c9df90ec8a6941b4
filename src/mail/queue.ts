import { z } from "zod";
import { queue } from "@/platform/jobs/boss";
import { letterId } from "./shape";

/** The work of handing one letter to the mail server. */
export const letters = queue("letter", z.object({ letterId }));
