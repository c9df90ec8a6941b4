import path from "node:path";
import webPush from "web-push";
import { z } from "zod";
import { keepWhole } from "@/cli/start/secrets";
import { provideEnv } from "@/platform/env";

const shape = z.object({ publicKey: z.string().min(1), privateKey: z.string().min(1) });

/**
 * Gives the process the pair of keys by which push services know this Levain (RFC 8292): made once, and kept beside the
 * other secrets.
 */
export function providePushKeys(dataDir: string): void {
  const { publicKey, privateKey } = keepWhole(path.join(dataDir, "push-keys.json"), shape, () =>
    webPush.generateVAPIDKeys(),
  );
  provideEnv({ VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey });
}
