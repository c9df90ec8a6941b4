import type { Adapter, AdapterPayload } from "oidc-provider";
import { now } from "@/platform/clock";

type Kept = { readonly payload: AdapterPayload; readonly until: number };

const MODELS_OF_A_GRANT = new Set(["AccessToken", "AuthorizationCode", "RefreshToken"]);

/** Keeps what the demo provider has to remember, until it ends: a restart only means choosing again whom to be. */
export function memoryAdapter(): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  return (model) => new MemoryAdapter(kept, model);
}

class MemoryAdapter implements Adapter {
  constructor(
    private readonly kept: Map<string, Kept>,
    private readonly model: string,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.forgetExpired();
    const until = expiresIn ? now().getTime() + expiresIn * 1000 : Number.POSITIVE_INFINITY;
    this.kept.set(this.key(id), { payload, until });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = this.kept.get(this.key(id));
    return found && found.until > now().getTime() ? found.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.first((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.first((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const found = this.kept.get(this.key(id));
    if (!found) return;
    const consumed = Math.floor(now().getTime() / 1000);
    this.kept.set(this.key(id), { ...found, payload: { ...found.payload, consumed } });
  }

  async destroy(id: string): Promise<void> {
    this.kept.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.kept) {
      const [model = ""] = key.split(":");
      if (MODELS_OF_A_GRANT.has(model) && payload.grantId === grantId) this.kept.delete(key);
    }
  }

  private first(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload, until }] of this.kept) {
      if (key.startsWith(`${this.model}:`) && until > now().getTime() && matches(payload)) return payload;
    }
    return undefined;
  }

  private forgetExpired(): void {
    for (const [key, { until }] of this.kept) if (until <= now().getTime()) this.kept.delete(key);
  }

  private key(id: string): string {
    return `${this.model}:${id}`;
  }
}
