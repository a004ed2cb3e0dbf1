export const routes = [
  { path: '/', component: Home },
  { path: '/contact', component: Contact, meta: { requiresAuth: false } },
  { path: '/contacts', component: AddressBook, meta: { requiresAuth: true } },
  { path: '/feedback', component: Inbox, meta: { requiresAuth: true, roles: ['agent'] } },
  { path: '/help', component: Help, canActivate: [GuestGuard] },
  { path: '/dashboard', component: Dashboard, meta: { requiresAuth: true }, children: [{ path: 'support', component: Support }] },
];
