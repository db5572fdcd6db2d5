// @ts-check

import { themes } from "prism-react-renderer";

/** @type {import("@docusaurus/types").Config} */
export default {
  title: "Cloud handbook",
  tagline: "How we run other people’s software in our own accounts",
  favicon: "img/mark.svg",
  url: "https://handbook.example",
  // Below a path, as docs often are: the calculator does not care.
  baseUrl: "/docs/",

  onBrokenLinks: "throw",
  onBrokenAnchors: "throw",

  // Rspack and SWC in place of webpack and Babel: the site builds in seconds.
  future: { faster: true, v4: { removeLegacyPostBuildHeadAttribute: true } },

  presets: [
    [
      "classic",
      /** @type {import("@docusaurus/preset-classic").Options} */
      ({
        docs: { routeBasePath: "/", sidebarPath: "./sidebars.js", breadcrumbs: false },
        blog: false,
        pages: false,
        sitemap: false,
        theme: { customCss: "./src/css/custom.css" },
      }),
    ],
  ],

  themeConfig:
    /** @type {import("@docusaurus/preset-classic").ThemeConfig} */
    ({
      colorMode: { respectPrefersColorScheme: true },
      navbar: {
        title: "Cloud handbook",
        logo: { alt: "", src: "img/mark.svg" },
        items: [
          { to: "/", label: "Prerequisites", activeBaseRegex: "^/docs/$" },
          { to: "/raise-a-quota", label: "Raise a quota" },
        ],
      },
      footer: {
        copyright:
          "An example site. Its figures are those of Zilliz Cloud BYOC’s " +
          '<a href="https://docs.zilliz.com/docs/byoc-prerequisites">Prerequisites</a>.',
      },
      prism: { theme: themes.github, darkTheme: themes.oneDark, additionalLanguages: ["bash"] },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
    }),
};
