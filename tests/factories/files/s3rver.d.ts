declare module "s3rver" {
  type Options = {
    address: string;
    port: number;
    silent: boolean;
    vhostBuckets: boolean;
    directory: string;
    configureBuckets: { name: string; configs: string[] }[];
  };
  class S3rver {
    constructor(options: Options);
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
  export = S3rver;
}
