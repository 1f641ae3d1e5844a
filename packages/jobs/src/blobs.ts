/** Problems and outcomes, compressed, each under the hash of its content, until retention ends. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import type { Redis } from "ioredis";
import { Fault, toFault } from "./fault.ts";
import type { Keys } from "./keys.ts";

const compressed = promisify(brotliCompress);
const decompressed = promisify(brotliDecompress);

/** Quality 5 of 11: near the best size at a tenth of the best quality's time. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Compresses off the main thread. */
export const pack = (text: string): Promise<Buffer> => compressed(text, QUALITY);
export const unpack = async (bytes: Buffer): Promise<string> =>
  (await decompressed(bytes)).toString("utf8");

export interface BlobStore {
  /**
   * Stores canonical JSON text; answers with its content hash. Storing the same again only
   * lengthens how long it is kept. Throws `Fault`.
   */
  put(canonicalText: string): Promise<string>;
  /** The text under a hash. Throws `Fault` blob-missing or blob-corrupted. */
  get(hash: string): Promise<string>;
  has(hash: string): Promise<boolean>;
  /** Keeps it for another retention. Answers whether it was there. */
  keep(hash: string): Promise<boolean>;
}

export function createBlobStore(redis: Redis, keys: Keys, retentionMs: number): BlobStore {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw toFault(error);
    }
  };
  return {
    put: (text) =>
      guarded(async () => {
        const hash = textHash(text);
        await redis.set(keys.blob(hash), await pack(text), "PX", retentionMs);
        return hash;
      }),
    get: (hash) =>
      guarded(async () => {
        const bytes = await redis.getBuffer(keys.blob(hash));
        if (bytes === null) throw new Fault("blob-missing", { hash });
        const text = await unpack(bytes).catch((cause: unknown) => {
          throw new Fault("blob-corrupted", { hash }, { cause });
        });
        if (textHash(text) !== hash) throw new Fault("blob-corrupted", { hash });
        return text;
      }),
    has: (hash) => guarded(async () => (await redis.exists(keys.blob(hash))) === 1),
    keep: (hash) => guarded(async () => (await redis.pexpire(keys.blob(hash), retentionMs)) === 1),
  };
}

/** Equal to the domain's `contentHash` of the value whose canonical JSON the text is. */
export function textHash(canonicalText: string): string {
  return `sha256-${createHash("sha256").update(canonicalText).digest("hex")}`;
}
