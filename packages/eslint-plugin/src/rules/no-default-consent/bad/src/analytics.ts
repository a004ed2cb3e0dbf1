const GA_ID = process.env.GA_ID;

if (GA_ID) {
  gtag('consent', 'default', { ad_storage: 'granted', ad_user_data: 'granted', analytics_storage: 'granted', wait_for_update: 500 });
}
