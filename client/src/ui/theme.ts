import { createTheme, type MantineColorsTuple } from "@mantine/core";

const sea: MantineColorsTuple = [
  "#e3edf2",
  "#c6dae5",
  "#a2c3d6",
  "#79a8c3",
  "#4f8aad",
  "#2f6f96",
  "#1d5980",
  "#0e4468",
  "#093350",
  "#06243a",
];

const apple: MantineColorsTuple = [
  "#fbe9e7",
  "#f5cbc9",
  "#eca19f",
  "#e27472",
  "#d94d4c",
  "#d8373a",
  "#cc2c31",
  "#c2262b",
  "#a11d22",
  "#7d1519",
];

/** Mantine dressed in the colours of theme.css: chalk, deep sea, one apple red; nothing under 44 px to touch. */
export const theme = createTheme({
  fontFamily: '"Atkinson Hyperlegible", system-ui, sans-serif',
  headings: { fontFamily: '"Atkinson Hyperlegible", system-ui, sans-serif' },
  colors: { sea, apple },
  primaryColor: "sea",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 8,
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "never",
  fontSizes: { xs: "1rem", sm: "1rem", md: "1.0625rem", lg: "1.1875rem", xl: "1.375rem" },
  lineHeights: { xs: "1.5", sm: "1.55", md: "1.6", lg: "1.6", xl: "1.5" },
  components: {
    Button: { defaultProps: { size: "md" } },
    ActionIcon: { defaultProps: { size: 44, variant: "subtle" } },
    Input: { defaultProps: { size: "md" } },
    InputWrapper: { defaultProps: { size: "md" } },
    TextInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md", autosize: false, rows: 4 } },
    NativeSelect: { defaultProps: { size: "md" } },
    Checkbox: { defaultProps: { size: "md" } },
    Radio: { defaultProps: { size: "md" } },
    Switch: { defaultProps: { size: "md" } },
  },
});
