import { useTranslation } from "react-i18next";
import { chooseScheme, SCHEMES, useScheme } from "../platform/color-scheme.ts";
import styles from "./choice.module.css";
import { Icon } from "./icon.tsx";

const icons = { auto: "auto", light: "sun", dark: "moon" } as const;

/** Light, dark, or as the device says; kept on this device. */
export function SchemeSwitch() {
  const { t } = useTranslation("ui");
  const chosen = useScheme();
  return (
    <fieldset className={styles.choices}>
      <legend>{t("scheme.label")}</legend>
      {SCHEMES.map((value) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            name="color-scheme"
            checked={chosen === value}
            onChange={() => chooseScheme(value)}
          />
          <Icon name={icons[value]} size={20} />
          {t(`scheme.${value}`)}
        </label>
      ))}
    </fieldset>
  );
}
