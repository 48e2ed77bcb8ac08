// The browser for end-to-end tests: the machine's Chromium, else one from the registry, else Playwright's own.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cache, inRoot } from "./paths.mjs";
import { withLock } from "./processes.mjs";
import { say } from "./say.mjs";

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
];

/** No calls home: they fail on a closed network and disturb tests on an open one. */
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Playwright's launch options: { executablePath, args, env }; without executablePath Playwright uses its own. */
export async function browserOptions() {
  const args = process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet;
  const system = [process.env.CHROMIUM_PATH, ...systemBrowsers].find((file) => file && existsSync(file));
  if (system) return { executablePath: system, args };
  if (process.platform === "linux")
    return {
      ...(await packagedBrowser()),
      args: [
        ...args,
        "--no-sandbox",
        "--no-zygote",
        "--use-gl=angle",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
      ],
    };
  return { args };
}

/** Unpacks @sparticuz/chromium, with the libraries a bare machine lacks, once per version. */
async function packagedBrowser() {
  const bin = inRoot("node_modules/@sparticuz/chromium/bin");
  const { version } = JSON.parse(readFileSync(path.join(bin, "../package.json"), "utf8"));
  const folder = path.join(cache, `chromium-${version}`);
  mkdirSync(cache, { recursive: true });
  await withLock(path.join(cache, "chromium.lock"), 180, async () => {
    if (existsSync(folder)) return;
    say("Unpacking a browser for the tests …");
    const draft = `${folder}.new`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    await unpack(bin, draft);
    writeFileSync(path.join(draft, "fonts/fonts.conf"), fontSettings(folder));
    renameSync(draft, folder);
  });
  const libraries = [path.join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    executablePath: path.join(folder, "chromium"),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(folder, "fonts") },
  };
}

/** The package unpacks into the temporary folder and trusts whatever lies there, so it gets one of its own. */
async function unpack(bin, folder) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { inflate } = await import(path.join(bin, "../build/esm/lambdafs.js"));
    await Promise.all(
      ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"].map((name) =>
        inflate(path.join(bin, name)),
      ),
    );
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The package's own fonts, and the machine's where it has some (Arabic, for one, is not in the package). */
const fontSettings = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
