<form action="/settings">
  <label><input type="checkbox" name="newsletter" <?php if ($user->news) { echo "checked"; } ?>> Send me the newsletter</label>
  <button>Save</button>
</form>
