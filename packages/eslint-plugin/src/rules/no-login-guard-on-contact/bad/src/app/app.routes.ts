export const routes: Routes = [
  { path: '', component: HomeComponent },
  { path: 'contact', canActivate: [AuthGuard], component: ContactComponent },
  { path: 'orders', canActivate: [AuthGuard], component: OrdersComponent },
];
