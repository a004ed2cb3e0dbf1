export const footer = {
  links: [{ title: 'Help', items: [{ label: '0330 555 0150', href: 'tel:03305550150' }] }],
  copyright: `Copyright © ${new Date().getFullYear()} Ashby Energy, registered number 02345678.`,
};
