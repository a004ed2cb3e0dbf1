export const App = () => (
  <Routes>
    <Route path="/" element={<Home />} />
    <Route path="/login" element={<Login />} />
    <Route
      path="/contact"
      element={
        <RequireAuth>
          <Contact />
        </RequireAuth>
      }
    />
    <Route element={<ProtectedRoute />}>
      <Route path="/help" element={<Help />} />
    </Route>
    <PrivateRoute path="/feedback" component={Feedback} />
  </Routes>
);
