app.get('/', (request, response) => response.render('home'));
app.get('/contact', isLoggedIn, (request, response) => {
  response.render('contact');
});
