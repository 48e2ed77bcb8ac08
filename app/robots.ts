import type { MetadataRoute } from "next";

/** Crawlers are asked to keep to the first page; what is nobody else's business says so again in a header (proxy.ts). */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/$", disallow: "/" } };
}
