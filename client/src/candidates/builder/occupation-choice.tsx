import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "../../platform/use-label.ts";
import { useOccupation } from "../../portfolio/use-occupation.ts";
import { useOccupationsInTension } from "../../portfolio/use-occupations-in-tension.ts";
import { Button } from "../../ui/button.tsx";
import { OccupationPicker } from "../../ui/pickers/suggestion-picker.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import styles from "./builder.module.css";

const FIRST = 8;

interface OccupationChoiceProps {
  code: string | null;
  onChange: (code: string) => void;
}

/** The occupation first: typed, or one of those that lack people in a click. */
export function OccupationChoice({ code, onChange }: OccupationChoiceProps) {
  const { t } = useTranslation("candidates");
  const { data: sheet } = useOccupation(code);
  const label = useLabel();
  const [changing, setChanging] = useState(false);
  const choosing = code === null || changing;
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(choosing);
  useEffect(() => {
    // What was pressed is gone: the keyboard goes on from what took its place.
    if (before.current !== choosing)
      place.current?.querySelector<HTMLElement>(choosing ? "input" : "button")?.focus();
    before.current = choosing;
  }, [choosing]);
  const choose = (chosen: string) => {
    setChanging(false);
    onChange(chosen);
  };
  if (!choosing)
    return (
      <div ref={place} className={styles.chosen}>
        <p>
          <span className={styles.soft}>{t("builder.occupation")}</span>
          <strong>{sheet ? label(sheet) : "…"}</strong>
        </p>
        <Button variant="default" onClick={() => setChanging(true)}>
          {t("builder.changeOccupation")}
        </Button>
      </div>
    );
  return (
    <div ref={place} className={styles.part}>
      <OccupationPicker label={t("builder.whichOccupation")} onPick={({ id }) => choose(id)} />
      <InTension onChoose={choose} />
      {changing ? (
        <TextButton onClick={() => setChanging(false)}>{t("builder.keepOccupation")}</TextButton>
      ) : null}
    </div>
  );
}

function InTension({ onChoose }: { onChoose: (code: string) => void }) {
  const { t } = useTranslation("candidates");
  const { data: occupations = [] } = useOccupationsInTension();
  const label = useLabel();
  const [all, setAll] = useState(false);
  if (occupations.length === 0) return null;
  return (
    <div className={styles.tension}>
      <p className={styles.soft}>{t("builder.inTension")}</p>
      <ul>
        {(all ? occupations : occupations.slice(0, FIRST)).map((occupation) => (
          <li key={occupation.code}>
            <button type="button" className={styles.chip} onClick={() => onChoose(occupation.code)}>
              {label(occupation)}
            </button>
          </li>
        ))}
      </ul>
      {occupations.length > FIRST ? (
        <TextButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("builder.fewerOccupations") : t("builder.allOccupations", { count: occupations.length })}
        </TextButton>
      ) : null}
    </div>
  );
}
