import { env } from "@/platform/env";
import { once } from "@/platform/once";
import { diskStorage } from "./disk";
import { s3Storage } from "./s3";
import type { Storage } from "./shape";

/** The storage that the environment asks for: a bucket when S3_ENDPOINT is set, else a folder of the data folder. */
export function storage(): Storage {
  return once("storage", () => storageOf(env()));
}

type Settings = Pick<
  ReturnType<typeof env>,
  "LEVAIN_DATA_DIR" | "S3_ENDPOINT" | "S3_REGION" | "S3_BUCKET" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY"
>;

export function storageOf(settings: Settings): Storage {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId } = settings;
  const { S3_SECRET_ACCESS_KEY: secretAccessKey, S3_REGION: region } = settings;
  if (!(endpoint && bucket && accessKeyId && secretAccessKey)) return diskStorage(filesFolder(settings));
  return s3Storage({ endpoint, region, bucket, accessKeyId, secretAccessKey });
}

/** The folder where files lie when there is no bucket. */
function filesFolder({ LEVAIN_DATA_DIR }: Pick<Settings, "LEVAIN_DATA_DIR">): string {
  return `${LEVAIN_DATA_DIR}/files`;
}
