import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/consultation/forms/form-fields";
import type { FormModel } from "@/components/consultation/forms/form-model";

export type Places = {
  countries: readonly string[];
  /** The country that stands in the form, whose regions these are. */
  country: string;
  regions: readonly { code: string; name: string }[];
  timeZones: readonly string[];
};

/** The nations of the United Kingdom have names of their own in every language; other regions go by their own name. */
const NATIONS = ["ENG", "NIR", "SCT", "WLS"] as const;

function useRegionName(country: string): (region: { code: string; name: string }) => string {
  const t = useTranslations("settings.nation");
  return ({ code, name }) => {
    const nation = country === "GB" ? NATIONS.find((one) => one === code) : undefined;
    return nation ? t(nation) : name;
  };
}

/** Country, part of the country and time zone. */
export function PlaceFields({ form, places }: { form: FormModel; places: Places }) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: "region" });
  const regionName = useRegionName(places.country);
  const byLabel = (one: { label: string }, other: { label: string }) =>
    one.label.localeCompare(other.label, locale);
  const countries = places.countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort(byLabel);
  const regions = places.regions
    .map((region) => ({ value: region.code, label: regionName(region) }))
    .sort(byLabel);
  return (
    <>
      <SelectField form={form} name="country" hint={t("hint.country")} choices={countries} />
      {regions.length > 0 ? (
        <SelectField
          form={form}
          name="region"
          hint={t("hint.region")}
          choices={regions}
          empty={t("wholeCountry")}
        />
      ) : (
        <input type="hidden" name="region" value="" />
      )}
      <SelectField
        form={form}
        name="timeZone"
        hint={t("hint.timeZone")}
        choices={places.timeZones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
      />
    </>
  );
}
