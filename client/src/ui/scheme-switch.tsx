import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./choice.module.css";
import { Icon } from "./icon.tsx";

const schemes = [
  { value: "auto", icon: "auto" },
  { value: "light", icon: "sun" },
  { value: "dark", icon: "moon" },
] as const satisfies readonly { value: MantineColorScheme; icon: string }[];

/** Light, dark, or as the device says; kept on this device. */
export function SchemeSwitch() {
  const { t } = useTranslation("ui");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className={styles.choices}>
      <legend>{t("scheme.label")}</legend>
      {schemes.map(({ value, icon }) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            name="color-scheme"
            checked={colorScheme === value}
            onChange={() => setColorScheme(value)}
          />
          <Icon name={icon} size={20} />
          {t(`scheme.${value}`)}
        </label>
      ))}
    </fieldset>
  );
}
