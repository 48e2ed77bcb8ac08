import "server-only";
import { z } from "zod";
import { defineUseCase } from "@/lib/access/use-case";
import type { TypedValues } from "@/lib/domain/form-view";
import { done } from "@/lib/domain/result";
import { findDraft } from "@/lib/features/drafts/find-draft";
import { formKeys } from "@/lib/features/drafts/form-keys";
import { formView } from "@/lib/features/drafts/form-view";
import { saverName } from "@/lib/features/drafts/saver-name";
import { countriesKnown, regionNames } from "@/lib/services/holidays";
import { loadSettings } from "./settings-content";

function typed(settings: object): TypedValues {
  return Object.fromEntries(
    Object.entries(settings).map(([field, value]) => [
      field,
      (Array.isArray(value) ? value : [value ?? ""]).map(String),
    ]),
  );
}

/** The form of the organisation's settings, with the regions of the country that stands in it. */
export const openSettings = defineUseCase(
  { permission: "settings:manage", audit: "none", schema: z.strictObject({}) },
  async ({ tx, member }) => {
    const { settings, version, updatedAt, updatedBy } = await loadSettings(tx, member);
    const form = formKeys.settings;
    const view = formView({
      form,
      fresh: typed(settings),
      draft: await findDraft(tx, member, form),
      saved: { version, by: await saverName(tx, updatedBy), at: updatedAt },
    });
    const country = view.values.country?.[0] ?? settings.country;
    const zones = new Set([...Intl.supportedValuesOf("timeZone"), settings.timeZone]);
    return done({
      view,
      places: {
        countries: countriesKnown(),
        country,
        regions: regionNames(country),
        timeZones: [...zones].sort(),
      },
    });
  },
);
