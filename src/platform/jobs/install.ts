import { PgBoss } from "pg-boss";
import { QUEUES } from "./queues";

/** Makes or upgrades the job library's tables and our queues. */
export async function installJobs(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 });
  await boss.start();
  for (const { name, ...patience } of QUEUES) {
    const options = { ...patience, retryBackoff: true, notify: true };
    if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options);
    else await boss.updateQueue(name, options);
  }
  await boss.stop({ graceful: false });
}
