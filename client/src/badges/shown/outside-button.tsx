import { useTranslation } from "react-i18next";
import { ButtonContent, buttonClass } from "../../ui/button.tsx";

/** A link to another site that looks like a button, and says that it opens apart. */
export function OutsideButton({ href, children }: { href: string; children: string }) {
  const { t } = useTranslation("badges");
  return (
    <a className={buttonClass({ variant: "default" })} href={href} target="_blank" rel="noreferrer noopener">
      <ButtonContent>
        {children} {t("newTab")}
      </ButtonContent>
    </a>
  );
}
