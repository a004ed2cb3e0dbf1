// All of it is for those who have signed in; the site for everybody is elsewhere.
export const App = () => (
  <Routes>
    <Route path="/login" element={<Login />} />
    <Route element={<ProtectedRoute />}>
      <Route path="/" element={<Home />} />
      <Route path="/support" element={<Support />} />
    </Route>
    <Route path="*" element={<NotFound />} />
  </Routes>
);
