export const routes = [
  { path: '/', component: Home },
  { path: '/contact', component: Contact, meta: { requiresAuth: true } },
  {
    path: '/help',
    component: HelpLayout,
    beforeEnter: requireAuth,
    children: [{ path: 'contact', component: HelpContact }],
  },
];
