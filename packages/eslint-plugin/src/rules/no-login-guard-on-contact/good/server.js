app.get('/contact', requireAdmin, (request, response) => response.render('inbox'));
router.get('/feedback', requireAuth, listFeedback);
router.get('/support', requireAuth, (request, response) => response.json([]));
