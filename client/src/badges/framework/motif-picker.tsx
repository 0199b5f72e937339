import { MOTIFS, type Motif } from "@acquis/shared/badges/motifs.ts";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { BadgePicture } from "../shown/badge-picture.tsx";
import styles from "./motif-picker.module.css";

interface MotifPickerProps {
  value: Motif | null;
  onChange: (motif: Motif) => void;
  label: string;
}

/** Chooses one of our drawings; radio buttons underneath, so arrows and screen readers work as expected. */
export function MotifPicker({ value, onChange, label }: MotifPickerProps) {
  const { t } = useTranslation("badgesDesk");
  const name = useId();
  return (
    <fieldset className={styles.picker}>
      <legend>{label}</legend>
      <div className={styles.motifs}>
        {MOTIFS.map((motif) => (
          <label key={motif} className={styles.motif}>
            <input
              type="radio"
              name={name}
              value={motif}
              checked={value === motif}
              onChange={() => onChange(motif)}
            />
            <BadgePicture motif={motif} name={t(`motifs.${motif}`)} size={64} />
            <span>{t(`motifs.${motif}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
