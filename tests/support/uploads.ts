import { Client, type Served } from "@tests/support/served";
import sharp, { type Sharp } from "sharp";
import { openSession } from "@/members/sessions/actions/open-session";
import { newToken } from "@/members/sessions/token";
import type { PersonId } from "@/members/shape";
import { transaction } from "@/platform/database/client";

/** A text that is a table too. */
export const TEXT = Buffer.from("flour; water; salt\n");

/** A picture of one colour, to be encoded. */
export function picture(width = 1200, height = 900): Sharp {
  return sharp({ create: { width, height, channels: 3, background: "#c98a3b" } });
}

/** A client whose device is signed in as a person. */
export async function clientAs(served: () => Served, who: PersonId): Promise<Client> {
  const token = newToken();
  await transaction((tx) => openSession(tx, { personId: who, token, before: null, userAgent: "" }));
  const client = new Client(served);
  client.cookies.set("levain.session", token);
  return client;
}

/** What a person is answered at an address. */
export async function statusFor(served: () => Served, who: PersonId, url: string): Promise<number> {
  return (await (await clientAs(served, who)).get(url)).status;
}
