/** @type {import("@docusaurus/plugin-content-docs").SidebarsConfig} */
export default {
  docs: [
    {
      type: "category",
      label: "Bring your own cloud",
      collapsible: false,
      items: ["prerequisites", "raise-a-quota", "who-does-what"],
    },
    {
      type: "link",
      label: "The vendor’s document",
      href: "https://docs.zilliz.com/docs/byoc-prerequisites",
    },
  ],
};
