import { describe, expect, it } from "vitest";
import { readS3Address } from "./s3-address";

describe("the address of a store for files", () => {
  it.each([
    [
      "s3://KEY:SECRET@s3.eu-west-2.amazonaws.com/our-files?region=eu-west-2",
      "https://s3.eu-west-2.amazonaws.com/our-files",
      "eu-west-2",
      "SECRET",
    ],
    [
      "https://KEY:a%2Fb%2Bc@files.example.org/our.files",
      "https://files.example.org/our.files",
      "auto",
      "a/b+c",
    ],
    ["http://KEY:SECRET@127.0.0.1:9000/files/", "http://127.0.0.1:9000/files", "auto", "SECRET"],
  ])("%s", (text, endpoint, region, secretAccessKey) => {
    expect(readS3Address(text)).toEqual({ endpoint, region, accessKeyId: "KEY", secretAccessKey });
  });

  it.each([
    "files",
    "ftp://KEY:SECRET@host/bucket",
    "s3://host/bucket",
    "s3://KEY@host/bucket",
    "s3://KEY:SECRET@host",
    "s3://KEY:SECRET@host/bucket/folder",
    "s3://KEY:SECRET@host/Bucket",
    "s3://KEY:SECRET@host/bucket?regoin=eu-west-2",
    "s3://KEY:SECRET@host/bucket?region=eu%20west",
    "s3://KEY:%ZZ@host/bucket",
  ])("%s is none", (text) => {
    expect(readS3Address(text)).toBeNull();
  });
});
