import { z } from "zod";
import { queue } from "@/platform/jobs/boss";
import { deliveryId } from "./shape";

/** One attempt at one delivery; `attempt` counts from 1, so that a job that runs twice sends once. */
export const webhookCalls = queue("webhook", z.object({ delivery: deliveryId, attempt: z.number().int().min(1) }));
