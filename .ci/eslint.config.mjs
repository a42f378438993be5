// What the scripts of the page are held to, joined as they stand on it: `make lint-page`.
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { sourceType: "script", ecmaVersion: 2024, globals: { ...globals.browser, vis: "readonly" } },
    rules: {
      "no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "no-control-regex": "off", // an export encodes control characters
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      complexity: ["error", 16],
      "max-lines-per-function": ["error", { max: 40, skipComments: true }],
    },
  },
];
