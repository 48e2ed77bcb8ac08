/** Where files lie in an S3-compatible store, and what opens it. */
export type S3Address = {
  /** `https://host[:port]/bucket`: the bucket is a part of the path, which every such store understands. */
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const BUCKET = /^\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/;
const REGION = /^[a-z0-9-]{2,40}$/;

/** What stands for the region where the store has none. */
const ANY_REGION = "auto";

/**
 * Reads `s3://KEY:SECRET@HOST/BUCKET?region=REGION`, all in one. Key and secret are percent-encoded where they hold
 * `/`, `+`, `@` or `:`. `s3:` and `https:` speak encrypted, `http:` in the clear. Null when it is no such address.
 */
export function readS3Address(text: string): S3Address | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!["s3:", "https:", "http:"].includes(url.protocol)) return null;
  const bucket = BUCKET.exec(url.pathname)?.[1];
  const region = url.searchParams.get("region") ?? ANY_REGION;
  const known = [...url.searchParams.keys()].every((name) => name === "region");
  const [accessKeyId, secretAccessKey] = [decode(url.username), decode(url.password)];
  if (!bucket || !url.host || !accessKeyId || !secretAccessKey) return null;
  if (!known || !REGION.test(region) || url.hash !== "") return null;
  const protocol = url.protocol === "http:" ? "http:" : "https:";
  return { endpoint: `${protocol}//${url.host}/${bucket}`, region, accessKeyId, secretAccessKey };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
