<?php if ($a->b > 1) { include 'header.php'; } ?>
<html lang="en-GB"><body>
<h1>Help</h1>
<p>You can call (844)&nbsp;975-0148 or 020 7946 0018.</p>
<?php foreach ($x as $y): ?><a href="<?= $y->url ?>">x</a><?php endforeach; ?>
</body></html>
