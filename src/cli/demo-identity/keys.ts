import { generateKeyPairSync, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const keysShape = z.object({
  signing: z.looseObject({ kty: z.literal("RSA"), d: z.string() }),
  cookies: z.array(z.string().min(32)).min(1),
});

/** The key that signs the tokens (a JWK, RFC 7517) and those that sign the cookies. */
export type IdentityKeys = z.infer<typeof keysShape>;

/** Reads the demo provider's keys from the data folder, or makes them, readable by their owner alone. */
export function keepKeys(dataDir: string): IdentityKeys {
  const file = path.join(dataDir, "demo-identity.json");
  try {
    return keysShape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // There is nothing to lose: with new keys everybody of the demo chooses anew whom to be.
    const keys = makeKeys();
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
    return keys;
  }
}

function makeKeys(): IdentityKeys {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = {
    ...privateKey.export({ format: "jwk" }),
    use: "sig",
    alg: "RS256",
    kid: randomBytes(8).toString("hex"),
  };
  return keysShape.parse({ signing: jwk, cookies: [randomBytes(32).toString("base64url")] });
}
