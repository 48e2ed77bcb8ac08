import "server-only";
import { defineUseCase } from "@/lib/access/use-case";
import { done } from "@/lib/domain/result";
import { reviseSettings } from "@/lib/features/settings/revise-settings";
import { loadSettings } from "@/lib/features/settings/settings-content";
import { changedWorkspace, readWorkspace } from "./workspace-resource";

/** Changes what a program sends of an organisation's settings, by the rules of their form. */
export const patchWorkspace = defineUseCase(
  {
    permission: "settings:manage",
    audit: ["settings.revised", "retention.listed"],
    schema: changedWorkspace,
    timeoutMs: 60_000,
    before: async (tx, member) => (await loadSettings(tx, member)).settings,
  },
  async (world, given) => {
    const { version, settings } = await loadSettings(world.tx, world.member);
    const revised = await reviseSettings.within(world, { ...settings, ...given, version });
    return revised.ok ? done(await readWorkspace(world.tx, world.member)) : revised;
  },
);
