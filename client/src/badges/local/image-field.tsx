import type { Motif } from "@acquis/shared/badges/motifs.ts";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import choice from "../../ui/choice.module.css";
import { MotifPicker } from "../framework/motif-picker.tsx";
import styles from "../manage.module.css";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { FileField } from "./file-field.tsx";
import { pictureProblem } from "./local-badge-draft.ts";

interface ImageFieldProps {
  motif: Motif | null;
  picture: File | null;
  /** Where the image sent before is; null when there is none. */
  sentUrl: string | null;
  onChange: (image: { motif: Motif | null; picture: File | null }) => void;
  error: string | null;
}

/** A drawing of ours, or a PNG of one's own. */
export function ImageField({ motif, picture, sentUrl, onChange, error }: ImageFieldProps) {
  const { t } = useTranslation("badgesDesk");
  const name = useId();
  const [own, setOwn] = useState(motif === null);
  const [problem, setProblem] = useState<"notPng" | "tooHeavy" | null>(null);
  const preview = useObjectUrl(picture);
  const shown = preview ?? (motif === null ? sentUrl : null);
  return (
    <fieldset className={styles.group}>
      <legend>{t("form.image")}</legend>
      <div className={choice.choices}>
        {([false, true] as const).map((mine) => (
          <label key={String(mine)} className={choice.choice}>
            <input
              type="radio"
              name={name}
              checked={own === mine}
              onChange={() => {
                setOwn(mine);
                if (!mine) onChange({ motif: motif ?? "star", picture: null });
                else if (sentUrl) onChange({ motif: null, picture });
              }}
            />
            {t(mine ? "form.ownImage" : "form.drawing")}
          </label>
        ))}
      </div>
      {own ? (
        <div className={styles.badge}>
          {shown ? <BadgePicture src={shown} name={t("form.image")} size={96} /> : null}
          <div className={styles.badgeWords}>
            <FileField
              label={t("form.png")}
              description={t("form.pngHelp")}
              accept="image/png,.png"
              error={problem ? t(`form.${problem}`) : error}
              onChange={(file) => {
                const wrong = file ? pictureProblem(file) : null;
                setProblem(wrong);
                if (file && !wrong) onChange({ motif, picture: file });
              }}
            />
          </div>
        </div>
      ) : (
        <MotifPicker
          label={t("form.whichDrawing")}
          value={motif}
          onChange={(chosen) => onChange({ motif: chosen, picture: null })}
        />
      )}
    </fieldset>
  );
}

/** An address for a file that has not been sent yet. */
function useObjectUrl(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return setUrl(null);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
