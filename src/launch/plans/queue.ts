import { z } from "zod";
import { queue } from "@/platform/jobs/boss";
import { planId } from "./shape";

/** The work of looking after a plan at its moment, or when the time for a second admin is over. */
export const plans = queue("flip-plan", z.object({ plan: planId }));
