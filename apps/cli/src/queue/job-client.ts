/** The queue: opened for one command, closed however it ends. */
import type { JobClient } from "@placera/jobs";
import type { QueueOptions } from "../options.ts";

const DEFAULT_URL = "redis://127.0.0.1:6379";

export const redisUrlOf = ({ redis }: QueueOptions): string =>
  redis === undefined || redis === "" ? DEFAULT_URL : redis;

export async function withJobs<T>(
  options: QueueOptions,
  work: (jobs: JobClient) => Promise<T>,
): Promise<T> {
  const { createJobClient } = await import("@placera/jobs");
  const prefix = process.env["PLACERA_PREFIX"] ?? "";
  const jobs = createJobClient(redisUrlOf(options), prefix === "" ? {} : { prefix });
  try {
    return await work(jobs);
  } finally {
    await jobs.close();
  }
}
